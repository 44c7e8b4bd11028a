import type { PropertyDeclaration, PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { checkOneOf } from '../compute/option-checks';
import type { Analysis } from '../compute/results';
import { LatestController } from '../controllers/latest-controller';
import { type Attachment, SourceController, type SourceRef } from '../controllers/source-controller';
import type { Source } from '../data/source';
import { type Deferred, deferred, renewed } from '../util/deferred';
import { aborted } from '../util/rfm-error';
import type { WayBack } from './chart-states';
import { RfmErrorEvent, RfmLoadEvent, RfmProgressEvent, RfmReadyEvent } from './events';
import { isAnotherLoad, SourcedElement } from './sourced-element';

/** A result, and the source that gave it. */
export interface Answer<R> {
  result: R;
  source: Source;
}

/**
 * An element with one analysis of one source: asks again when either changes, and the newest answer counts.
 *
 * @fires rfm-progress - How far the load of its own `src` or `data` has come.
 * @fires rfm-load - The rows of its own `src` or `data` are in; carries the report.
 * @fires rfm-ready - The picture, or the empty state, stands.
 * @fires rfm-error - It could not be shown; it is said in place as well.
 */
export abstract class AnalysedElement<R extends Analysis<object, object>> extends SourcedElement {
  /** Properties beside those of the source whose change asks for another analysis. */
  static readonly analysisProperties: readonly string[] = [];
  /** Properties of the look, with the values that they may have: any other is refused in place. */
  static readonly choices: Readonly<Record<string, readonly string[]>> = {};

  #ready: Deferred<void> = deferred();
  #attachment: Attachment | null = null;
  /** The source whose changes (a filter, rows appended) ask for another analysis, and how to stop following it. */
  #followed: { source: Source; stop(): void } | null = null;
  protected readonly work: LatestController<Answer<R>> = new LatestController<Answer<R>>(this);
  readonly #sources = new SourceController(this, {
    request: () => this.openRequest(),
    reference: () => this.source,
    changed: () => {
      if (this.#ready.settled) this.#renew();
      this.requestUpdate();
    },
    progress: (progress) => {
      this.work.progress(progress);
      if (this.#attachment?.own) this.dispatchEvent(new RfmProgressEvent(progress));
    },
    released: () => this.#release(),
  });

  /** Id of an `rfm-source`, or (as a property) that element or a `Source`. */
  @property() source: SourceRef;

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    // At once, not at the update: `chart.split = …; await chart.ready` has to mean the new picture.
    if (this.hasUpdated && this.#ready.settled && this.#asksAgain(name, oldValue)) this.#renew();
    super.requestUpdate(name, oldValue, options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const attachment = this.#sources.sync();
    const asked = this.hasUpdated && [...changed].some(([name, before]) => this.#asksAgain(name, before));
    if (attachment !== this.#attachment || asked) this.#begin(attachment);
  }

  /** The analysis behind the element. */
  protected abstract analyse(source: Source, signal: AbortSignal): Promise<R>;

  /** Whether the answer depends on the weights applied to its source. */
  protected get weighed(): boolean {
    return (this.constructor as typeof AnalysedElement).analysisProperties.includes('weights');
  }

  /** Another answer is on its way, or none. */
  protected begins(): void {}

  /** The id of the source that is awaited, where it is not on the page. */
  protected get awaited(): string | null {
    return typeof this.source === 'string' && this.source && !this.#attachment ? this.source : null;
  }

  /** Tells that the state of the work now stands on the page. */
  protected settle(): void {
    if (this.#ready.settled) return;
    const { state } = this.work;
    if (state.kind === 'done') {
      this.#ready.resolve();
      this.dispatchEvent(new RfmReadyEvent());
    } else if (state.kind === 'failed') {
      this.#ready.reject(state.error);
      this.dispatchEvent(new RfmErrorEvent(state.error));
    }
  }

  /** Tries again after a failure: the load where that failed, else the analysis. */
  protected retry(): void {
    const failed = this.#attachment;
    failed?.promise?.then(
      () => failed === this.#attachment && this.#begin(failed),
      () => failed.retry(),
    );
  }

  /** What would show customers again where a filter, or an early date, has left nobody; null where neither is set. */
  protected get wayBack(): WayBack | null {
    const { source } = this.#followed ?? {};
    if (source?.definition.filter) return { what: 'filter', go: () => source.filter(null) };
    return source && source.asOf !== source.latest ? { what: 'asOf', go: () => source.rewind(null) } : null;
  }

  protected async answer(): Promise<Answer<R>> {
    await this.ready;
    const { state } = this.work;
    if (state.kind === 'done') return state.value;
    throw state.kind === 'failed' ? state.error : aborted();
  }

  /** A new promise for each load: resolved when its first picture (or the empty state) stands, rejected with the `RfmError`. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** The full result behind the picture, with its table, summary and definition. */
  async result(): Promise<R> {
    return (await this.answer()).result;
  }

  #asksAgain(name: PropertyKey | undefined, before: unknown): boolean {
    const { analysisProperties, choices } = this.constructor as typeof AnalysedElement;
    const allowed = typeof name === 'string' ? choices[name] : undefined;
    // What is wrong, or was so far, is another state of the element; the rest of the look is drawn without asking.
    if (allowed && name)
      return [before, Reflect.get(this, name)].some((value) => value && !allowed.includes(String(value)));
    return isAnotherLoad(this, name, before, ['source', ...analysisProperties]);
  }

  #checkChoices(): void {
    const { choices } = this.constructor as typeof AnalysedElement;
    for (const [name, allowed] of Object.entries(choices)) {
      const value: unknown = Reflect.get(this, name);
      if (value) checkOneOf(name, String(value), allowed);
    }
  }

  #begin(attachment: Attachment | null): void {
    const sameData = attachment !== null && attachment === this.#attachment;
    this.#attachment = attachment;
    if (this.#ready.settled) this.#renew();
    this.begins();
    const promise = attachment?.promise;
    if (!promise) {
      this.#follow(null);
      this.work.stop();
      return;
    }
    this.work.start(async (signal) => {
      const source = await promise;
      if (!signal.aborted) this.#follow(source);
      if (attachment.own && !sameData && !signal.aborted) this.dispatchEvent(new RfmLoadEvent(source.report));
      this.#checkChoices();
      return { source, result: await this.analyse(source, signal) };
    }, sameData);
  }

  #follow(source: Source | null): void {
    if (source === (this.#followed?.source ?? null)) return;
    this.#followed?.stop();
    this.#followed = source && {
      source,
      stop: source.onChange((change) => {
        if (change === 'weights' && !this.weighed) return;
        this.#begin(this.#attachment);
        this.requestUpdate();
      }),
    };
  }

  #renew(): void {
    this.#ready = renewed(this.#ready);
  }

  #release(): void {
    this.#follow(null);
    this.#attachment = null;
    this.work.stop();
    if (this.#ready.settled) this.#renew();
    else this.#ready.reject(aborted());
  }
}
