import type { Filter } from '../compute/results';
import { canFold, fold, folded } from '../sql/fold-query';
import { dropTable, dropTables } from '../sql/source-tables';
import { aborted, RfmError } from '../util/rfm-error';
import type { Engine } from './engine/engine';
import { type Held, heldOf, hold, type Loader, reachOf } from './held';
import type { Loaded } from './load';
import { QueryContext, type Reload, type Weights } from './query-context';
import { dropLoaded } from './table-sink';

/** Time without an analysis after which none is expected. */
const MOMENT_MS = 50;

/** How long further rows wait for analyses to end before all are loaded anew beside them. */
const PATIENCE_MS = 2_000;

/** No life of the engine: of tables that hold something else than is known of them. */
const LOST = -1;

/** Times that rows are loaded again after the engine has died, before the source gives up. */
const MAX_RELOADS = 2;

/**
 * The rows of one source in the engine: works on them, puts others in their place, and loads them again where the
 * engine that held them is gone.
 */
export class Holding {
  held: Held;
  closed = false;
  filter: Filter | null = null;
  /** The day that everything is looked at as of, null for the rows' own. */
  asOfDay: number | null = null;
  /** Weights of scores that no analysis gives its own for; null for equal ones. */
  weights: Weights | null = null;
  private loader: Loader;
  private reloads = 0;
  private reloading: Promise<void> | undefined;
  private changing: Promise<unknown> = Promise.resolve();
  /** Set while further rows are put to the tables, which nobody may work on then. */
  private folding: Promise<unknown> | undefined;
  /** Who waits for an analysis to end. */
  private leaving: (() => void)[] = [];
  private working = 0;
  private waiting: (() => void)[] = [];
  private readonly engine: Engine;

  private constructor(engine: Engine, loader: Loader, held: Held) {
    this.engine = engine;
    this.loader = loader;
    this.held = held;
  }

  /** Loads the rows and makes the tables and the report that every analysis starts from. */
  static async open(engine: Engine, loader: Loader, signal?: AbortSignal): Promise<Holding> {
    return new Holding(engine, loader, await hold(engine, loader, signal));
  }

  /**
   * Works on the rows as of a day, null for the one that is looked at; again where the engine died meanwhile. Without a
   * filter given, within that of the source.
   */
  async work<T>(
    asOfDay: number | null,
    signal: AbortSignal | undefined,
    work: (context: QueryContext) => Promise<T>,
    filter: Filter | null | undefined = undefined,
  ): Promise<T> {
    this.working += 1;
    try {
      return await this.workUntilDone(asOfDay, signal, work, filter);
    } finally {
      this.working -= 1;
      if (this.working === 0) for (const tell of this.waiting.splice(0)) tell();
    }
  }

  /** Resolves when no analysis is at work, and none has followed at once. */
  async idle(): Promise<void> {
    do {
      if (this.working > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
      // Who has just been told of a change, or asks for one figure after the other, begins in a moment.
      await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
    } while (this.working > 0);
  }

  private async workUntilDone<T>(
    asOfDay: number | null,
    signal: AbortSignal | undefined,
    work: (context: QueryContext) => Promise<T>,
    filter: Filter | null | undefined,
  ): Promise<T> {
    for (;;) {
      this.checkOpen();
      await (this.folding ?? this.ensureLoaded(signal));
      const { held } = this;
      if (this.folding || held.generation !== this.engine.generation) continue;
      held.users += 1;
      const { weights } = this;
      const context = new QueryContext(
        this.engine,
        { ...held, weights, reload: this.reloadOf(held) },
        signal,
      );
      const scope = {
        asOfDay: asOfDay ?? this.asOfDay ?? held.asOfDay,
        filter: filter === undefined ? this.filter : filter,
      };
      try {
        return await work(await context.enter(scope));
      } catch (error) {
        this.checkOpen(error);
        if (!this.lostWith(held, error)) throw error;
      } finally {
        context.leave();
        held.users -= 1;
        for (const tell of this.leaving.splice(0)) tell();
        void this.dropReplaced(held);
      }
    }
  }

  /** Every row left out, as CSV; the input is read again for it. */
  async rejected(signal: AbortSignal | undefined): Promise<Blob> {
    this.checkOpen();
    return this.loader.rejected(this.held.mapping, signal);
  }

  /** One change after the other; each puts other rows in the place of those it found, whole or not at all. */
  change(find: (loader: Loader) => Promise<Loader>, signal: AbortSignal | undefined): Promise<Held> {
    const changed = this.changing.then(async () => {
      this.checkOpen();
      const loader = await find(this.loader);
      const held =
        (await this.goOn(loader, signal)) ?? (await hold(this.engine, loader, signal, this.held.mapping));
      const before = this.held;
      this.held = held;
      this.loader = loader;
      if (this.closed) await this.dropHeld(held);
      void this.dropReplaced(before);
      return held;
    });
    this.changing = changed.catch(() => undefined);
    return changed;
  }

  /** The rows with those put to them that the loader has added; null where all are to be loaded anew. */
  private async goOn(loader: Loader, signal: AbortSignal | undefined): Promise<Held | null> {
    const before = this.held;
    if (!before.rest || before.generation !== this.engine.generation) return null;
    const more = await loader.loadMore(before.rest, signal);
    if (!more) return null;
    try {
      if (!canFold(before.tables, more.tables)) return null;
      await this.allLeave(before);
      if (before.users > 0 || this.closed || before.generation !== this.engine.generation) return null;
      const folding = this.fold(before, more, loader, signal);
      this.folding = folding.catch(() => undefined);
      return await folding;
    } catch {
      if (signal?.aborted) throw aborted(signal.reason);
      return null;
    } finally {
      this.folding = undefined;
      if (this.held.rest !== more.rest) more.rest?.forget();
      dropLoaded(this.engine, more.tables);
    }
  }

  /** Puts further rows to the tables, which nobody works on. What was made of the old ones goes. */
  private async fold(
    before: Held,
    more: Loaded,
    loader: Loader,
    signal: AbortSignal | undefined,
  ): Promise<Held> {
    const { engine } = this;
    const { tables } = before;
    await engine.transaction(fold(tables, more.tables, reachOf(more)));
    // From here on the tables are those of all rows: should they be lost, all are loaded anew.
    this.held = { ...before, generation: LOST };
    before.dropped = true;
    for (const name of await before.views.names()) this.drop(name);
    const all = { ...more, tables: folded(tables, more.tables) };
    this.held = await heldOf(engine, all, loader.asOfDay).catch(() => {
      dropLoaded(engine, tables);
      return hold(engine, loader, signal, before.mapping);
    });
    return this.held;
  }

  /** Resolves when nobody works on the rows any more, or somebody has for too long. */
  private async allLeave(held: Held): Promise<void> {
    let late: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<'late'>((resolve) => {
      late = setTimeout(resolve, PATIENCE_MS, 'late');
    });
    while (held.users > 0) {
      const left = new Promise<void>((resolve) => this.leaving.push(resolve));
      if ((await Promise.race([left, patience])) === 'late') break;
    }
    clearTimeout(late);
  }

  /** Gives the memory back; everything later is refused with `closed`. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.dropHeld(this.held);
  }

  /** Takes a table away, unless it went with the engine that held it. */
  drop(table: string): void {
    this.engine.query(dropTable(table)).catch(() => undefined);
  }

  /** Throws `closed` after `close`; also where the error is only that the tables went. */
  private checkOpen(cause?: unknown): void {
    if (this.closed)
      throw new RfmError('closed', 'This source was closed. Open it again to go on.', { cause });
  }

  private reloadOf({ mapping }: Held): Reload {
    return async (change, signal) => {
      const loaded = await this.loader.load({ ...mapping, ...change }, signal);
      loaded.rest?.forget();
      return loaded;
    };
  }

  /** Whether the engine died under the work, so that it is to be repeated on rows loaded again. */
  private lostWith({ generation }: Held, error: unknown): boolean {
    return (
      generation !== this.engine.generation && error instanceof RfmError && error.code === 'engine-failed'
    );
  }

  /** Takes the tables away that others have taken the place of, once nothing works on them. */
  private async dropReplaced(held: Held): Promise<void> {
    if (held !== this.held && held.users === 0 && !held.dropped) await this.dropHeld(held);
  }

  private async dropHeld(held: Held): Promise<void> {
    held.dropped = true;
    held.rest?.forget();
    if (held.generation !== this.engine.generation) return;
    const statements = [...dropTables(held.tables), ...(await held.views.names()).map(dropTable)];
    await Promise.allSettled(statements.map((statement) => this.engine.query(statement)));
  }

  private async ensureLoaded(signal?: AbortSignal): Promise<void> {
    if (this.held.generation === this.engine.generation) return;
    this.reloading ??= this.loadAgain(signal).finally(() => {
      this.reloading = undefined;
    });
    await this.reloading;
  }

  private async loadAgain(signal?: AbortSignal): Promise<void> {
    this.reloads += 1;
    if (this.reloads > MAX_RELOADS)
      throw new RfmError(
        'engine-failed',
        'The engine has failed three times on these data. Open the source again.',
      );
    this.held = await hold(this.engine, this.loader, signal, this.held.mapping);
  }
}
