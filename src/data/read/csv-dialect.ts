import { RfmError } from '../../util/rfm-error';
import { decode } from './bytes';
import { cellKind } from './cell-kind';
import { CsvRecords, type Dialect } from './csv-records';
import { SAMPLE_ROWS } from './looked-at';

const DELIMITERS = [',', ';', '\t', '|', ' '];
const QUOTES = ['"', "'"];

const TYPED_ROWS = 40;

/** A record of the sample: its cells as text and the line it begins on, from 1. */
export interface SampleRow {
  cells: string[];
  line: number;
}

/** Cuts the sample into rows; the last, which the sample may cut off, only where the file ends there. */
export function sampleRows(sample: Uint8Array, dialect: Dialect, final: boolean, width = 0): SampleRow[] {
  const records = new CsvRecords(dialect);
  records.width = width;
  const rows: SampleRow[] = [];
  let line = 1;
  for (let at = 0; at < sample.length && rows.length < SAMPLE_ROWS; ) {
    let next = records.next(sample, at, sample.length, final);
    // A quote that nothing in the sample closes would hide all rows below it; a row that is merely cut off ends it.
    if (next < 0) next = records.next(sample, at, sample.length, true);
    if (!final && next === sample.length) break;
    const cells = Array.from({ length: records.count }, (_, i) => cellText(records, sample, i));
    if (cells.length > 1 || cells[0]!.trim() !== '') rows.push({ cells, line });
    line += 1 + records.innerLines;
    at = next;
  }
  return rows;
}

/** The text of field `i` of the record just read. */
export function cellText(records: CsvRecords, bytes: Uint8Array, i: number): string {
  if (!records.escaped[i]) return decode(bytes, records.starts[i]!, records.ends[i]!);
  const field = records.unescape(bytes, i);
  return decode(field, 0, field.length);
}

/** How the sample is written: the dialect under which its rows agree best on a number of fields that look like data. */
export function detectDialect(sample: Uint8Array, final: boolean, delimiter: string | undefined): Dialect {
  const delimiters = delimiter === undefined ? DELIMITERS : [checkDelimiter(delimiter)];
  const escapedBy = quoteEscape(sample);
  let best: { dialect: Dialect; score: number } | undefined;
  for (const quote of QUOTES.map((sign) => sign.charCodeAt(0)))
    for (const sign of delimiters) {
      if (quote === 0x27 && !quotesFields(sample, sign)) continue;
      const dialect = { delimiter: sign.charCodeAt(0), quote, escapedBy: escapedBy ?? quote };
      const width = modalWidth(sampleRows(sample, dialect, final));
      const score = dialectScore(sampleRows(sample, dialect, final, width), sign);
      if (!best || score > best.score) best = { dialect, score };
    }
  return best!.dialect;
}

function checkDelimiter(delimiter: string): string {
  const named: Record<string, string> = {
    tab: '\t',
    '\\t': '\t',
    comma: ',',
    semicolon: ';',
    space: ' ',
    pipe: '|',
  };
  const sign = named[delimiter.toLowerCase()] ?? (delimiter.length > 1 ? delimiter.trim() : delimiter);
  if (sign.length === 1 && sign.charCodeAt(0) < 0x80) return sign;
  throw new RfmError(
    'invalid-option',
    `delimiter: "${delimiter}" is not one ASCII character. Use for instance "," ";" "|" or "tab".`,
    { details: { option: 'delimiter', value: delimiter } },
  );
}

/** A single quote is taken for a quotation mark only where it stands at fields' edges and double quotes do not. */
function quotesFields(sample: Uint8Array, delimiter: string): boolean {
  const text = decode(sample, 0, Math.min(sample.length, 1 << 16));
  const edges = text.split(`'${delimiter}'`).length - 1;
  return edges > 2 && !text.includes(`"${delimiter}"`);
}

/** The byte before quotes inside fields, where the sample doubles none (an empty field in quotes is no doubled one). */
function quoteEscape(sample: Uint8Array): number | null {
  const text = decode(sample, 0, Math.min(sample.length, 1 << 16));
  if (/[^\s,;|\\\0]""|""[^\s,;|]/.test(text)) return null;
  return ['\\', '\0'].find((sign) => text.includes(`${sign}"`))?.charCodeAt(0) ?? null;
}

/** Agreement of the rows on one number of fields, times how much the fields look like numbers and dates. */
function dialectScore(rows: SampleRow[], delimiter: string): number {
  if (rows.length === 0) return 0;
  const width = modalWidth(rows);
  if (width < 2) return 0.01;
  const agreeing = rows.filter(({ cells }) => cells.length === width);
  const agreement = agreeing.length / rows.length;
  const cells = agreeing.slice(-TYPED_ROWS).flatMap((row) => row.cells);
  const typed = cells.filter((cell) => cellKind(cell) !== 'text').length / cells.length;
  const likelihood = delimiter === ' ' ? 0.6 : 1;
  return agreement * agreement * (1 - 1 / (width + 1)) * (0.25 + typed) * likelihood;
}

/** The number of fields that most rows have. */
export function modalWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width;
  return best;
}

/** Where the table begins: the rows before its header, and the names of its columns. */
export interface TableHead {
  /** Rows (of the sample) before the first row of data. */
  skip: number;
  columns: string[];
  /** Lines of text above the header that are no part of the table. */
  preamble: number;
}

/** Finds the header: the first row as wide as the table, where it reads as names over values. */
export function detectHead(rows: readonly SampleRow[], header: 'auto' | 'yes' | 'no'): TableHead {
  const width = modalWidth(rows);
  const filled = ({ cells }: SampleRow): number => cells.filter((cell) => cell.trim() !== '').length;
  const full = rows.findIndex((row) => row.cells.length === width && filled(row) * 2 > width);
  const any = rows.findIndex((row) => row.cells.length === width && filled(row) > 0);
  const preamble = Math.max(full < 0 ? any : full, 0);
  const first = rows[preamble]?.cells ?? [];
  const rest = rows.slice(preamble + 1);
  const narrower = header === 'no' ? null : narrowerHeader(rows, preamble, width);
  if (narrower) return { skip: preamble, columns: columnNames(narrower), preamble: preamble - 1 };
  const named = header === 'yes' || (header === 'auto' && readsAsHeader(first, rest));
  const columns = columnNames(named ? first : first.map(() => ''));
  return { skip: named ? preamble + 1 : preamble, columns, preamble };
}

/**
 * The names right above the first full row where they are fewer than the columns: rows that end in delimiters, or a
 * first column of row names without a header, as R writes them. Null where the line above is something else.
 */
function narrowerHeader(rows: readonly SampleRow[], first: number, width: number): string[] | null {
  const names = rows[first - 1]?.cells;
  if (!names || names.length < 2 || !names.every((cell) => cellKind(cell) === 'text')) return null;
  const full = rows.slice(first).filter(({ cells }) => cells.length === width);
  if (readsAsHeader(full[0]!.cells, full.slice(1))) return null;
  const surplus = full.every(({ cells }) => cells.slice(names.length).every((cell) => cell.trim() === ''));
  const padding = Array.from({ length: width - names.length }, () => '');
  if (surplus) return [...names, ...padding];
  return names.length === width - 1 ? ['', ...names] : null;
}

/** Whether a row holds names: no number and no date, and either such below it or no name twice. */
function readsAsHeader(first: readonly string[], rest: readonly SampleRow[]): boolean {
  const kinds = first.map(cellKind);
  if (kinds.some((kind) => kind === 'number' || kind === 'date')) return false;
  if (rest.length === 0) return true;
  const filled = first.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return false;
  return (
    new Set(filled).size === filled.length || kinds.some((kind, i) => kind === 'text' && isTyped(rest, i))
  );
}

/** Whether most cells of a column are numbers or dates. */
function isTyped(rows: readonly SampleRow[], column: number): boolean {
  const kinds = rows.slice(0, TYPED_ROWS).map(({ cells }) => cellKind(cells[column] ?? ''));
  return kinds.filter((kind) => kind === 'number' || kind === 'date').length * 2 > kinds.length;
}

/** Names as they stand, trimmed; `column3` for one without, `name_2` for one met before. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.trim() || `column${index + 1}`;
    let name = base;
    for (let n = 2; seen.has(name); n += 1) name = `${base}_${n}`;
    seen.add(name);
    return name;
  });
}
