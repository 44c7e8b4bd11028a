import { RfmError, throwIfAborted } from '../../util/rfm-error';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { checkGuesses, finishReading, planRows, type ReadingPlan, readUntilSettled } from './reading-plan';
import type { RowFields } from './row-reader';

/** A table already in memory: its columns, and any cell as text. */
export interface CellTable {
  columns: string[];
  length: number;
  text(row: number, column: number): string;
}

const SAMPLE_ROWS = 400;
/** Rows between two looks at the clock; the page gets its turn after some ten milliseconds of ours. */
const STRIDE = 1024;
const TURN_MS = 12;

/** Reads a table that is in memory, in turns, so that the page it lies in stays alive. */
export function readColumns(
  table: CellTable,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  return readUntilSettled(request, sink, (settled) => readColumnsOnce(table, settled, sink, signal));
}

/** The same with the formats guessed from the first rows; throws a `Reread` where later ones say otherwise. */
export async function readColumnsOnce(
  table: CellTable,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  if (table.length === 0)
    throw new RfmError('no-rows', 'The table has no rows. Give it at least one transaction.');
  const cells = Array.from({ length: Math.min(SAMPLE_ROWS, table.length) }, (_, row) =>
    table.columns.map((_name, column) => table.text(row, column)),
  );
  const plan = planRows(table.columns, cells, '', request);
  await readRows(table, plan, sink, signal);
  return { ...(await finishReading(plan, request, sink)), encoding: null };
}

async function readRows(
  table: CellTable,
  plan: ReadingPlan,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { reader } = plan;
  const fields = new CellFields(table);
  let turn = performance.now();
  for (let row = 0; row < table.length; row += 1) {
    fields.row = row;
    reader.encoder.rowsRead += 1;
    if (reader.row(fields, row + 1)) fields.remember(reader.encoder.seen);
    if (reader.encoder.ready) await sink.batch(reader.encoder.take());
    if (row % STRIDE === 0 && performance.now() - turn > TURN_MS) {
      checkGuesses(plan, false);
      sink.progress(row, table.length);
      await new Promise((resolve) => setTimeout(resolve));
      throwIfAborted(signal);
      turn = performance.now();
    }
  }
  checkGuesses(plan, true);
  throwIfAborted(signal);
}

/** Gives the cells of one row as bytes. */
class CellFields implements RowFields {
  bytes: Uint8Array = new Uint8Array(1 << 10);
  start = 0;
  end = 0;
  row = 0;
  private readonly table: CellTable;
  private readonly encoder = new TextEncoder();

  constructor(table: CellTable) {
    this.table = table;
  }

  field(column: number): void {
    this.write(this.table.text(this.row, column));
  }

  text(): string {
    return this.table.columns.map((_, column) => this.table.text(this.row, column)).join(', ');
  }

  /** Notes the whole row, to find the ones that repeat it. */
  remember(seen: { add(bytes: Uint8Array, start: number, end: number): void }): void {
    this.write(this.table.columns.map((_, column) => this.table.text(this.row, column)).join('\u001f'));
    seen.add(this.bytes, 0, this.end);
  }

  private write(text: string): void {
    if (text.length * 3 > this.bytes.length) this.bytes = new Uint8Array(text.length * 3);
    this.end = this.encoder.encodeInto(text, this.bytes).written;
  }
}
