import type { ReactiveControllerHost } from 'lit';
import { LatestController } from '../../controllers/latest-controller';
import type { SourceProvider } from '../../controllers/source-context';
import type { Inspection } from '../../data/inspect';
import type { Source } from '../../data/source';
import type { Progress } from '../../data/source-options';
import { type RfmError, toRfmError } from '../../util/rfm-error';
import type { Draft, Reading } from './draft';

/** Adds the rows of further files to a source that is loaded. */
export class Appending {
  /** The files added, by name. */
  added: readonly string[] = [];
  readonly #work: LatestController<void>;
  #current = '';

  constructor(host: ReactiveControllerHost) {
    this.#work = new LatestController(host);
  }

  /** The file that is being added and how far it has come; null where none is. */
  get running(): { name: string; progress: Progress | null } | null {
    const { state } = this.#work;
    return state.kind === 'running' ? { name: this.#current, progress: state.progress } : null;
  }

  /** `provider` tells how far the source has come. */
  start(
    source: Source,
    { name, input }: Draft,
    provider: SourceProvider,
    { done, failed }: { done: () => void; failed: (error: RfmError) => void },
  ): void {
    this.#current = name;
    const onProgress = (event: Event): void => {
      if (event.target === provider && event instanceof CustomEvent) this.#work.progress(event.detail);
    };
    this.#work.start(async (signal) => {
      provider.addEventListener('rfm-progress', onProgress);
      try {
        await source.append(input, { signal });
        if (signal.aborted) return;
        this.added = [...this.added, name];
        done();
      } catch (error) {
        if (!signal.aborted) failed(toRfmError(error));
      } finally {
        provider.removeEventListener('rfm-progress', onProgress);
      }
    }, false);
  }

  stop(): void {
    this.#work.stop();
  }

  /** Begins anew with another source. */
  clear(): void {
    this.added = [];
    if (this.#work.state.kind !== 'idle') this.#work.stop();
  }
}

/**
 * Whether a file has the columns of what is loaded, all is known of it, and nothing was chosen for it that is otherwise
 * there, so that its rows can be added.
 */
export function fits(
  { columns, mapping }: Source,
  reading: Reading,
  draft: Draft,
  seen: Inspection,
): boolean {
  if (seen.missing.length > 0) return false;
  return (
    columns.length === seen.columns.length &&
    columns.every((name, i) => name === seen.columns[i]) &&
    agrees(draft.mapping, mapping) &&
    agrees(draft.reading, reading)
  );
}

/** Whether all that is said in `chosen` is the same in `held`. */
function agrees(chosen: object, held: object): boolean {
  return Object.entries(chosen).every(
    ([name, value]) => !value || JSON.stringify(value) === JSON.stringify(Reflect.get(held, name)),
  );
}
