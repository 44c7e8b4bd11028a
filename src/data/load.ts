import type { Table } from 'apache-arrow';
import type { RefundRule, ZeroRule } from '../compute/results';
import { selectOverlap } from '../sql/rollup-checks';
import {
  createTables,
  customerNames,
  days,
  dimensionNames,
  orderNames,
  ownCustomers,
  ownMonths,
  rescaleAmounts,
  SCHEMA,
  type SourceTables,
  transactions,
} from '../sql/source-tables';
import { abortable } from '../util/abortable';
import { isoOf } from '../util/calendar';
import { aborted, RfmError, toRfmError } from '../util/rfm-error';
import type { Engine } from './engine/engine';
import { isNode } from './engine/node-worker';
import type { PreparedInput } from './input';
import { withRowsThatFit } from './out-of-memory';
import type { NewNames } from './read/dictionary';
import type { CellTable } from './read/read-columns';
import { readInWorker, readOnInWorker, type WorkerInput, type WorkerReading } from './read/read-in-worker';
import type { Memory, ReadOutcome, ReadRequest, ReadSink } from './read/read-request';
import type { Batch } from './read/transaction-encoder';
import type { Progress } from './source-options';

/** Rules that the tables are made by. */
export interface TableRules {
  refunds: RefundRule;
  zeroAmounts: ZeroRule;
  yearStart: number;
}

export interface Loaded {
  tables: SourceTables;
  outcome: ReadOutcome;
  /** Where further inputs can be read on; null where all would have to be read with them. */
  rest: Rest | null;
}

/** A reading that further inputs can go on from: once, for what it resolves to has the next. */
export interface Rest {
  /** Null where it has been forgotten, or cannot take such inputs. */
  readOn(
    inputs: readonly PreparedInput[],
    sink: ReadSink,
    signal: AbortSignal | undefined,
  ): Promise<Reading | null>;
  /** Nobody will go on from it. */
  forget(): void;
}

export interface Reading {
  outcome: ReadOutcome;
  rest: Rest | null;
}

interface LoadOptions {
  signal: AbortSignal | undefined;
  onProgress: ((progress: Progress) => void) | undefined;
}

type Arrow = typeof import('./arrow');

let loads = 0;

/** Reads an input into the engine's encoded tables. Engine start, transfer and reading overlap. */
export async function loadTransactions(
  engine: Engine,
  inputs: readonly PreparedInput[],
  request: ReadRequest,
  rules: TableRules,
  options: LoadOptions,
): Promise<Loaded> {
  const sink = newSink(engine, rules, options);
  engine.start().catch(() => undefined);
  try {
    const reading = await abortable(readInputs(inputs, request, sink, options.signal), options.signal);
    await sink.finish(inputs);
    if (reading.outcome.rowsUsed === 0) throw noUsableRows(reading.outcome);
    return loaded(sink, reading);
  } catch (error) {
    sink.abandon();
    discard(inputs);
    throw options.signal?.aborted
      ? aborted(options.signal.reason)
      : toRfmError(withRowsThatFit(error, sink.sent));
  }
}

/**
 * Reads further inputs into tables of their own, where a reading has left off; what it tells is of all rows. Null where
 * that cannot be, for whatever reason: who then reads all inputs anew is told of it.
 */
export async function loadMore(
  engine: Engine,
  rest: Rest,
  inputs: readonly PreparedInput[],
  rules: TableRules,
  options: LoadOptions,
): Promise<Loaded | null> {
  const { signal } = options;
  const sink = newSink(engine, rules, options);
  try {
    const reading = await abortable(rest.readOn(inputs, sink, signal), signal);
    if (reading) {
      await sink.finish(inputs);
      if (sink.tables) return loaded(sink, reading);
      reading.rest?.forget();
    }
  } catch {
    if (signal?.aborted) {
      discard(inputs);
      throw aborted(signal.reason);
    }
  } finally {
    sink.abandon();
  }
  return null;
}

function newSink(engine: Engine, rules: TableRules, options: LoadOptions): TableSink {
  loads += 1;
  return new TableSink(engine, `${SCHEMA}.s${loads}`, rules, options);
}

function loaded(sink: TableSink, { outcome, rest }: Reading): Loaded {
  const tables = sink.handOver();
  const wholeOrders = outcome.wholeOrders && tables.order && !tables.rollup;
  return { tables: { ...tables, wholeOrders }, outcome, rest };
}

function discard(inputs: readonly PreparedInput[]): void {
  for (const input of inputs) if (input.kind === 'bytes') input.bytes.discard();
}

/** Reads inputs of any format: files in a worker, tables where they lie. */
export async function readInputs(
  inputs: readonly PreparedInput[],
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const files = filesOf(inputs);
  if (files && !isNode()) return inWorker(await readInWorker(files, request, sink, signal));
  return readHere(inputs, request, sink, signal);
}

function inWorker({ outcome, reader }: WorkerReading): Reading {
  const rest =
    reader &&
    ({
      forget: () => reader.forget(),
      async readOn(inputs, sink, signal) {
        const files = filesOf(inputs);
        const read = files && (await readOnInWorker(reader, files, sink, signal));
        return read && inWorker(read);
      },
    } satisfies Rest);
  return { outcome, rest };
}

/** The same on this thread: tables lie in it, and in Node there is no page to keep free. */
async function readHere(
  inputs: readonly PreparedInput[],
  begin: ReadRequest | Memory,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const files = filesOf(inputs);
  const { outcome, memory } = files
    ? await (await import('./read/read-in-node')).readInNode(files, begin, sink, signal)
    : await (await import('./read/read-columns')).readTables(tablesOf(inputs), begin, sink, signal);
  let remembered = memory;
  const rest: Rest = {
    forget() {
      remembered = null;
    },
    async readOn(more, to, until) {
      const before = remembered;
      remembered = null;
      return before && (isNode() || !filesOf(more)) ? readHere(more, before, to, until) : null;
    },
  };
  return { outcome, rest };
}

/** The inputs as files; null where they are tables. */
function filesOf(inputs: readonly PreparedInput[]): WorkerInput[] | null {
  const files = inputs.flatMap((input) => (input.kind === 'bytes' ? [input.bytes] : []));
  return files.length > 0 ? files : null;
}

function tablesOf(inputs: readonly PreparedInput[]): CellTable[] {
  return inputs.flatMap((input) => (input.kind === 'table' ? [input.table] : []));
}

function noUsableRows(outcome: ReadOutcome): RfmError {
  const reasons = outcome.rejected.map(({ reason, rows }) => `${reason}: ${rows}`).join(', ');
  return new RfmError(
    'no-rows',
    outcome.rowsRead === 0
      ? 'The file has a header but no rows below it. Choose another file.'
      : `None of the ${outcome.rowsRead} rows can be used (${reasons}). Check which columns are mapped: customer "${outcome.mapping.customer}", ` +
          `date "${outcome.mapping.date}", amount "${outcome.mapping.amount}".`,
    { details: { rejected: outcome.rejected, mapping: outcome.mapping, columns: outcome.columns } },
  );
}

/** The error of two rows for one customer and period, with where they stand. */
function overlapping(found: Table, inputs: readonly PreparedInput[]): RfmError {
  const value = (name: string): unknown => found.getChild(name)!.get(0);
  const input = (name: string): string => {
    const at = Number(value(name));
    const one = inputs[at];
    return (one?.kind === 'bytes' && one.bytes.name) || `input ${at + 1}`;
  };
  const [customer, period] = [String(value('customer')), isoOf(Number(value('day')))];
  const [first, second] = [input('first_part'), input('last_part')];
  const times = Number(value('times'));
  const places = first === second ? `twice in ${first}` : `in ${first} and in ${second}`;
  return new RfmError(
    'file-unreadable',
    `Customer "${customer}" stands ${places} for the period from ${period} (so do ${times - 1} others): the partitions overlap, and their sums would count twice. Load each period once.`,
    { details: { problem: 'rollup-overlap', customer, period, inputs: [first, second], times } },
  );
}

/** Puts batches into the engine's tables and makes sure that they arrived. */
class TableSink implements ReadSink {
  tables: SourceTables | undefined;
  /** Rows that the engine has taken. */
  sent = 0;
  private reached = { loaded: 0, total: 0 };
  private generation = 0;
  private abandoned = false;
  private readonly engine: Engine;
  private readonly prefix: string;
  private readonly rules: TableRules;
  private readonly options: LoadOptions;

  constructor(engine: Engine, prefix: string, rules: TableRules, options: LoadOptions) {
    this.engine = engine;
    this.prefix = prefix;
    this.rules = rules;
    this.options = options;
  }

  async batch(batch: Batch): Promise<void> {
    const tables = this.tables ?? (await this.create(batch));
    await this.bringToScale(tables, batch.scale);
    await this.insert(transactions(tables), batch.rows, ({ transactionsIpc }) => transactionsIpc(batch));
    this.sent += batch.rows;
    await this.insertNames(customerNames(tables), batch.names.customer);
    if (batch.names.order) await this.insertNames(orderNames(tables), batch.names.order);
    for (const [i, names] of batch.names.dimensions.entries())
      await this.insertNames(dimensionNames(tables, i), names);
  }

  async restart(): Promise<void> {
    this.sent = 0;
    this.drop();
  }

  progress(loaded: number, total: number): void {
    this.reached = { loaded, total };
    this.options.onProgress?.({ phase: 'reading', loaded, total });
  }

  /** All rows are in; what is left is the engine's, which has lost rows without a word before: it must hold what was sent. */
  async finish(inputs: readonly PreparedInput[]): Promise<void> {
    this.options.onProgress?.({ phase: 'computing', ...this.reached });
    if (!this.tables) return;
    const result = await this.engine.query(
      `SELECT count(*)::DOUBLE AS rows FROM ${transactions(this.tables)}`,
      this.options.signal,
    );
    const rows = result.getChild('rows')!.get(0);
    if (rows === this.sent) return this.checkRollup(this.tables, inputs);
    throw new RfmError(
      'engine-failed',
      `The engine took ${rows} of ${this.sent} rows. Load the data again.`,
      {
        details: { sent: this.sent, rows },
      },
    );
  }

  /** Takes back what was loaded, unless it is the caller's by now. Whatever is still under way comes to nothing. */
  abandon(): void {
    this.abandoned = true;
    this.drop();
  }

  /** The tables, which are the caller's from now on. */
  handOver(): SourceTables {
    const tables = this.tables!;
    this.tables = undefined;
    return tables;
  }

  private drop(): void {
    const { tables } = this;
    this.tables = undefined;
    // Where the engine has died the tables went with it.
    if (tables && this.generation === this.engine.generation) dropLoaded(this.engine, tables);
  }

  private async create(batch: Batch): Promise<SourceTables> {
    const tables: SourceTables = {
      prefix: this.prefix,
      scale: batch.scale,
      order: batch.order !== null,
      wholeOrders: false,
      profit: batch.profit !== null,
      dimensions: batch.dimensions.length,
      ...this.rulesOf(batch),
    };
    await this.engine.start();
    this.checkWanted();
    this.generation = this.engine.generation;
    this.tables = tables;
    for (const statement of createTables(tables)) await this.run(statement);
    return tables;
  }

  /** Rules of the source's rows, which a rollup brings with it. */
  private rulesOf({
    rollup,
  }: Batch): Pick<SourceTables, 'refunds' | 'zeroAmounts' | 'yearStart' | 'rollup' | 'sample'> {
    if (!rollup) return { ...this.rules, rollup: null, sample: 1 };
    const { period, ...made } = rollup.kind;
    return { ...this.rules, ...made, rollup: period };
  }

  private async checkRollup(tables: SourceTables, inputs: readonly PreparedInput[]): Promise<void> {
    if (!tables.rollup) return;
    const { signal } = this.options;
    const found = await this.engine.query(selectOverlap(tables), signal);
    if (found.numRows > 0) throw overlapping(found, inputs);
  }

  private async bringToScale(tables: SourceTables, scale: number): Promise<void> {
    if (scale === tables.scale) return;
    for (const statement of rescaleAmounts(tables, scale)) await this.run(statement);
    tables.scale = scale;
  }

  private async insertNames(table: string, names: NewNames): Promise<void> {
    await this.insert(table, names.offsets.length - 1, ({ namesIpc }) => namesIpc(names));
  }

  private async insert(table: string, rows: number, ipc: (arrow: Arrow) => Uint8Array): Promise<void> {
    if (rows === 0) return;
    const bytes = ipc(await import('./arrow'));
    this.checkWanted();
    await this.engine.insert(table, bytes, this.options.signal);
  }

  private checkWanted(): void {
    if (this.abandoned) throw aborted();
  }

  private async run(statement: string): Promise<void> {
    this.checkWanted();
    await this.engine.query(statement, this.options.signal);
  }
}

/** Takes a load back. Nobody need wait: the statements stand in the engine's queue before any later one. */
export function dropLoaded(engine: Engine, tables: SourceTables): void {
  for (const statement of dropTables(tables)) engine.query(statement).catch(() => undefined);
}

/** Statements that take all tables of a source away, whatever stands of them. */
export function dropTables(tables: SourceTables): string[] {
  const names = [
    transactions(tables),
    customerNames(tables),
    orderNames(tables),
    ...Array.from({ length: tables.dimensions }, (_, i) => dimensionNames(tables, i)),
    days(tables),
    ownMonths(tables),
    ownCustomers(tables),
  ];
  return names.map((name) => `DROP TABLE IF EXISTS ${name}`);
}
