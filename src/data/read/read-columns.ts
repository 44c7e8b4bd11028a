import { RfmError, throwIfAborted } from '../../util/rfm-error';
import { type CellTarget, SCRATCH_BYTES } from './arrow-cells';
import type { CellColumn } from './cell-column';
import { SAMPLE_ROWS } from './looked-at';
import type { MoneyReader } from './money-reader';
import type { Memory, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { type Remembered, readFrom } from './read-together';
import { checkGuesses, finishReading, planRows, type ReadingPlan } from './reading-plan';
import type { RowFields } from './row-reader';
import type { SeenRows } from './seen-rows';
import { WordHash } from './word-hash';

/** A table already in memory: its columns, and any cell as text. */
export interface CellTable {
  columns: string[];
  length: number;
  text(row: number, column: number): string;
  /** Where a row stands, as people count; its number from 1 where it is left out. */
  line?: (row: number) => number;
  /** The columns themselves, where they can give their cells without the way over a text. */
  cells?: readonly CellColumn[];
  /** Not all columns of the table are here: rows that look alike need not be. */
  partial?: boolean;
}

/** Rows between two looks at the clock; a page gets its turn after some ten milliseconds of ours, a worker is patient. */
const STRIDE = 1024;
const PAGE_TURN_MS = 12;
const TURN_MS = 100;

/** Between cells of a row put together. */
const SEPARATOR_BYTE = 0x1f;
const SEPARATOR = String.fromCharCode(SEPARATOR_BYTE);

/** Reads tables of the same columns as one, in turns, so that the page they lie in stays alive; given a memory, as further ones of what it is of. */
export function readTables(
  tables: readonly CellTable[],
  begin: ReadRequest | Memory,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Remembered> {
  const parts = tables.map((table) => ({
    size: () => table.length,
    read: (settled: ReadRequest, to: ReadSink) => readColumnsOnce(table, settled, to, signal),
  }));
  return readFrom(begin, parts, sink);
}

/** The same with the formats guessed from the first rows; throws a `Reread` where later ones say otherwise. */
export async function readColumnsOnce(
  given: CellTable,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  if (given.length === 0)
    throw new RfmError('no-rows', 'The table has no rows. Give it at least one transaction.');
  const table = inOrder(given, request.joint?.plan?.columns);
  const { look } = request;
  const plan = planRows(table.columns, sampleOf(table), '', {
    ...request,
    ...(look && { look: { whole: table.length <= SAMPLE_ROWS, ...look } }),
  });
  const progress = (row: number): void => sink.progress(row, table.length);
  await readRows(table, plan, sink, { from: 0, progress, signal });
  checkGuesses(plan, true);
  return { ...(await finishReading(plan, request, sink)), encoding: null };
}

/** The table with its columns in the order of the inputs before it, where they are the same. */
function inOrder(table: CellTable, columns: readonly string[] | undefined): CellTable {
  if (!columns || columns.length !== table.columns.length) return table;
  const places = columns.map((name) => table.columns.indexOf(name));
  if (places.includes(-1)) return table;
  const { cells, text } = table;
  return {
    ...table,
    columns: [...columns],
    text: (row, column) => text(row, places[column]!),
    ...(cells && { cells: places.map((place) => cells[place]!) }),
  };
}

/** The cells of the first rows as text. */
export function sampleOf({ columns, length, text }: CellTable): string[][] {
  return Array.from({ length: Math.min(SAMPLE_ROWS, length) }, (_, row) =>
    columns.map((_name, column) => text(row, column)),
  );
}

interface RowsOptions {
  /** Rows of the whole table before the first one of this part. */
  from: number;
  progress(row: number): void;
  signal: AbortSignal | undefined;
}

/** Reads the rows of a table, or of a part of one, in turns. */
export async function readRows(
  table: CellTable,
  plan: ReadingPlan,
  sink: ReadSink,
  { from, progress, signal }: RowsOptions,
): Promise<void> {
  const { reader } = plan;
  const fields = new CellFields(table);
  if (table.cells && !plan.joined) reader.encoder.seen.byCells = true;
  const most = globalThis.document ? PAGE_TURN_MS : TURN_MS;
  let turn = performance.now();
  for (let row = 0; row < table.length; row += 1) {
    fields.row = row;
    reader.encoder.rowsRead += 1;
    const used = reader.row(fields, table.line?.(row) ?? from + row + 1);
    if (used && !table.partial) fields.remember(reader.encoder.seen, plan.joined);
    if (reader.encoder.ready) await sink.batch(reader.encoder.take());
    if (row % STRIDE === 0 && performance.now() - turn > most) {
      checkGuesses(plan, false);
      progress(from + row);
      await new Promise((resolve) => setTimeout(resolve));
      throwIfAborted(signal);
      turn = performance.now();
    }
  }
  throwIfAborted(signal);
}

/** Gives the cells of one row as bytes. */
class CellFields implements RowFields, CellTarget {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  row = 0;
  readonly scratch: Uint8Array = new Uint8Array(SCRATCH_BYTES);
  private own = new Uint8Array(1 << 10);
  private readonly hash = new WordHash();
  private readonly table: CellTable;
  private readonly encoder = new TextEncoder();

  constructor(table: CellTable) {
    this.table = table;
  }

  field(column: number): void {
    if (this.table.cells) this.table.cells[column]!.write(this.row, this);
    else this.write(this.table.text(this.row, column));
  }

  money(column: number, to: MoneyReader): boolean | undefined {
    return this.table.cells?.[column]?.money(this.row, to);
  }

  day(column: number): number | undefined {
    return this.table.cells?.[column]?.day(this.row);
  }

  whole(column: number): number | undefined {
    return this.table.cells?.[column]?.whole(this.row);
  }

  text(): string {
    return this.table.columns.map((_, column) => this.table.text(this.row, column)).join(', ');
  }

  /** Notes the whole row, to find the ones that repeat it; by its text where it may be compared with rows of other inputs. */
  remember(seen: SeenRows, byText: boolean): void {
    if (this.table.cells && !byText) {
      seen.note(this.hashOf(this.table.cells));
      return;
    }
    if (this.table.cells) this.gather();
    else this.write(this.table.columns.map((_, column) => this.table.text(this.row, column)).join(SEPARATOR));
    seen.add(this.own, 0, this.end);
  }

  private hashOf(cells: readonly CellColumn[]): WordHash {
    const { hash } = this;
    hash.begin();
    for (const cell of cells) {
      if (cell.hash(this.row, hash)) continue;
      cell.write(this.row, this);
      hash.addBytes(this.bytes, this.start, this.end);
    }
    hash.end();
    return hash;
  }

  /** All cells of the row, one behind the other. */
  private gather(): void {
    let size = 0;
    for (let column = 0; column < this.table.columns.length; column += 1) {
      this.field(column);
      const length = this.end - this.start;
      if (size + length + 1 > this.own.length) {
        const own = new Uint8Array((size + length + 1) * 2);
        own.set(this.own.subarray(0, size));
        this.own = own;
      }
      for (let i = 0; i < length; i += 1) this.own[size + i] = this.bytes[this.start + i]!;
      size += length;
      this.own[size] = SEPARATOR_BYTE;
      size += 1;
    }
    this.end = size;
  }

  private write(text: string): void {
    if (text.length * 3 > this.own.length) this.own = new Uint8Array(text.length * 3);
    this.bytes = this.own;
    this.start = 0;
    this.end = this.encoder.encodeInto(text, this.own).written;
  }
}
