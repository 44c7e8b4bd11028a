import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Selection, SelectionRequest } from '../data/selection';
import type { Source } from '../data/source';

interface Options<T> {
  /** Reads what the host shows of the selection of `source`. */
  read(source: Source, signal: AbortSignal): Promise<T | null>;
  /** A selection could not be made or read. */
  failed(reason: unknown): void;
}

/** A selection, and what the host shows of it. */
export interface Shown<T> {
  selection: Selection;
  value: T;
}

type Host = ReactiveControllerHost & HTMLElement;

/** Shares the one selection of a source: follows it while the host is connected, and the newest counts. */
export class SelectionController<T> implements ReactiveController {
  readonly #host: Host;
  readonly #options: Options<T>;
  #source: Source | null = null;
  #unsubscribe: (() => void) | null = null;
  #reading: AbortController | null = null;
  #shown: Shown<T> | null = null;
  /** What the reading at hand, or the last, is of. */
  #read: readonly [selection: Selection | null, basis: unknown] = [null, null];
  #making = 0;

  constructor(host: Host, options: Options<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Null where nothing is selected, or as long as nothing has been read of it. */
  get shown(): Shown<T> | null {
    return this.#shown;
  }

  hostDisconnected(): void {
    this.#leave();
    // What was being read is read again where the host comes back.
    if (this.#reading) this.#read = [null, null];
    this.#reading?.abort();
    this.#reading = null;
  }

  /** Follows `source` from now on, called while the host updates; where `basis` is another, all is read anew. */
  sync(source: Source | null, basis: unknown): void {
    if (!this.#host.isConnected) return;
    if (source !== this.#source) this.#leave();
    this.#source = source;
    if (source) this.#unsubscribe ??= source.onSelection(() => this.#follow(source, this.#read[1]));
    this.#follow(source, basis);
  }

  /** Asks for another selection; null where a newer one has taken its place, or it could not be made. */
  async select(request: SelectionRequest): Promise<Selection | null> {
    this.#making++;
    try {
      const selection = (await this.#source?.select(request)) ?? null;
      return selection?.request === request ? selection : null;
    } catch (reason) {
      this.#options.failed(reason);
      return null;
    } finally {
      this.#making--;
    }
  }

  /** Takes the selection away; whether there was one, or one on its way. */
  clear(): boolean {
    const source = this.#source;
    const any = source !== null && (source.selection !== null || this.#making > 0);
    source?.clearSelection();
    return any;
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #follow(source: Source | null, basis: unknown): void {
    const selection = source?.selection ?? null;
    const [before, beneath] = this.#read;
    if (selection === before && (basis === beneath || !selection)) return;
    this.#read = [selection, basis];
    this.#reading?.abort();
    this.#reading = null;
    if (!source || !selection) {
      this.#show(null);
      return;
    }
    const own = new AbortController();
    this.#reading = own;
    this.#options.read(source, own.signal).then(
      (value) => {
        if (own !== this.#reading) return;
        this.#reading = null;
        this.#show(value === null ? null : { selection, value });
      },
      (reason: unknown) => {
        if (own !== this.#reading) return;
        this.#reading = null;
        this.#options.failed(reason);
      },
    );
  }

  #show(shown: Shown<T> | null): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#host.requestUpdate();
  }
}
