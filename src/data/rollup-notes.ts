import type { Table } from 'apache-arrow';
import type { Report } from '../compute/results';
import { selectMissingMonths } from '../sql/rollup-checks';
import type { SourceTables } from '../sql/source-tables';
import { firstDayOfMonth, isoOf } from '../util/calendar';

type Notes = Report['notes'];

/** The codes of the notes that every result of a rollup carries. */
export const ROLLUP_NOTES: readonly string[] = ['rollup', 'sampled', 'months-missing'];

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
  const notes = tables.sample < 1 ? [rollup, sampledNote(tables.sample)] : [rollup];
  if (missing.length === 0) return notes;
  const message = `The rollup has no row of ${missing.join(', ')}. If a partition was left out, the figures are not whole: load all of them.`;
  return [...notes, { code: 'months-missing', message, details: { months: missing } }];
}

function sampledNote(share: number): Notes[number] {
  const message = `The rollup is of a sample of the customers, ${Number((100 * share).toPrecision(6))} % of them chosen by a hash of their ids: counts and sums are those of the sample, shares and means are estimates for all.`;
  return { code: 'sampled', message, details: { share } };
}
