import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ValuesResult } from '../../data/analyses/facets';
import type { Source } from '../../data/source';

/** The values of one dimension as they are shown. */
export interface ValueList {
  search: string;
  found: ValuesResult | null;
}

/** Reads the values of each dimension, the newest search of each, and again where the filter is another. */
export class ValueLists implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #failed: (reason: unknown) => void;
  readonly #lists = new Map<string, ValueList & { abort: AbortController }>();
  #source: Source | null = null;
  #basis: unknown = null;

  constructor(host: ReactiveControllerHost, failed: (reason: unknown) => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  list(dimension: string): ValueList {
    return this.#lists.get(dimension) ?? { search: '', found: null };
  }

  hostDisconnected(): void {
    for (const { abort } of this.#lists.values()) abort.abort();
    this.#lists.clear();
    this.#basis = null;
  }

  /** Follows a source; where `basis` is another, all lists are read anew. */
  sync(source: Source | null, dimensions: readonly string[], basis: unknown): void {
    if (source === this.#source && basis === this.#basis) return;
    if (source !== this.#source) this.hostDisconnected();
    this.#source = source;
    this.#basis = basis;
    for (const dimension of dimensions) this.search(dimension, this.list(dimension).search);
  }

  search(dimension: string, search: string): void {
    const source = this.#source;
    if (!source) return;
    const before = this.#lists.get(dimension);
    before?.abort.abort();
    const abort = new AbortController();
    const { signal } = abort;
    this.#lists.set(dimension, { search, found: before?.found ?? null, abort });
    source.values({ dimension, search, signal }).then(
      (found) => {
        if (signal.aborted) return;
        this.#lists.set(dimension, { search, found, abort });
        this.#host.requestUpdate();
      },
      (reason: unknown) => {
        if (!signal.aborted) this.#failed(reason);
      },
    );
  }
}
