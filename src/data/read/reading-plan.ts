import type { Mapping } from '../../compute/results';
import { RfmError } from '../../util/rfm-error';
import { amountColumns } from '../mapping/amount-columns';
import { resolveMapping } from '../mapping/resolve-mapping';
import type { PartialMapping } from '../source-options';
import { type DateGuess, type DecimalGuess, detectDateFormat, detectDecimal } from './column-formats';
import { currencyOf } from './currency';
import { type Look, LookedAt, type TableBeginning } from './looked-at';
import { customerNotes, mappingNotes } from './mapping-notes';
import type { Joint, Note, ReadOptions, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { isRollup, kindOf, RollupReader, rollupMapping } from './rollup-reader';
import { rowNotes } from './row-notes';
import { type FieldFormats, type Rival, RowReader, type TableReader } from './row-reader';
import type { Batch } from './transaction-encoder';

/** Reading learned from the rows that it must begin again with this. */
export class Reread {
  readonly learned: ReadOptions;

  constructor(learned: ReadOptions) {
    this.learned = learned;
  }
}

/** Reads, and again with what was learned. Each option is learned once at most, so this comes to an end. */
export async function readUntilSettled(
  request: ReadRequest,
  sink: ReadSink,
  read: (request: ReadRequest) => Promise<ReadOutcome>,
): Promise<ReadOutcome> {
  let { options } = request;
  for (;;) {
    try {
      return await read({ ...request, options });
    } catch (error) {
      if (!(error instanceof Reread)) throw error;
      await sink.restart();
      options = { ...options, ...error.learned };
    }
  }
}

/** So many more rows for another reading than against it settle it before the end. */
const CLEAR_LEAD = 20;

/** How the rows of a table are to be read: settled on a sample, before the first row. */
export interface ReadingPlan {
  columns: string[];
  mapping: Mapping;
  /** How sure each part of the mapping is, 0 to 1. */
  confidence: Readonly<Record<string, number>>;
  /** What the first rows leave in doubt. */
  doubts: readonly Note[];
  reader: TableReader;
  dates: DateGuess;
  decimals: DecimalGuess;
  sampleText: string;
  /** Some dates as they stand. */
  dateSamples: readonly string[];
  /** Tells the encoding of text that was taken for UTF-8 only because its beginning is plain ASCII; null where it was not. */
  encodingOf: ((text: Uint8Array) => string) | null;
  /** One of several inputs: what is left open at its end may be settled by the next. */
  joined: boolean;
}

/** What a reader does not say of a table that is only looked at. */
const UNKNOWN: Look = {
  format: 'table',
  encoding: null,
  delimiter: null,
  sheets: [],
  sheet: null,
  header: true,
  whole: false,
};

/** Settles mapping and formats from the columns and a sample of cells as text. */
export function planRows(
  columns: string[],
  cells: readonly (readonly string[])[],
  sampleText: string,
  request: ReadRequest,
): ReadingPlan {
  const { mapping: given, options, joint, look, rejected, part = { index: 0 } } = request;
  if (look) throw new LookedAt({ look: { ...UNKNOWN, ...look }, table: { columns, cells, sampleText } });
  if (joint?.plan) {
    const plan = goingOn(joint.plan, columns);
    plan.reader.encoder.input = joint.input;
    plan.reader.begin?.(part);
    return plan;
  }
  if (isRollup(columns, options)) return planRollup(columns, cells, request);
  const { mapping, confidence } = resolveMapping(given, columns, cells);
  const formats = guessFormats(mapping, { columns, cells, sampleText }, options);
  const reader = new RowReader(mapping, columns, options, formats);
  if (rejected) reader.encoder.keepRejected();
  reader.encoder.input = joint?.input ?? null;
  const doubts = mappingNotes({ mapping, confidence, columns, cells });
  const plan = {
    columns,
    mapping,
    confidence,
    doubts,
    reader,
    ...formats,
    sampleText,
    dateSamples: someDates(columns.indexOf(mapping.date), cells),
    encodingOf: null,
    joined: isJoined(joint),
  };
  if (joint) joint.plan = plan;
  return plan;
}

function isJoined(joint: Joint | undefined): boolean {
  return joint !== undefined && joint.input !== null;
}

function someDates(column: number, cells: readonly (readonly string[])[]): string[] {
  const dates = cells.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '');
  return [...new Set(dates)].slice(0, 3);
}

/** A rollup is written by a program: nothing of it is to be guessed. */
function planRollup(
  columns: string[],
  cells: readonly (readonly string[])[],
  { mapping: given, options, joint, rejected, part = { index: 0 } }: ReadRequest,
): ReadingPlan {
  const mapping = rollupMapping(given, columns);
  const reader = new RollupReader(kindOf(columns, cells), mapping, columns, cells, options, part);
  if (rejected) reader.encoder.keepRejected();
  reader.encoder.input = joint?.input ?? null;
  const dates: DateGuess = { format: 'ymd', others: [], open: [] };
  const decimals: DecimalGuess = { decimal: '.', other: null };
  const plan = {
    columns,
    mapping,
    confidence: {},
    doubts: [],
    dateSamples: [],
    reader,
    dates,
    decimals,
    sampleText: '',
    encodingOf: null,
    joined: isJoined(joint),
  };
  if (joint) joint.plan = plan;
  return plan;
}

/** The same reader for the next of several inputs, which must have the same columns. */
function goingOn(plan: ReadingPlan, columns: readonly string[]): ReadingPlan {
  const missing = plan.columns.filter((name) => !columns.includes(name));
  const added = columns.filter((name) => !plan.columns.includes(name));
  if (plan.columns.length === columns.length && plan.columns.every((name, i) => name === columns[i]))
    return plan;
  const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  const differences = [
    ...(missing.length > 0 ? [`it lacks ${list(missing)}`] : []),
    ...(added.length > 0 ? [`it has ${list(added)} besides`] : []),
    ...(missing.length + added.length === 0 ? ['they stand in another order'] : []),
  ];
  throw new RfmError(
    'column-missing',
    `Its columns are not those of the first input: ${differences.join(', and ')}. Inputs that are loaded together need the same columns in the same order.`,
    { details: { missing, added, columns: [...columns], expected: plan.columns } },
  );
}

/** How the dates and amounts of a mapping, whole or in part, are written. */
export function guessFormats(
  mapping: PartialMapping,
  { columns, cells, sampleText }: TableBeginning,
  options: ReadOptions,
): FieldFormats {
  const values = (name: string): string[] => cells.map((row) => row[columns.indexOf(name)] ?? '');
  const amounts = mapping.amount ? amountColumns(mapping.amount, columns).flatMap(values) : [];
  const written = mapping.date ? values(mapping.date) : [];
  const decimals = detectDecimal(amounts, options.decimal);
  const slashes = written.some((value) => value.includes('/'));
  const monthFirst = decimals.decimal === '.' && slashes && sampleText.includes('$');
  return { decimals, dates: detectDateFormat(written, options.dateFormat, monthFirst) };
}

/**
 * Where a format was guessed from the sample and more rows speak for another than for it: begin again with that. At the
 * end of all rows what none of them decides is asked.
 */
export function checkGuesses(plan: ReadingPlan, atEnd: boolean): void {
  const { reader, joined } = plan;
  const { unswappedOrder: order } = reader;
  if (order && atEnd && !joined) throw new Reread({ dateFormat: order, dates: 'half-swapped' });
  const least = atEnd && !joined ? 1 : CLEAR_LEAD;
  const leading = [...reader.dateRivals].sort((a, b) => lead(b) - lead(a))[0];
  if (leading && lead(leading) >= least)
    throw new Reread({ dateFormat: leading.value.format, dates: 'guessed' });
  const { decimalRival } = reader;
  if (decimalRival && lead(decimalRival) >= least) throw new Reread({ decimal: decimalRival.value.decimal });
  if (atEnd && !joined && isOpen(plan)) throw whichDay(plan);
}

/** Whether every date reads in another order of day, month and year as well, as another day. */
function isOpen({ dates, reader }: ReadingPlan): boolean {
  return (
    reader.encoder.rowsUsed > 0 &&
    reader.dateRivals.some(({ value, losses }) => losses === 0 && dates.open.includes(value.format))
  );
}

function whichDay({ dates, mapping, dateSamples }: ReadingPlan): RfmError {
  const formats = [dates.format, ...dates.open];
  return new RfmError(
    'mapping-needed',
    `Nothing decides the order of day and month: every date (${dateSamples.map((text) => `"${text}"`).join(', ')} …) reads as ` +
      `${formats.join(' and as ')}. Say which with the attribute date-format or the option dateFormat: ${formats.map((format) => `"${format}"`).join(' or ')}.`,
    {
      details: {
        missing: ['dateFormat'],
        found: mapping,
        candidates: { dateFormat: formats },
        samples: { [mapping.date]: dateSamples },
      },
    },
  );
}

function lead({ wins, losses }: Rival<unknown>): number {
  return wins - losses;
}

/** The rows gathered so far. Begins again in another encoding where ids show that the text is not in UTF-8 after all. */
export function takeBatch({ reader, encodingOf }: ReadingPlan): Batch {
  const batch = reader.encoder.take();
  const { brokenText } = reader.encoder;
  if (encodingOf && brokenText) throw new Reread({ encoding: encodingOf(brokenText) });
  return batch;
}

/** Hands out the last rows and says what became of all of them. */
export async function finishReading(
  plan: ReadingPlan,
  { options }: ReadRequest,
  sink: ReadSink,
): Promise<Omit<ReadOutcome, 'encoding'>> {
  const { reader, columns, mapping, dates, decimals, sampleText } = plan;
  const { customers, starts, rowsUsed } = reader.encoder;
  const currency = options.currency || currencyOf(reader.units, mapping.amount, sampleText);
  await sink.batch(takeBatch(plan));
  reader.finish?.();
  return {
    ...reader.encoder.counts(),
    duplicateRows: plan.joined ? 0 : reader.encoder.seen.countRepeats(),
    mapping,
    confidence: plan.confidence,
    columns,
    delimiter: null,
    dateFormat: dates.format,
    decimal: decimals.decimal,
    currency,
    notes: [
      ...rowNotes(reader, plan),
      ...plan.doubts,
      ...(isRollup(columns, options)
        ? []
        : customerNotes(mapping.customer, { customers, orders: starts, rowsUsed })),
    ],
  };
}
