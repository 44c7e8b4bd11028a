import type { Period } from '../compute/results';
import type { CustomerTables } from './customer-tables';
import { countedRows, isPurchase, money, type SourceTables, transactions } from './source-tables';

/**
 * The number of the period a month or a day lies in: it rises by one from period to period. Weeks begin on Monday
 * (ISO 8601); 1970-01-01 was a Thursday, so week 0 begins three days before it.
 */
export function periodNumber(period: Period, yearStart: number): string {
  switch (period) {
    case 'week':
      return '((day + 3) - ((day + 3) % 7 + 7) % 7) // 7';
    case 'month':
      return 'month';
    case 'quarter':
      return `(month - ${yearStart - 1}) // 3`;
    case 'year':
      return `(month - ${yearStart - 1}) // 12`;
  }
}

/** One row per customer and period with activity: purchase rows and net amount, in whole units. */
export function activity(
  tables: SourceTables,
  { months }: Pick<CustomerTables, 'months'>,
  period: Period,
  where: string,
): string {
  const number = periodNumber(period, tables.yearStart);
  if (period !== 'week')
    return `
SELECT customer, ${number} AS number, sum(purchases) AS purchases, sum(amount) AS amount
FROM ${months}
GROUP BY ALL`;
  return `
SELECT customer, ${number} AS number,
  count(*) FILTER (WHERE ${isPurchase(tables)}) AS purchases, sum(amount) AS amount
FROM ${transactions(tables)}
WHERE ${countedRows(tables)} AND ${where}
GROUP BY ALL`;
}

/**
 * Customers with a purchase and net amount by cohort (period of the first purchase) and periods since. Refunds before
 * a first purchase count at its period.
 */
export function selectCohortCells(tables: SourceTables, activityRows: string): string {
  return `
WITH activity AS (${activityRows}), firsts AS (
  SELECT customer, min(number) AS cohort FROM activity WHERE purchases > 0 GROUP BY customer
)
SELECT cohort::INTEGER AS cohort, greatest(number - cohort, 0)::INTEGER AS period,
  (count(*) FILTER (WHERE purchases > 0))::INTEGER AS customers, ${money(tables, 'sum(amount)')} AS revenue
FROM activity JOIN firsts USING (customer)
GROUP BY ALL
ORDER BY ALL`;
}
