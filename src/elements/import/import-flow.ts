import type { ReactiveControllerHost } from 'lit';
import { LatestController } from '../../controllers/latest-controller';
import type { SourceProvider } from '../../controllers/source-context';
import type { Attachment } from '../../controllers/source-controller';
import type { Inspection } from '../../data/inspect';
import type { Source } from '../../data/source';
import type { Progress } from '../../data/source-options';
import { type RfmError, toRfmError } from '../../util/rfm-error';
import { Appending, fits } from './appending';
import { type Draft, type ImportInput, newDraft } from './draft';
import { Drafting } from './drafting';
import type { Looked } from './look-at-draft';
import type { SavedMapping } from './mapping-file';
import { remember, type StorageAccess } from './mapping-memory';
import { assign, isTarget, NOTHING, nameOf, readingOf, settingsOf, type Target } from './source-settings';
import type { Step } from './step';

interface Options {
  /** Where mappings are remembered; null: nowhere. */
  storage(): StorageAccess | null;
  provider(): SourceProvider | null;
  /** `own`: the load was begun here. */
  loaded(source: Source, own: boolean): void;
  failed(error: RfmError): void;
}

/** The way of a file from the drop to the report: looked at, mapped, loaded into the source. Newest wins. */
export class ImportFlow {
  readonly drafting: Drafting;
  readonly #following: LatestController<Source>;
  readonly #adding: Appending;
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #attachment: Attachment | null = null;
  /** What is being, or was, loaded from here; null where the host loads by itself. */
  #own: Looked | null = null;
  #expecting = false;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    this.drafting = new Drafting(host, options);
    this.#following = new LatestController(host);
    this.#adding = new Appending(host);
  }

  get step(): Step {
    const { draft } = this.drafting;
    return draft ? this.drafting.step(draft, (...seen) => this.#canAdd(...seen)) : this.#sourceStep();
  }

  /** Whether what the source loads, or holds, was loaded from here. */
  get own(): boolean {
    return this.#own !== null;
  }

  /** Begins with another file, by a saved mapping where there is one. */
  take(name: string, input: ImportInput, saved: SavedMapping | null = null): void {
    this.drafting.look({ ...newDraft(name, input), ...saved }, false);
  }

  /** Adds the rows of the draft to what the source holds. */
  add(): void {
    const { draft } = this.drafting;
    const source = this.#held;
    const provider = this.#options.provider();
    if (!draft || !source || !provider) return;
    this.drafting.show(null, null);
    const { loaded, failed } = this.#options;
    this.#adding.start(source, draft, provider, {
      done: () => queueMicrotask(() => loaded(source, true)),
      failed: (error) => {
        this.drafting.show(draft, error);
        queueMicrotask(() => failed(error));
      },
    });
  }

  /** Loads the draft into the source. */
  load(): void {
    const { looked } = this.drafting;
    const target = this.#target();
    if (!looked) return;
    if (!target) {
      this.drafting.problem = 'homeless';
      this.#host.requestUpdate();
      return;
    }
    this.#start(looked, target);
  }

  #start(looked: Looked, target: Target): void {
    this.#own = looked;
    this.#expecting = true;
    this.drafting.show(null, null);
    if (!assign(target, settingsOf(looked.draft, looked.seen))) {
      this.#expecting = false;
      if (this.#following.state.kind === 'failed') this.#attachment?.retry();
    }
    this.#host.requestUpdate();
  }

  /** Gives up the load that is under way. */
  stop(): void {
    if (this.#adding.running) {
      this.#adding.stop();
      return;
    }
    const target = this.#target();
    const own = this.#own;
    this.#expecting = true;
    this.drafting.show(own?.draft ?? null, 'stopped');
    if (target) assign(target, NOTHING);
    this.#following.stop();
  }

  /** Opens what the source holds as a draft, to be read another way. */
  change(): void {
    const target = this.#target();
    if (this.#own) {
      this.drafting.look(this.#own.draft, true);
      return;
    }
    const input = target?.data ?? target?.src;
    if (!target || !input) return;
    const mapping = this.#held?.mapping ?? {};
    this.drafting.look({ ...newDraft(this.#name(), input), mapping, reading: readingOf(target) }, false);
  }

  retry(): void {
    this.#attachment?.retry();
  }

  progress(progress: Progress): void {
    this.#following.progress(progress);
  }

  /** Goes with the source of the element, whoever has set it. */
  follow(attachment: Attachment | null): void {
    if (attachment === this.#attachment) return;
    this.#attachment = attachment;
    this.#adding.clear();
    if (!this.#expecting) {
      // The host loads something by itself: that is what is to be seen now.
      this.#own = null;
      this.drafting.show(null, null);
    }
    const promise = attachment?.promise;
    if (!promise) {
      this.#expecting = false;
      this.#following.stop();
      return;
    }
    this.#following.start((signal) => this.#outcome(promise, signal), false);
  }

  async #outcome(promise: Promise<Source>, signal: AbortSignal): Promise<Source> {
    try {
      const source = await promise;
      if (!signal.aborted) this.#arrived(source);
      return source;
    } catch (reason) {
      const error = toRfmError(reason);
      if (!signal.aborted) this.#refused(error);
      throw error;
    }
  }

  #arrived(source: Source): void {
    this.#expecting = false;
    const own = this.#own;
    const storage = this.#options.storage();
    if (own?.seen.header && storage)
      remember(own.seen.columns, { ...source.mapping, ...own.draft.mapping }, storage);
    queueMicrotask(() => this.#options.loaded(source, own !== null));
  }

  #refused(error: RfmError): void {
    this.#expecting = false;
    if (this.#own) this.drafting.show(this.#own.draft, error);
    queueMicrotask(() => this.#options.failed(error));
  }

  #sourceStep(): Step {
    const { state } = this.#following;
    const { running } = this.#adding;
    if (running) return { kind: 'loading', ...running };
    const name = [this.#name(), ...this.#adding.added].join(' + ');
    if (state.kind === 'running') return { kind: 'loading', name, progress: state.progress };
    // The source has been told what to load, and has not begun yet.
    if (this.#expecting && this.#own && this.drafting.problem === null)
      return { kind: 'loading', name, progress: null };
    if (state.kind === 'failed') return { kind: 'failed', name, error: state.error };
    if (state.kind === 'done')
      return { kind: 'loaded', name, source: state.value, seen: this.#own?.seen ?? null };
    return { kind: 'idle', stopped: this.drafting.problem === 'stopped' };
  }

  #name(): string {
    return this.#own?.draft.name ?? nameOf(this.#target());
  }

  /** Whether the rows of a draft can be added to what is loaded: not where it is that, to be read another way. */
  #canAdd(draft: Draft, seen: Inspection): boolean {
    const target = this.#target();
    if (!this.#held || draft.input === (target?.data ?? target?.src)) return false;
    return fits(this.#held, target ? readingOf(target) : {}, draft, seen);
  }

  /** What the source holds; null where it holds nothing. */
  get #held(): Source | null {
    const { state } = this.#following;
    return state.kind === 'done' ? state.value : null;
  }

  #target(): Target | null {
    const provider = this.#options.provider();
    return provider && isTarget(provider) ? provider : null;
  }
}
