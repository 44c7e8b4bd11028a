import { type Table, tableFromIPC } from 'apache-arrow';
import { KIND_COLUMN } from '../../sql/rollup-schema';
import { RfmError, throwIfAborted } from '../../util/rfm-error';
import { amountColumns } from '../mapping/amount-columns';
import { nameFit, type Role } from '../mapping/column-names';
import { EMPTY_COLUMN } from './cell-column';
import { arrowTable } from './cell-tables';
import { SAMPLE_ROWS } from './looked-at';
import type { ParquetDecoder, ParquetFile, ParquetPart } from './parquet-decoder';
import type { RandomAccess } from './random-access';
import { type CellTable, readRows, sampleOf } from './read-columns';
import type { Note, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { checkGuesses, finishReading, planRows, type ReadingPlan } from './reading-plan';

const ROLES: readonly Role[] = ['customer', 'date', 'amount', 'order', 'profit', 'quantity', 'price'];

/** Reads the columns of a Parquet file that are mapped, one row group after the other. */
export async function readParquet(
  input: RandomAccess,
  decode: ParquetDecoder,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const file = await decode(input);
  try {
    const columns = columnsOf(file);
    const plan = await planParquet(file, columns, request);
    const used = request.rejected ? columns : plan.reader.columnsUsed.map((at) => columns[at]!);
    const rows = sum(file.rowGroups);
    const progress = (row: number): void => sink.progress(Math.round((input.size * row) / rows), input.size);
    let from = 0;
    for (const [rowGroup, count] of file.rowGroups.entries()) {
      if (count === 0) continue;
      const part = await readPart(file, { columns: used, rowGroup });
      if (part.length !== count) throw damaged(`${part.length} of ${count} rows of a row group`);
      await readRows(widened(part, columns), plan, sink, { from, progress, signal });
      throwIfAborted(signal);
      from += count;
      progress(from);
    }
    checkGuesses(plan, true);
    const outcome = await finishReading(plan, request, sink);
    const notes = used.length < columns.length ? [UNCOUNTED, ...outcome.notes] : outcome.notes;
    return { ...outcome, notes, encoding: null };
  } finally {
    file.close();
  }
}

const UNCOUNTED: Note = {
  code: 'duplicates-unknown',
  message:
    'Only the mapped columns of the Parquet file were read: whether rows repeat each other as a whole is not known.',
};

function columnsOf(file: ParquetFile): string[] {
  return tableOf(file.schema).schema.fields.map(({ name }) => name);
}

/** Settles how to read by the first rows: of the columns whose names matter, or of all where names do not tell. */
async function planParquet(file: ParquetFile, columns: string[], request: ReadRequest): Promise<ReadingPlan> {
  if (request.joint?.plan) return planRows(columns, [], '', request);
  const rowGroup = file.rowGroups.findIndex((rows) => rows > 0);
  if (rowGroup < 0)
    throw new RfmError('no-rows', 'The Parquet file has columns but no rows. Choose another file.');
  const planBy = async (wanted: readonly string[]): Promise<ReadingPlan> => {
    const part = await readPart(file, { columns: wanted, rowGroup, limit: SAMPLE_ROWS });
    return planRows(columns, sampleOf(widened(part, columns)), '', request);
  };
  const likely = request.look ? [] : likelyColumns(columns, request);
  try {
    if (likely.length > 0) return await planBy(likely);
  } catch (error) {
    if (!(error instanceof RfmError) || error.code !== 'mapping-needed') throw error;
  }
  return planBy(columns);
}

/** The columns that are named, and those whose names fit a part of the mapping. */
function likelyColumns(columns: readonly string[], { mapping }: ReadRequest): string[] {
  const { customer, date, amount, order, profit, dimensions = [] } = mapping;
  // All columns of a rollup are known; those that are not its own are not read.
  if (columns.includes(KIND_COLUMN)) return [...columns];
  const factors = amount ? amountColumns(amount, columns) : [];
  const fold = (name: string | undefined): string => (name ?? '').trim().toLowerCase();
  const named = new Set([customer, date, order, profit, ...dimensions, ...factors].map(fold));
  return columns.filter((name) => named.has(fold(name)) || ROLES.some((role) => nameFit(name, role) > 0));
}

async function readPart(file: ParquetFile, part: ParquetPart): Promise<CellTable> {
  return arrowTable(tableOf(await file.read(part)));
}

/** The table with the columns of the whole file; those that were not read are empty. */
function widened(part: CellTable, columns: string[]): CellTable {
  const places = columns.map((name) => part.columns.indexOf(name));
  return {
    columns,
    length: part.length,
    partial: places.includes(-1),
    text: (row, column) => (places[column]! < 0 ? '' : part.text(row, places[column]!)),
    cells: places.map((place) => part.cells?.[place] ?? EMPTY_COLUMN),
  };
}

function tableOf(ipc: Uint8Array): Table {
  try {
    return tableFromIPC(ipc);
  } catch (cause) {
    throw new RfmError(
      'file-unreadable',
      `The Parquet file holds a type of column that is not known here (${cause instanceof Error ? cause.message : cause}). Write it with plain texts, numbers and dates.`,
      { cause },
    );
  }
}

/** The error of a Parquet file that cannot be read to its end. */
export function damaged(what: string, cause?: unknown): RfmError {
  return new RfmError(
    'file-unreadable',
    `The Parquet file is damaged or cut off (${what}). Download or write it again.`,
    { cause },
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
