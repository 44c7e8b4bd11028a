import type { Table } from 'apache-arrow';
import { abortable } from '../../util/abortable';
import { whenLasting } from '../../util/lasting';
import { aborted, RfmError, throwIfAborted } from '../../util/rfm-error';
import { type Database, openHostDatabase, openOwnDatabase } from './database';
import { isOverflow, toEngineError } from './engine-error';
import { hostEngine } from './settings';

/** Answers that never come: a worker silent this long with work before it is taken for dead. */
const SILENCE_MS = 60_000;
/** The same where the worker is free and has only to plan. A host's own work may keep its worker longer. */
const PLANNING_MS = 15_000;
/** How long a cancelled query may take to stop before the worker is ended instead. */
const CANCEL_MS = 2_000;

/**
 * The one DuckDB of the page, started at first use. Statements run one after another; each ends in a result or a
 * typed error, also where the worker dies or falls silent. A death raises `generation`, by which a source sees that
 * its tables are gone; the next call starts a new worker.
 */
export class Engine {
  generation = 0;
  private starting: Promise<Database> | undefined;
  private tail: Promise<unknown> = Promise.resolve();
  private pending = 0;

  /** Starts the engine if it does not run. */
  start(): Promise<Database> {
    if (!this.starting) {
      const host = hostEngine();
      const starting = host ? openHostDatabase(host) : openOwnDatabase();
      this.starting = starting;
      starting.then(
        ({ life }) => life.onEnd(() => this.forget(starting)),
        () => this.forget(starting),
      );
    }
    return this.starting;
  }

  /** Runs one statement and reads its whole result. An abort cancels it in the engine. */
  query(sql: string, signal?: AbortSignal): Promise<Table> {
    return this.enqueue((database) => this.run(database, sql, signal), signal);
  }

  /** Runs statements with nothing between them, all or, where one fails, none. */
  transaction(statements: readonly string[]): Promise<void> {
    return this.enqueue(async (database) => {
      await this.run(database, 'BEGIN');
      try {
        for (const sql of statements) await this.run(database, sql);
        await this.run(database, 'COMMIT');
      } catch (error) {
        await this.run(database, 'ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Appends the rows of an Arrow IPC stream to a table that exists. The bytes are handed over. */
  insert(table: string, ipc: Uint8Array, signal?: AbortSignal): Promise<void> {
    const [schema, name] = table.split('.') as [string, string];
    return this.enqueue(async (database) => {
      const { db, connection } = database;
      try {
        await this.guard(
          database,
          db.insertArrowFromIPCStream(connection, ipc, { schema, name, create: false }),
        );
      } catch (error) {
        if (isOverflow(error)) database.end(toEngineError(error, `INSERT INTO ${table}`));
        throw toEngineError(error, `INSERT INTO ${table}`);
      }
    }, signal);
  }

  /** Ends the worker; the next call starts a fresh one. A host's engine is left alone. */
  async restart(): Promise<void> {
    const { starting } = this;
    if (!starting) return;
    this.forget(starting);
    const database = await starting.catch(() => undefined);
    database?.end(new RfmError('engine-failed', 'The engine was restarted. Load the data again.'));
  }

  private forget(starting: Promise<Database>): void {
    if (this.starting !== starting) return;
    this.starting = undefined;
    this.generation += 1;
  }

  private enqueue<T>(work: (database: Database) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = async (): Promise<T> => {
      throwIfAborted(signal);
      const database = await this.start();
      this.hold(database, 1);
      try {
        return await work(database);
      } finally {
        this.hold(database, -1);
      }
    };
    const result = this.tail.then(turn, turn);
    this.tail = result.catch(() => undefined);
    return abortable(result, signal);
  }

  private hold(database: Database, change: number): void {
    this.pending += change;
    database.hold(this.pending > 0);
  }

  private async run(database: Database, sql: string, signal?: AbortSignal): Promise<Table> {
    const { db, connection } = database;
    try {
      let header = await this.answer(
        database,
        db.startPendingQuery(connection, sql, false),
        database.own ? PLANNING_MS : SILENCE_MS,
      );
      while (header === null) {
        if (signal?.aborted) {
          await this.cancel(database);
          throw aborted(signal.reason);
        }
        header = await this.answer(database, db.pollPendingQuery(connection));
      }
      const chunks = await this.chunks(database, header);
      const { tableFromIPC } = await import('../arrow');
      return tableFromIPC(chunks);
    } catch (error) {
      throw toEngineError(error, sql);
    }
  }

  private async chunks(database: Database, header: Uint8Array): Promise<Uint8Array[]> {
    const chunks = [header];
    for (;;) {
      // null: not ready yet; no bytes: the end.
      const chunk = await this.answer(database, database.db.fetchQueryResults(database.connection));
      if (chunk?.length === 0) return chunks;
      if (chunk) chunks.push(chunk);
    }
  }

  private async cancel(database: Database): Promise<void> {
    const stopped = database.db.cancelPendingQuery(database.connection).then(() => true);
    const late = after(CANCEL_MS).then(() => false);
    if (await Promise.race([database.life.orEnd(stopped), late])) return;
    database.end(
      new RfmError('engine-failed', 'A query could not be stopped; the engine was started again.'),
    );
  }

  /** The same of calls that always answer something: nothing comes at once where the worker is gone and nobody said so yet. */
  private async answer<T>(database: Database, answer: Promise<T>, patience?: number): Promise<T> {
    const value = await this.guard(database, answer, patience);
    if (value !== undefined) return value;
    const error = new RfmError('engine-failed', 'The engine has ended. Try again.');
    database.end(error);
    throw error;
  }

  /** The answer, or the worker's death, or its silence: whichever comes first. */
  private guard<T>({ life, end }: Database, answer: Promise<T>, patience: number = SILENCE_MS): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = (): void => {
        const error = new RfmError(
          'engine-failed',
          'The engine has stopped answering and was ended. Try again.',
        );
        end(error);
        // A host's engine goes on living.
        reject(error);
      };
      const silence = whenLasting(patience, () => true, giveUp);
      life.orEnd(answer).then(resolve, reject).finally(silence.stop);
    });
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

let shared: Engine | undefined;

/** The page's engine. */
export function sharedEngine(): Engine {
  shared ??= new Engine();
  return shared;
}

/** Starts the engine ahead of the first load, while the page does other things. */
export async function preload(): Promise<void> {
  await sharedEngine().start();
}
