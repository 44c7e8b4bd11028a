import type { Table } from 'apache-arrow';
import type { Report } from '../compute/results';
import { selectMissingMonths } from '../sql/rollup-checks';
import type { SourceTables } from '../sql/source-tables';
import { firstDayOfMonth, isoOf } from '../util/calendar';

type Notes = Report['notes'];

/** The codes of the notes that every result of a rollup carries. */
export const ROLLUP_NOTES: readonly string[] = ['rollup', 'months-missing'];

/** What a report says of a rollup: how many transactions its rows stand for, and months of which there is none. */
export async function rollupNotes(
  { rollup: period, ...tables }: SourceTables,
  months: string,
  summary: Table,
  run: (sql: string) => Promise<Table>,
): Promise<Notes> {
  if (!period) return [];
  const transactions = Number(summary.getChild('transactions')!.get(0));
  const rollup = {
    code: 'rollup',
    message: `From a rollup by ${period}, whose rows stand for ${transactions} transactions (refunds: ${tables.refunds}, zero amounts: ${tables.zeroAmounts}).`,
    details: { period, transactions },
  };
  const found = (await run(selectMissingMonths(months))).getChild('month')!;
  const missing = Array.from({ length: found.length }, (_, i) =>
    isoOf(firstDayOfMonth(Number(found.get(i)))).slice(0, 7),
  );
  if (missing.length === 0) return [rollup];
  const message = `The rollup has no row of ${missing.join(', ')}. If a partition was left out, the figures are not whole: load all of them.`;
  return [rollup, { code: 'months-missing', message, details: { months: missing } }];
}
