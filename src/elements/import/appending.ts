import type { ReactiveControllerHost } from 'lit';
import { LatestController } from '../../controllers/latest-controller';
import type { Inspection } from '../../data/inspect';
import type { Source } from '../../data/source';
import { type RfmError, toRfmError } from '../../util/rfm-error';
import type { Draft } from './draft';

/** Adds the rows of further files to a source that is loaded. */
export class Appending {
  /** The files added, by name. */
  added: readonly string[] = [];
  readonly #work: LatestController<void>;
  #current = '';

  constructor(host: ReactiveControllerHost) {
    this.#work = new LatestController(host);
  }

  /** The file that is being added; null where none is. */
  get name(): string | null {
    return this.#work.state.kind === 'running' ? this.#current : null;
  }

  start(source: Source, { name, input }: Draft, done: () => void, failed: (error: RfmError) => void): void {
    this.#current = name;
    this.#work.start(async (signal) => {
      try {
        await source.append(input, { signal });
        if (signal.aborted) return;
        this.added = [...this.added, name];
        done();
      } catch (error) {
        if (!signal.aborted) failed(toRfmError(error));
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

/** Whether a file has the columns of what is loaded, and all is known of it, so that its rows can be added. */
export function fits({ columns }: Source, seen: Inspection): boolean {
  if (seen.missing.length > 0) return false;
  return columns.length === seen.columns.length && columns.every((name, i) => name === seen.columns[i]);
}
