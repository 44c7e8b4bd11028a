import { isoOf } from '../util/calendar';
import { RfmError } from '../util/rfm-error';
import { type PreparedInput, prepareInput } from './input';
import { amountColumns } from './mapping/amount-columns';
import {
  type ColumnProfile,
  candidateNames,
  findColumn,
  guessMapping,
  type MappingGuess,
  missingParts,
  profilesOf,
} from './mapping/resolve-mapping';
import { encode } from './read/bytes';
import type { DateGuess } from './read/column-formats';
import { currencyOf } from './read/currency';
import { DateReader } from './read/date-reader';
import { type Look, seenBy, type TableBeginning } from './read/looked-at';
import { MoneyReader } from './read/money-reader';
import { type ReadOptions, type ReadSink, readOptions } from './read/read-request';
import { guessFormats } from './read/reading-plan';
import { isRollup } from './read/rollup-reader';
import { readInputs } from './reading';
import type { PartialMapping, SourceInput, SourceOptions } from './source-options';

/** A rollup names its columns itself. */
const OF_ROLLUP: MappingGuess = {
  mapping: { customer: 'customer', date: 'period_start', amount: 'amount' },
  confidence: { customer: 1, date: 1, amount: 1 },
};

/** Rows that are handed out. */
const SHOWN_ROWS = 20;

const PARTS = ['customer', 'date', 'amount', 'order', 'profit'] as const;
export type MappedPart = (typeof PARTS)[number];

/** What a file is and what loading it would take it for, as far as its beginning tells. */
export interface Inspection extends Look {
  columns: readonly string[];
  /** The first rows as read, as text. */
  rows: readonly (readonly string[])[];
  /** What was given, and what could be told. */
  mapping: PartialMapping;
  /** How sure each part of the mapping is, 0 to 1; 1 where it was given. */
  confidence: Partial<Record<MappedPart, number>>;
  /** Needed parts that cannot be told. */
  missing: readonly MappedPart[];
  /** Columns that each part may mean, likeliest first. */
  candidates: Readonly<Record<MappedPart, readonly string[]>>;
  /** How the dates are read; null where no column of dates is known. */
  dateFormat: string | null;
  /** The other formats that every date seen reads in as well, as other days: the values do not decide. */
  otherDateFormats: readonly string[];
  /** A date that shows the difference, and the ISO date it is in each of the formats the values allow; null where they decide. */
  dateExample: { text: string; readings: readonly { format: string; date: string }[] } | null;
  decimal: '.' | ',';
  /** Whether the values decide the decimal sign. */
  decimalDecided: boolean;
  currency: string | null;
}

/**
 * Looks at the beginning of an input as `openSource` would read it, and says what it is before it is loaded. Never
 * throws for a mapping that cannot be told, and overlooks names in `mapping` that are no columns; rejects with the
 * `RfmError` of what cannot be read. Of several inputs it looks at the first. A `Response` or a stream is used up by it.
 */
export async function inspect(
  input: SourceInput | readonly SourceInput[],
  mapping: PartialMapping = {},
  options: SourceOptions = {},
): Promise<Inspection> {
  const { signal } = options;
  const prepared = prepareInput(input, signal ? { ...options.fetchOptions, signal } : options.fetchOptions);
  const { look, table } = await lookAt(prepared, readOptions(options), signal);
  if (prepared.kind === 'bytes') prepared.bytes.discard();
  return { ...look, ...judge(table, mapping, options) };
}

const NOWHERE: ReadSink = {
  batch: async () => undefined,
  restart: async () => undefined,
  progress: () => undefined,
};

/** What an input begins with, as its reader sees it. */
async function lookAt(
  input: PreparedInput,
  options: ReadOptions,
  signal: AbortSignal | undefined,
): Promise<NonNullable<ReturnType<typeof seenBy>>> {
  try {
    await readInputs([input], { mapping: {}, options, look: {} }, NOWHERE, signal);
  } catch (error) {
    const seen = seenBy(error);
    if (!seen) throw error;
    return seen;
  }
  throw new RfmError('file-unreadable', 'The file has no rows that could be looked at.');
}

function judge(
  table: TableBeginning,
  given: PartialMapping,
  options: ReadOptions,
): Omit<Inspection, keyof Look> {
  const { columns, cells } = table;
  const profiles = profilesOf(columns, cells);
  const { mapping, confidence } = isRollup(columns, options)
    ? OF_ROLLUP
    : guessMapping(known(given, columns), profiles);
  const { dates, decimals } = guessFormats(mapping, table, options);
  // Also where an answer is given: it may have to be given again.
  const guess = options.dateFormat
    ? guessFormats(mapping, table, { ...options, dateFormat: undefined }).dates
    : dates;
  return {
    columns,
    rows: cells.slice(0, SHOWN_ROWS),
    mapping,
    confidence,
    missing: missingParts(mapping),
    candidates: candidatesOf(profiles),
    dateFormat: mapping.date ? dates.format : null,
    otherDateFormats: mapping.date ? dates.open : [],
    dateExample: mapping.date && guess.open.length > 0 ? exampleOf(mapping.date, table, guess) : null,
    decimal: decimals.decimal,
    decimalDecided: decimals.other === null,
    currency: options.currency || guessCurrency(mapping.amount, table, decimals.decimal),
  };
}

/** The first date that the formats read as different days. */
function exampleOf(
  name: string,
  { columns, cells }: TableBeginning,
  { format, open }: DateGuess,
): Inspection['dateExample'] {
  const at = columns.indexOf(name);
  for (const row of cells) {
    const text = (row[at] ?? '').trim();
    const readings = [format, ...open].map((one) => ({ format: one, date: dateOf(text, one) }));
    const days = readings.map(({ date }) => date);
    if (!days.includes('') && new Set(days).size > 1) return { text, readings };
  }
  return null;
}

function dateOf(text: string, format: DateGuess['format']): string {
  const bytes = encode(text);
  const day = new DateReader(format).read(bytes, 0, bytes.length);
  return Number.isNaN(day) ? '' : isoOf(day);
}

function candidatesOf(profiles: readonly ColumnProfile[]): Inspection['candidates'] {
  const [customer, date, amount, order, profit] = PARTS.map((part) => candidateNames(part, profiles));
  return { customer: customer!, date: date!, amount: amount!, order: order!, profit: profit! };
}

/** The parts whose columns are there, called as they are called there. */
function known({ dimensions, ...parts }: PartialMapping, columns: readonly string[]): PartialMapping {
  const kept: PartialMapping = {};
  for (const part of PARTS) {
    const name = parts[part];
    if (name === '' && (part === 'order' || part === 'profit')) kept[part] = '';
    const found = name ? amountColumns(name, columns).map((one) => columnOf(part, one, columns)) : [];
    if (found.length > 0 && !found.includes(null)) kept[part] = found.join('*');
  }
  const there = (dimensions ?? []).flatMap((name) => columnOf('dimensions', name, columns) ?? []);
  return there.length > 0 ? { ...kept, dimensions: there } : kept;
}

function columnOf(part: string, name: string, columns: readonly string[]): string | null {
  try {
    return findColumn(part, name, columns);
  } catch {
    return null;
  }
}

/** The currency that the amounts seen name; null where they name none, or several, which loading refuses. */
function guessCurrency(
  amount: string | undefined,
  { columns, cells, sampleText }: TableBeginning,
  decimal: '.' | ',',
): string | null {
  if (!amount) return null;
  const reader = new MoneyReader(decimal);
  const at = amountColumns(amount, columns).map((name) => columns.indexOf(name));
  for (const cell of at.flatMap((column) => cells.map((row) => row[column] ?? ''))) {
    const bytes = encode(cell);
    reader.read(bytes, 0, bytes.length);
  }
  try {
    return currencyOf(reader.units, amount, sampleText);
  } catch {
    return null;
  }
}
