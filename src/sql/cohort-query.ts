import type { Period } from '../compute/results';
import { integer } from './identifier';
import {
  countedRows,
  countOwnOrders,
  countPurchases,
  days,
  money,
  type SourceTables,
  transactions,
  withOrders,
} from './source-tables';

/** Days of a rolling block, by the period it stands for. */
export const BLOCK_DAYS: Record<Period, number> = { week: 7, month: 30, quarter: 91, year: 365 };

/**
 * The number of the period a month or a day lies in: it rises by one from period to period. Weeks begin on Monday
 * (ISO 8601); 1970-01-01 was a Thursday, so week 0 begins three days before it.
 */
function periodNumber(
  period: Period,
  yearStart: number,
  day: string = 'day',
  month: string = 'month',
): string {
  switch (period) {
    case 'week':
      return `((${day} + 3) - ((${day} + 3) % 7 + 7) % 7) // 7`;
    case 'month':
      return month;
    case 'quarter':
      return `(${month} - ${integer(yearStart - 1)}) // 3`;
    case 'year':
      return `(${month} - ${integer(yearStart - 1)}) // 12`;
  }
}

/** One row per customer and day, in a rollup the first of its period: purchase rows, net amount in whole units, and orders that began. */
function dailyActivity(tables: SourceTables, where: string): string {
  const rows = `
SELECT customer, day, ${countPurchases(tables)} AS purchases, ${countOwnOrders(tables)} AS own_orders, sum(amount) AS amount
FROM ${transactions(tables)}
WHERE ${countedRows(tables)} AND ${where}
GROUP BY customer, day`;
  return withOrders(tables, rows, 'day', where);
}

/** One row per customer and period with activity: purchase rows, orders begun, and net amount in whole units. */
export function activity(tables: SourceTables, months: string, period: Period, where: string): string {
  const rows = period === 'week' ? `(${dailyActivity(tables, where)})` : months;
  return `
SELECT customer, ${periodNumber(period, tables.yearStart)} AS number,
  sum(purchases) AS purchases, sum(orders) AS orders, sum(amount) AS amount
FROM ${rows}
GROUP BY ALL`;
}

/** Customers with the periods since their first purchase in which they were active; `k` is 0 for refunds before it. */
export function sinceFirst(activityRows: string): string {
  return `
WITH activity AS (${activityRows})
SELECT customer, cohort, greatest(number - cohort, 0) AS k, purchases, orders, amount
FROM activity JOIN (
  SELECT customer, min(number) AS cohort FROM activity WHERE purchases > 0 GROUP BY customer
) AS firsts USING (customer)`;
}

/** The same in blocks of days that roll from each customer's own first purchase; cohorts by its calendar period. */
export function sinceFirstRolling(
  tables: SourceTables,
  customers: string,
  period: Period,
  where: string,
): string {
  return `
SELECT customer, ${periodNumber(period, tables.yearStart, 'first_day', 'first_month')} AS cohort,
  greatest(day - first_day, 0) // ${BLOCK_DAYS[period]} AS k,
  sum(purchases) AS purchases, sum(orders) AS orders, sum(amount) AS amount
FROM (${dailyActivity(tables, where)}) JOIN (
  SELECT customer, first_day, month AS first_month FROM ${customers} JOIN ${days(tables)} ON day = first_day
) AS firsts USING (customer)
GROUP BY ALL`;
}

/** Whether a customer counts in period k: with a purchase in it, or in every period up to it. */
export type ReturnRule = 'on' | 'on-or-after' | 'streak';

/**
 * Customers, orders and net amount by cohort and k. For `streak` a customer counts as long as no period was missed;
 * for `on-or-after` in the last period with a purchase only, to be summed from the far end.
 */
export function selectCohortCells(tables: SourceTables, rows: string, rule: ReturnRule): string {
  const counts: Record<ReturnRule, string> = {
    on: 'purchases > 0',
    'on-or-after': 'purchases > 0 AND k = last_k',
    streak: 'purchases > 0 AND k = place - 1',
  };
  return `
SELECT cohort::INTEGER AS cohort, k::INTEGER AS period,
  (count(*) FILTER (WHERE ${counts[rule]}))::INTEGER AS customers,
  sum(orders)::INTEGER AS orders, ${money(tables, 'sum(amount)')} AS revenue
FROM (${rule === 'on' ? rows : withPlaces(rows)})
GROUP BY cohort, k
ORDER BY cohort, k`;
}

/** The rows with each customer's last period with a purchase, and how many such there are up to this one. */
function withPlaces(rows: string): string {
  return `
SELECT *,
  max(k) FILTER (WHERE purchases > 0) OVER (PARTITION BY customer) AS last_k,
  sum((purchases > 0)::INTEGER) OVER (PARTITION BY customer ORDER BY k) AS place
FROM (${rows})`;
}

/** The size of each cohort and its members' earliest and latest first purchase. */
export function selectCohortMembers(tables: SourceTables, customers: string, period: Period): string {
  const number = periodNumber(period, tables.yearStart);
  return `
SELECT (${number})::INTEGER AS cohort, count(*)::INTEGER AS size, min(first_day)::INTEGER AS first_day, max(first_day)::INTEGER AS last_day
FROM (SELECT first_day, first_day AS day, month FROM ${customers} JOIN ${days(tables)} AS days ON days.day = first_day)
GROUP BY cohort
ORDER BY cohort`;
}

/** Customers with their cohort, as text of its first day, and each period in which they count by `rule`. */
export function membersByCohort(
  tables: SourceTables,
  rows: string,
  period: Period,
  rule: ReturnRule,
): string {
  const columns = `customer, ${periodStart(period, tables.yearStart)} AS cohort`;
  switch (rule) {
    case 'on':
      return `SELECT ${columns}, k AS period FROM (${rows}) WHERE purchases > 0`;
    case 'streak':
      return `SELECT ${columns}, k AS period FROM (${withPlaces(rows)}) WHERE purchases > 0 AND k = place - 1`;
    case 'on-or-after':
      return `
SELECT ${columns}, unnest(range(last_k + 1)) AS period
FROM (${withPlaces(rows)}) WHERE purchases > 0 AND k = last_k`;
  }
}

/** The first day of the period numbered `number`, as `YYYY-MM-DD`. */
export function periodStart(period: Period, yearStart: number, number: string = 'cohort'): string {
  if (period === 'week') return `(DATE '1970-01-01' + (${number} * 7 - 3)::INTEGER)::VARCHAR`;
  const length = { month: 1, quarter: 3, year: 12 }[period];
  const month = `(${number} * ${length} + ${period === 'month' ? 0 : integer(yearStart - 1)})`;
  return `printf('%04d-%02d-01', (${month} // 12)::INTEGER, (${month} % 12 + 1)::INTEGER)`;
}
