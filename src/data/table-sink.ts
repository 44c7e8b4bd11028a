import type { Table } from 'apache-arrow';
import type { RefundRule, ZeroRule } from '../compute/results';
import { selectOverlap } from '../sql/rollup-checks';
import {
  countTransactions,
  createTables,
  customerNames,
  dimensionNames,
  dropTables,
  orderNames,
  rescaleAmounts,
  type SourceTables,
  transactions,
} from '../sql/source-tables';
import { isoOf } from '../util/calendar';
import { aborted, RfmError } from '../util/rfm-error';
import type { Engine } from './engine/engine';
import type { PreparedInput } from './input';
import type { NewNames } from './read/dictionary';
import type { ReadSink } from './read/read-request';
import type { Batch } from './read/transaction-encoder';
import type { Progress } from './source-options';

/** Rules that the tables are made by. */
export interface TableRules {
  refunds: RefundRule;
  zeroAmounts: ZeroRule;
  yearStart: number;
}

export interface LoadOptions {
  signal: AbortSignal | undefined;
  onProgress: ((progress: Progress) => void) | undefined;
}

type Arrow = typeof import('./arrow');

/** Puts batches into the engine's tables and makes sure that they arrived. */
export class TableSink implements ReadSink {
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
    const result = await this.engine.query(countTransactions(this.tables), this.options.signal);
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

/** Takes a load back. Nobody need wait: the statements stand in the engine's queue before any later one. */
export function dropLoaded(engine: Engine, tables: SourceTables): void {
  for (const statement of dropTables(tables)) engine.query(statement).catch(() => undefined);
}
