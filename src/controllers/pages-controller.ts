import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows of a list from `offset` on, and how many the whole has. */
export interface Page<T> {
  rows: readonly T[];
  total: number;
}

interface Options<T> {
  read(offset: number, limit: number, signal: AbortSignal): Promise<Page<T>>;
  failed(reason: unknown): void;
}

/** Rows read at a time. */
const PAGE_ROWS = 100;
/** Pages kept; those read longest ago go first. */
const MOST_PAGES = 40;

/** Rows of a long list by pages, read when they are wanted: the newest wish is read first, and older ones given up. */
export class PagesController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options<T>;
  #pages = new Map<number, readonly T[]>();
  /** The list before, shown until the new one has rows. */
  #before = new Map<number, readonly T[]>();
  #total = 0;
  #basis: readonly unknown[] = [];
  #wanted: readonly [from: number, to: number] = [0, 0];
  #reading: { page: number; abort: AbortController } | null = null;

  constructor(host: ReactiveControllerHost, options: Options<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** How many rows the list has. */
  get total(): number {
    return this.#total;
  }

  /** Whether rows that are wanted are still being read. */
  get busy(): boolean {
    return this.#reading !== null;
  }

  hostDisconnected(): void {
    this.#stop();
    this.#basis = [];
  }

  /** Starts another list where `basis` is another; its first rows may be known. */
  sync(basis: readonly unknown[], first: Page<T> | null): void {
    const same =
      basis.length === this.#basis.length && basis.every((one, i) => Object.is(one, this.#basis[i]));
    if (same) return;
    this.#basis = basis;
    this.#stop();
    if (this.#pages.size > 0) this.#before = this.#pages;
    this.#pages = new Map();
    if (!first) return;
    this.#total = first.total;
    // Short pages only where the list ends: the rest of one is read.
    for (let row = 0; row < first.rows.length; row += PAGE_ROWS) {
      const rows = first.rows.slice(row, row + PAGE_ROWS);
      if (rows.length === PAGE_ROWS || row + rows.length === first.total)
        this.#keep(row / PAGE_ROWS, { rows, total: first.total });
    }
    this.#before = new Map();
  }

  /** Wants the rows from `from` up to, not including, `to`. */
  want(from: number, to: number): void {
    this.#wanted = [from, Math.max(from + 1, to)];
    this.#next();
  }

  /** A row, as far as it has been read. */
  row(index: number): T | undefined {
    const page = Math.floor(index / PAGE_ROWS);
    const rows = this.#pages.get(page) ?? this.#before.get(page);
    return rows?.[index - page * PAGE_ROWS];
  }

  #next(): void {
    const [from, to] = this.#wanted;
    const [first, last] = [Math.floor(from / PAGE_ROWS), Math.floor((to - 1) / PAGE_ROWS)];
    if (this.#reading) {
      if (this.#reading.page >= first && this.#reading.page <= last) return;
      this.#stop();
    }
    for (let page = first; page <= last; page++) {
      if (this.#pages.has(page)) continue;
      this.#read(page);
      return;
    }
  }

  #read(page: number): void {
    const own = { page, abort: new AbortController() };
    this.#reading = own;
    this.#options.read(page * PAGE_ROWS, PAGE_ROWS, own.abort.signal).then(
      (read) => {
        if (own !== this.#reading) return;
        this.#reading = null;
        this.#keep(page, read);
        this.#next();
        this.#host.requestUpdate();
      },
      (reason: unknown) => {
        if (own !== this.#reading) return;
        this.#reading = null;
        this.#options.failed(reason);
        this.#host.requestUpdate();
      },
    );
  }

  #keep(page: number, { rows, total }: Page<T>): void {
    this.#before = new Map();
    this.#total = total;
    this.#pages.delete(page);
    this.#pages.set(page, rows);
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) break;
      this.#pages.delete(old);
    }
  }

  #stop(): void {
    this.#reading?.abort.abort();
    this.#reading = null;
  }
}
