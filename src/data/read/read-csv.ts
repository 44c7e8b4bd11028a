import { RfmError, throwIfAborted } from '../../util/rfm-error';
import { decode } from './bytes';
import { cellText, detectDialect, detectHead, modalWidth, sampleRows, type TableHead } from './csv-dialect';
import { CsvRecords, type Dialect } from './csv-records';
import { detectEncoding } from './encoding';
import { SAMPLE_ROWS } from './looked-at';
import type { Note, ReadOptions, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { checkGuesses, finishReading, planRows, type ReadingPlan, takeBatch } from './reading-plan';
import type { RowFields } from './row-reader';
import { SecondTable } from './second-table';

/** Short rows are taken as they are where this share of the sample has them (trailing empty cells left away). */
const COMMONLY_SHORT = 0.02;

/** A record longer than this is none: a file that has lost its line ends, or was made to fill the memory. */
const MOST_RECORD = 16 << 20;

interface Plan extends ReadingPlan {
  dialect: Dialect;
  head: TableHead;
  shortRows: boolean;
  /** Rows whose quotes were odd and that were read all the same. */
  mendedRows: number;
  second: SecondTable;
}

/** The beginning of a text in UTF-8, by which the rest is judged. */
export interface Sample {
  bytes: Uint8Array;
  /** Whether it is all of it. */
  whole: boolean;
  /** Whether UTF-8 is only assumed, because nothing beyond ASCII has been seen. */
  assumedUtf8: boolean;
}

/** Reads delimited text in UTF-8 that begins with `sample`. Every record is used or counted under a reason. */
export async function readCsv(
  chunks: AsyncIterable<Uint8Array>,
  sample: Sample,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Omit<ReadOutcome, 'encoding'>> {
  const plan = planReading(sample, request);
  await readRecords(chunks, plan, sink, signal);
  const outcome = await finishReading(plan, request, sink);
  return {
    ...outcome,
    delimiter: String.fromCharCode(plan.dialect.delimiter),
    notes: [...preambleNotes(plan.head), ...mendedNotes(plan), ...secondTableNotes(plan), ...outcome.notes],
  };
}

function planReading(sample: Sample, request: ReadRequest): Plan {
  const { dialect, head, cells, whole, sampleText } = beginCsv(sample, request.options);
  const delimiter = String.fromCharCode(dialect.delimiter);
  const look = request.look && { ...request.look, delimiter, header: head.skip > head.preamble, whole };
  const short = cells.filter((row) => row.length < head.columns.length).length;
  const shortRows = short / Math.max(cells.length, 1) > COMMONLY_SHORT;
  return {
    ...planRows(head.columns, cells, sampleText, { ...request, ...(look && { look }) }),
    encodingOf: sample.assumedUtf8 ? (text) => detectEncoding(text, undefined) : null,
    dialect,
    head,
    shortRows,
    mendedRows: 0,
    second: new SecondTable(head.columns),
  };
}

/** How a text is cut into a table, and the cells of its first rows. */
interface CsvBeginning {
  dialect: Dialect;
  head: TableHead;
  cells: string[][];
  /** Whether there are no further rows. */
  whole: boolean;
  sampleText: string;
}

/** Tells dialect and header from the beginning of a text. */
function beginCsv({ bytes, whole }: Sample, options: ReadOptions): CsvBeginning {
  const dialect = detectDialect(bytes, whole, options.delimiter);
  const rows = sampleRows(bytes, dialect, whole, modalWidth(sampleRows(bytes, dialect, whole)));
  if (rows.length === 0)
    throw new RfmError('no-rows', 'The file is empty: it has no rows. Choose another file.');
  const head = detectHead(rows, options.header ?? 'auto');
  const cells = rows.slice(head.skip).map((row) => row.cells);
  checkIsTable(head, cells);
  if (cells.length === 0)
    throw new RfmError('no-rows', 'The file has a header but no rows below it. Choose another file.');
  const sampleText = decode(bytes, 0, Math.min(bytes.length, 1 << 14));
  return { dialect, head, cells, whole: whole && rows.length < SAMPLE_ROWS, sampleText };
}

/** A text without columns is no table; say so rather than ask for a mapping of it. */
function checkIsTable(head: TableHead, cells: readonly string[][]): void {
  if (head.columns.length >= 2) return;
  throw new RfmError(
    'format-unknown',
    `This does not read as a table: no delimiter divides its ${cells.length + 1} lines into columns. Load a CSV file with at least ` +
      'a customer, a date and an amount in each row, or name the delimiter.',
    { details: { columns: head.columns } },
  );
}

async function readRecords(
  chunks: AsyncIterable<Uint8Array>,
  plan: Plan,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<void> {
  const records = new CsvRecords(plan.dialect);
  records.width = plan.head.columns.length;
  const rows = new RecordRows(plan, records);
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    throwIfAborted(signal);
    const bytes = rest.length === 0 ? chunk : join(rest, chunk);
    rest = bytes.subarray(await rows.take(bytes, false, sink));
    if (rest.length > MOST_RECORD) throw endless(plan);
  }
  await rows.take(rest, true, sink);
}

function endless({ reader }: Plan): RfmError {
  const row = reader.encoder.rowsRead + 1;
  return new RfmError(
    'file-unreadable',
    `Row ${row} is longer than ${MOST_RECORD >> 20} MB: the file has lost its line ends, or is no table. Export it again.`,
    { details: { row } },
  );
}

/** Walks the records of a stretch of bytes and gives each to the reader. */
class RecordRows implements RowFields {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  private line = 1;
  private skip: number;
  private buffer: Uint8Array = this.bytes;
  private from = 0;
  private to = 0;
  private readonly plan: Plan;
  private readonly records: CsvRecords;
  private readonly width: number;
  private readonly dateColumn: number;
  /** Whether the row before was empty. */
  private apart = false;

  constructor(plan: Plan, records: CsvRecords) {
    this.plan = plan;
    this.dateColumn = plan.columns.indexOf(plan.mapping.date);
    this.records = records;
    this.skip = plan.head.skip;
    this.width = plan.head.columns.length;
  }

  field(column: number): void {
    const { records } = this;
    if (column >= records.count) {
      this.start = 0;
      this.end = 0;
    } else if (records.escaped[column]) {
      this.bytes = records.unescape(this.buffer, column);
      this.start = 0;
      this.end = this.bytes.length;
    } else {
      this.bytes = this.buffer;
      this.start = records.starts[column]!;
      this.end = records.ends[column]!;
    }
  }

  /** All is text here. */
  money(): undefined {}

  day(): undefined {}

  whole(): undefined {}

  text(): string {
    return decode(this.buffer, this.from, this.to).replace(/[\r\n]+$/, '');
  }

  /** Reads the whole records in `bytes`; returns where the first unfinished one begins. */
  async take(bytes: Uint8Array, final: boolean, sink: ReadSink): Promise<number> {
    this.buffer = bytes;
    let at = 0;
    while (at < bytes.length) {
      const next = this.records.next(bytes, at, bytes.length, final);
      if (next < 0) break;
      this.from = at;
      this.to = next;
      this.record();
      this.line += 1 + this.records.innerLines;
      at = next;
      if (this.plan.reader.encoder.ready) await sink.batch(takeBatch(this.plan));
    }
    checkGuesses(this.plan, final);
    return at;
  }

  private record(): void {
    const { records, plan } = this;
    if (this.isEmpty()) {
      this.apart = true;
      return;
    }
    if (this.skip > 0) {
      this.skip -= 1;
      return;
    }
    const { encoder } = plan.reader;
    encoder.rowsRead += 1;
    const whole = !records.unclosed && !records.bent;
    const used =
      whole && !this.isOfAnother() && this.fits()
        ? plan.reader.row(this, this.line)
        : encoder.reject('malformed-row', this.line, () => this.text(), null);
    if (records.mended) plan.mendedRows += 1;
    if (used) encoder.seen.add(this.buffer, this.from, this.contentEnd());
    this.apart = this.to - this.from <= records.count + 1;
  }

  /** Whether the row belongs to another table below the one that is read, or is its header. */
  private isOfAnother(): boolean {
    const { plan, records } = this;
    const { second } = plan;
    if (this.mayBeHeader()) {
      const cells = Array.from({ length: records.count }, (_, i) => cellText(records, this.buffer, i));
      if (second.repeats(cells)) second.end();
      else if (second.begins(cells, this.line, this.apart)) return true;
    }
    if (!second.holds(records.count)) return false;
    second.take();
    return true;
  }

  /** Names stand where dates should: below a row that was used, and below a header, which the file then has. */
  private mayBeHeader(): boolean {
    const { records, plan, dateColumn } = this;
    if (dateColumn >= records.count) return this.apart && plan.reader.encoder.rowsUsed > 0;
    for (let i = records.starts[dateColumn]!; i < records.ends[dateColumn]!; i += 1)
      if (this.buffer[i]! >= 0x30 && this.buffer[i]! <= 0x39) return false;
    return plan.head.skip > plan.head.preamble && plan.reader.encoder.rowsUsed > 0;
  }

  private contentEnd(): number {
    let end = this.to;
    while (end > this.from && (this.buffer[end - 1] === 0x0a || this.buffer[end - 1] === 0x0d)) end -= 1;
    return end;
  }

  private isEmpty(): boolean {
    if (this.records.count !== 1) return false;
    for (let i = this.records.starts[0]!; i < this.records.ends[0]!; i += 1)
      if (this.buffer[i]! > 0x20) return false;
    return true;
  }

  /** Whether the record has the columns of the table; empty fields beyond them do not count. */
  private fits(): boolean {
    const { records, width } = this;
    if (records.count < width) return this.plan.shortRows && records.count > this.plan.reader.lastColumn;
    for (let i = width; i < records.count; i += 1) if (records.ends[i]! > records.starts[i]!) return false;
    return true;
  }
}

function preambleNotes({ preamble }: TableHead): Note[] {
  if (preamble === 0) return [];
  return [
    {
      code: 'preamble',
      message: `${preamble} lines above the header were skipped.`,
      details: { rows: preamble },
    },
  ];
}

function mendedNotes({ mendedRows }: Plan): Note[] {
  if (mendedRows === 0) return [];
  return [
    {
      code: 'odd-quotes',
      message: `${mendedRows} rows hold quotation marks that are not doubled or not closed; they were read in the one way that gives all columns.`,
      details: { rows: mendedRows },
    },
  ];
}

function secondTableNotes({ second: { line, rows } }: Plan): Note[] {
  if (rows < 2) return [];
  return [
    {
      code: 'second-table',
      message: `Another table begins in line ${line}. Its ${rows} rows are none of the first and were left out; load it from a file of its own.`,
      details: { line, rows },
    },
  ];
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
