import type { Mapping } from '../../compute/results';
import { amountColumns } from '../mapping/amount-columns';
import { resolveMapping } from '../mapping/resolve-mapping';
import { type DateGuess, detectDateFormat, detectDecimal } from './column-formats';
import { currencyOf } from './currency';
import type { DateFormat } from './date-reader';
import type { Note, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { RowReader } from './row-reader';

/** Reading learned from the rows that it must begin again with this. */
export class Reread {
  readonly dateFormat: DateFormat;

  constructor(dateFormat: DateFormat) {
    this.dateFormat = dateFormat;
  }
}

/** How the rows of a table are to be read: settled on a sample, before the first row. */
export interface ReadingPlan {
  columns: string[];
  mapping: Mapping;
  reader: RowReader;
  dates: DateGuess;
  decimal: '.' | ',';
  sampleText: string;
}

/** Settles mapping and formats from the columns and a sample of cells as text. */
export function planRows(
  columns: string[],
  cells: readonly (readonly string[])[],
  sampleText: string,
  { mapping: given, options }: ReadRequest,
): ReadingPlan {
  const mapping = resolveMapping(given, columns, cells);
  const values = (name: string): string[] => cells.map((row) => row[columns.indexOf(name)] ?? '');
  const decimal = detectDecimal(amountColumns(mapping.amount, columns).flatMap(values), options.decimal);
  const slashes = values(mapping.date).some((value) => value.includes('/'));
  const monthFirst = decimal === '.' && slashes && sampleText.includes('$');
  const dates = detectDateFormat(values(mapping.date), options.dateFormat, monthFirst);
  const reader = new RowReader(mapping, columns, options, { dateFormat: dates.format, decimal });
  return { columns, mapping, reader, dates, decimal, sampleText };
}

/** Where day and month were guessed and a row now says otherwise: begin again with the other order. */
export function checkDateOrder({ dates, reader }: ReadingPlan): void {
  if (!dates.decided && reader.swappedDates > 0) throw new Reread(dates.format === 'dmy' ? 'mdy' : 'dmy');
}

/** Hands out the last rows and says what became of all of them. */
export async function finishReading(
  plan: ReadingPlan,
  { options }: ReadRequest,
  sink: ReadSink,
): Promise<Omit<ReadOutcome, 'encoding'>> {
  const { reader, columns, mapping, dates, decimal, sampleText } = plan;
  const currency = options.currency || currencyOf(reader.amount.units, mapping.amount, sampleText);
  await sink.batch(reader.encoder.take());
  return {
    ...reader.encoder.counts(),
    mapping,
    columns,
    delimiter: null,
    dateFormat: dates.format,
    decimal,
    currency,
    notes: dateNotes(plan),
  };
}

function dateNotes({ dates, reader }: ReadingPlan): Note[] {
  if (!dates.decided)
    return [
      {
        code: 'ambiguous-dates',
        message: `Every date reads with the day first and with the month first; taken as ${dates.format}. Set the date format if that is wrong.`,
      },
    ];
  if (reader.swappedDates === 0) return [];
  return [
    {
      code: 'swapped-dates',
      message: `${reader.swappedDates} dates read only with day and month exchanged; they were left out.`,
    },
  ];
}
