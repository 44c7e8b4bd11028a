import type { Period } from '../compute/results';
import { integer } from './identifier';
import {
  beginsCounts,
  COUNT_BEGUN,
  countedRows,
  countOwnOrders,
  countPurchases,
  money,
  type SourceTables,
  transactions,
  withOrders,
} from './source-tables';

/** The rows that are wanted: by a condition, which may keep or leave out whole days only. */
export interface RowsWanted {
  where: string;
  byDayOnly: boolean;
}

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

/**
 * One row per customer and `number`, an expression of the rows that never falls from one day to the next: purchase rows,
 * net amount in whole units, and orders that began. `joined` brings further columns to the rows.
 */
function activityOfRows(
  tables: SourceTables,
  number: string,
  { where, byDayOnly }: RowsWanted,
  joined: string = '',
): string {
  const rows = `${transactions(tables)} ${joined}`;
  const marked = beginsCounts(tables, byDayOnly);
  const orders = marked ? `${COUNT_BEGUN} AS orders` : `${countOwnOrders(tables)} AS own_orders`;
  const activity = `
SELECT customer, ${number} AS number, ${countPurchases(tables)} AS purchases, ${orders}, sum(amount) AS amount
FROM ${rows}
WHERE ${countedRows(tables)} AND ${where}
GROUP BY ALL`;
  return marked ? activity : withOrders(tables, activity, { rows, number, name: 'number' }, where);
}

/** One row per customer and period with activity: purchase rows, orders begun, and net amount in whole units. */
export function activity(tables: SourceTables, months: string, period: Period, rows: RowsWanted): string {
  const number = periodNumber(period, tables.yearStart);
  if (period === 'week') return activityOfRows(tables, number, rows);
  if (period === 'month')
    return `SELECT customer, ${number} AS number, purchases, orders, amount FROM ${months}`;
  return `
SELECT customer, ${number} AS number,
  sum(purchases) AS purchases, sum(orders) AS orders, sum(amount) AS amount
FROM ${months}
GROUP BY ALL`;
}

/** Each customer's first and last period with a purchase, by their numbers. */
export function customerPeriods(tables: SourceTables, customers: string, period: Period): string {
  const number = (end: string): string =>
    periodNumber(period, tables.yearStart, `${end}_day`, `${end}_month`);
  return `SELECT customer, ${number('first')} AS first_number, ${number('last')} AS last_number FROM ${customers}`;
}

/**
 * Customers with the periods since their first purchase in which they were active, and the last of them with a purchase;
 * `k` is 0 for refunds before the first.
 */
export function sinceFirst(
  tables: SourceTables,
  customers: string,
  period: Period,
  activityRows: string,
): string {
  return `
SELECT customer, first_number AS cohort, greatest(number - first_number, 0) AS k, last_number - first_number AS last_k,
  purchases, orders, amount
FROM (${activityRows}) JOIN (${customerPeriods(tables, customers, period)}) AS own USING (customer)`;
}

/** The same in blocks of days that roll from each customer's own first purchase; cohorts by its calendar period. */
export function sinceFirstRolling(
  tables: SourceTables,
  customers: string,
  period: Period,
  rows: RowsWanted,
): string {
  const length = BLOCK_DAYS[period];
  const block = `greatest(day - first_day, 0) // ${length}`;
  const joined = `JOIN (SELECT customer, first_day FROM ${customers}) AS firsts USING (customer)`;
  return `
SELECT customer, cohort, number AS k, last_k, purchases, orders, amount
FROM (${activityOfRows(tables, block, rows, joined)}) JOIN (
  SELECT customer, ${periodNumber(period, tables.yearStart, 'first_day', 'first_month')} AS cohort,
    (last_day - first_day) // ${length} AS last_k
  FROM ${customers}
) AS own USING (customer)`;
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
FROM (${rule === 'streak' ? withPlaces(rows) : rows})
GROUP BY cohort, k
ORDER BY cohort, k`;
}

/** The rows with how many periods with a purchase there are up to each. */
function withPlaces(rows: string): string {
  return `
SELECT *, sum((purchases > 0)::INTEGER) OVER (PARTITION BY customer ORDER BY k) AS place
FROM (${rows})`;
}

/** The size of each cohort and its members' earliest and latest first purchase. */
export function selectCohortMembers(tables: SourceTables, customers: string, period: Period): string {
  const number = periodNumber(period, tables.yearStart, 'first_day', 'first_month');
  return `
SELECT (${number})::INTEGER AS cohort, count(*)::INTEGER AS size, min(first_day)::INTEGER AS first_day, max(first_day)::INTEGER AS last_day
FROM ${customers}
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
FROM (${rows}) WHERE purchases > 0 AND k = last_k`;
  }
}

/** The first day of the period numbered `number`, as `YYYY-MM-DD`. */
export function periodStart(period: Period, yearStart: number, number: string = 'cohort'): string {
  if (period === 'week') return `(DATE '1970-01-01' + (${number} * 7 - 3)::INTEGER)::VARCHAR`;
  const length = { month: 1, quarter: 3, year: 12 }[period];
  const month = `(${number} * ${length} + ${period === 'month' ? 0 : integer(yearStart - 1)})`;
  return `printf('%04d-%02d-01', (${month} // 12)::INTEGER, (${month} % 12 + 1)::INTEGER)`;
}
