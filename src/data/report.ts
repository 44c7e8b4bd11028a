import type { Table } from 'apache-arrow';
import type { Report } from '../compute/results';
import { isoOf } from '../util/calendar';
import type { ReadOutcome } from './read/read-request';

/** A last date is far from the rest where this many days lie between it and the last but one per cent. */
const FAR_DAYS = 366;

/** What became of every row, from what the reader counted and what the engine holds. `buyers` have a purchase. */
export function reportOf(outcome: ReadOutcome, summary: Table, buyers: number): Report {
  const figure = (name: string): number => Number(summary.getChild(name)!.get(0));
  const used = figure('used');
  return {
    rowsRead: outcome.rowsRead,
    rowsUsed: outcome.rowsUsed,
    rejected: outcome.rejected,
    amount: {
      read: outcome.amountRead,
      used,
      refunds: figure('refunds'),
      rejected: outcome.amountRejected,
    },
    encoding: outcome.encoding,
    delimiter: outcome.delimiter,
    dateFormat: outcome.dateFormat,
    decimal: outcome.decimal,
    currency: outcome.currency,
    confidence: outcome.confidence,
    from: isoOf(figure('first_day')),
    to: isoOf(figure('last_day')),
    customers: buyers,
    refundRows: figure('refund_rows'),
    zeroRows: figure('zero_rows'),
    duplicateRows: outcome.duplicateRows,
    refundOnlyCustomers: figure('customers') - buyers,
    notes: [...outcome.notes, ...lateDateNotes(figure('last_day'), figure('late_day'))],
  };
}

function lateDateNotes(lastDay: number, lateDay: number): Report['notes'] {
  if (lastDay - lateDay <= FAR_DAYS) return [];
  return [
    {
      code: 'late-date',
      message: `The last date, ${isoOf(lastDay)}, lies far behind the rest (99.9 % of rows are up to ${isoOf(lateDay)}). It is the as-of date of every figure; set as-of if it is a typing error.`,
      details: { date: isoOf(lastDay), rest: isoOf(lateDay) },
    },
  ];
}
