import { SCHEMA, type SourceTables } from '../sql/source-tables';
import { abortable } from '../util/abortable';
import { aborted, RfmError, toRfmError } from '../util/rfm-error';
import type { Engine } from './engine/engine';
import type { PreparedInput } from './input';
import { withRowsThatFit } from './out-of-memory';
import type { ReadOutcome, ReadRequest } from './read/read-request';
import { type Reading, type Rest, readInputs } from './reading';
import { type LoadOptions, type TableRules, TableSink } from './table-sink';

export interface Loaded {
  tables: SourceTables;
  outcome: ReadOutcome;
  /** Where further inputs can be read on; null where all would have to be read with them. */
  rest: Rest | null;
}

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
