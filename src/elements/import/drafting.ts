import type { ReactiveControllerHost } from 'lit';
import { LatestController } from '../../controllers/latest-controller';
import type { Inspection } from '../../data/inspect';
import { type RfmError, toRfmError } from '../../util/rfm-error';
import type { Draft } from './draft';
import { type Looked, lookAtDraft } from './look-at-draft';
import type { SavedMapping } from './mapping-file';
import { forget, type StorageAccess } from './mapping-memory';
import { asksForDates, type Problem, type Step } from './step';

interface Options {
  /** Where mappings are remembered; null: nowhere. */
  storage(): StorageAccess | null;
  failed(error: RfmError): void;
}

/** The file that is being mapped: looked at anew with each choice, the newest winning. */
export class Drafting {
  /** The draft on show; null while the source is. */
  draft: Draft | null = null;
  /** Why it stands there again. */
  problem: Problem | null = null;
  readonly #work: LatestController<Looked>;
  readonly #options: Options;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#work = new LatestController(host);
    this.#options = options;
  }

  /** The draft as it was last looked at. */
  get looked(): Looked | null {
    return this.#work.value;
  }

  /** Whether the file is being looked at, so that what stands of it may not be the newest choice. */
  get busy(): boolean {
    return this.draft !== null && this.#work.state.kind === 'running';
  }

  /** Looks at a draft; with `keep`, what was seen before stays on show meanwhile. */
  look(draft: Draft, keep: boolean): void {
    this.problem = null;
    this.draft = draft;
    this.#work.start(async (signal) => {
      try {
        const looked = await lookAtDraft(draft, this.#options.storage(), signal);
        if (this.draft === draft) this.draft = looked.draft;
        return looked;
      } catch (error) {
        if (!signal.aborted) this.#options.failed(toRfmError(error));
        throw error;
      }
    }, keep);
  }

  /** Reads the file on show by a saved mapping; false where none is on show. */
  use(saved: SavedMapping): boolean {
    if (!this.draft) return false;
    this.look({ ...this.draft, ...saved, remembered: false }, true);
    return true;
  }

  /** Guesses anew what was remembered. */
  forget(draft: Draft, seen: Inspection): void {
    const storage = this.#options.storage();
    if (storage) forget(seen.columns, storage);
    this.look({ ...draft, mapping: {}, remembered: false }, true);
  }

  /** The draft stands again, or none; what was seen of it is kept. */
  show(draft: Draft | null, problem: Problem | null): void {
    this.draft = draft;
    this.problem = problem;
  }

  /** Lets the draft go. */
  dismiss(): void {
    this.show(null, null);
    this.#work.stop();
  }

  step(draft: Draft, fits: (draft: Draft, seen: Inspection) => boolean): Step {
    const { state, value } = this.#work;
    if (state.kind === 'failed') return { kind: 'unreadable', draft, error: state.error };
    if (!value) return { kind: 'looking', draft };
    const seen = asksForDates(this.problem) ? { ...value.seen, whole: true } : value.seen;
    return { kind: 'draft', draft, seen, addable: fits(draft, seen), problem: this.problem };
  }
}
