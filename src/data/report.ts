import type { Table } from 'apache-arrow';
import type { Report } from '../compute/results';
import { isoOf } from '../util/calendar';
import type { ReadOutcome } from './read/read-request';

/** A last date is far from the rest where more days than these lie between it and the day by which almost all rows have come. */
const FAR_DAYS = 366;
/** Few rows may lie far apart: among fewer than these it takes three years, and twice the time that the rest spans. */
const MANY_ROWS = 1000;

/** Sums and counts over the transactions used. */
export type RowFigures = Pick<
  ReadOutcome,
  | 'amountUsed'
  | 'amountRefunded'
  | 'refundRows'
  | 'zeroRows'
  | 'customers'
  | 'firstDay'
  | 'lastDay'
  | 'lateDay'
>;

/** The figures that the engine has for the rows of a rollup. */
export function figuresOf(summary: Table): RowFigures {
  const figure = (name: string): number => Number(summary.getChild(name)!.get(0));
  return {
    amountUsed: figure('used'),
    amountRefunded: figure('refunds'),
    refundRows: figure('refund_rows'),
    zeroRows: figure('zero_rows'),
    customers: figure('customers'),
    firstDay: figure('first_day'),
    lastDay: figure('last_day'),
    lateDay: figure('late_day'),
  };
}

/** What became of every row. `buyers` have a purchase. */
export function reportOf(outcome: ReadOutcome, figures: RowFigures, buyers: number): Report {
  const [firstDay, lastDay] = [figures.firstDay!, figures.lastDay!];
  return {
    rowsRead: outcome.rowsRead,
    rowsUsed: outcome.rowsUsed,
    rejected: outcome.rejected,
    amount: {
      read: outcome.amountRead,
      used: figures.amountUsed,
      refunds: figures.amountRefunded,
      rejected: outcome.amountRejected,
    },
    encoding: outcome.encoding,
    delimiter: outcome.delimiter,
    dateFormat: outcome.dateFormat,
    decimal: outcome.decimal,
    currency: outcome.currency,
    confidence: outcome.confidence,
    from: isoOf(firstDay),
    to: isoOf(lastDay),
    customers: buyers,
    refundRows: figures.refundRows,
    zeroRows: figures.zeroRows,
    duplicateRows: outcome.duplicateRows,
    refundOnlyCustomers: figures.customers - buyers,
    notes: [...outcome.notes, ...lateDateNotes(figures, outcome.rowsUsed)],
  };
}

function lateDateNotes({ firstDay, lastDay, lateDay }: RowFigures, rows: number): Report['notes'] {
  const gap = lastDay! - lateDay!;
  const far = rows < MANY_ROWS ? Math.max(3 * FAR_DAYS, 2 * (lateDay! - firstDay!)) : FAR_DAYS;
  if (gap <= far) return [];
  return [
    {
      code: 'late-date',
      message: `The last date, ${isoOf(lastDay!)}, lies far beyond the rest (almost all rows are up to ${isoOf(lateDay!)}). It is the as-of date of every figure; set as-of if it is a typing error.`,
      details: { date: isoOf(lastDay!), rest: isoOf(lateDay!) },
    },
  ];
}
