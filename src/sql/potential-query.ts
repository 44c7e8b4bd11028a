import { integer } from './identifier';
import {
  countedRows,
  customerNames,
  money,
  type SourceTables,
  spansDays,
  transactions,
} from './source-tables';

/**
 * Repeat buying of every customer who has a purchase day: a day with a positive net amount. `x` repeat days, first and
 * last day, and `z`, the mean net of the repeat days (0 without one).
 */
export function selectRepeatBuying(tables: SourceTables, customers: string, where: string): string {
  const repeats = spansDays(tables) ? repeatsOfPeriods(tables, where) : repeatsOfDays(tables, where);
  return `
SELECT customer, x, first_day::INTEGER AS first_day, last_day::INTEGER AS last_day,
  CASE WHEN x > 0 THEN ${money(tables, '(total - first_net)')} / x ELSE 0 END AS z
FROM (${repeats}) AS repeats SEMI JOIN ${customers} USING (customer)
ORDER BY customer`;
}

function repeatsOfDays(tables: SourceTables, where: string): string {
  return `
WITH purchase_days AS (
  SELECT customer, day, sum(amount) AS net
  FROM ${transactions(tables)} WHERE ${countedRows(tables)} AND ${where}
  GROUP BY customer, day HAVING sum(amount) > 0
)
SELECT customer, (count(*) - 1)::INTEGER AS x, min(day) AS first_day, max(day) AS last_day,
  sum(net) AS total, arg_min(net, day) AS first_net
FROM purchase_days GROUP BY customer`;
}

/** The same where the rollup has counted the purchase days of each period. */
function repeatsOfPeriods(tables: SourceTables, where: string): string {
  return `
SELECT customer, (sum(net_days) - 1)::INTEGER AS x, min(first_net_day) AS first_day, max(last_net_day) AS last_day,
  sum(net_amount) AS total, arg_min(first_net_amount, first_net_day) AS first_net
FROM ${transactions(tables)} WHERE net_days > 0 AND ${where}
GROUP BY customer`;
}

/** Current value beside a potential that was reckoned elsewhere, 0 for customers it does not name. */
export function joinPotential(tables: SourceTables, customers: string, potential: string): string {
  return `
SELECT customer, amount, ${money(tables, 'amount')} AS current_value, coalesce(potential_value, 0) AS potential_value
FROM ${customers} LEFT JOIN ${potential} USING (customer)`;
}

/**
 * Headroom: the 80th percentile of monetary among customers of the same frequency score and the same quintile of
 * first purchase, less the customer's own, at least 0. `breaks` divide frequency and first day; equal dates are alike.
 */
export function headroom(
  tables: SourceTables,
  customers: string,
  breaks: { frequency: readonly number[]; firstDay: readonly number[] },
): string {
  const above = (column: string, limits: readonly number[]): string =>
    limits.map((limit) => `(${column} > ${limit})::INTEGER`).join(' + ');
  return `
SELECT customer, amount, current_value,
  greatest(quantile_cont(current_value, 0.8) OVER (PARTITION BY f, started) - current_value, 0) AS potential_value
FROM (
  SELECT customer, amount, ${money(tables, 'amount')} AS current_value,
    ${above('frequency', breaks.frequency)} AS f, ${above('first_day', breaks.firstDay)} AS started
  FROM ${customers}
)`;
}

/**
 * The host's figure for each customer name: that of the last row up to as-of, in the order of the input (of the last
 * period of a rollup); and whether the rows differ.
 */
export function createHostFigures(
  own: SourceTables,
  other: SourceTables,
  name: string,
  asOfDay: number,
): string {
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT own.code AS customer, ${money(other, `last(amount ORDER BY ${other.rollup ? 'day, ' : ''}rows.rowid)`)} AS potential_value,
  count(DISTINCT amount) > 1 AS differs
FROM ${transactions(other)} AS rows
JOIN ${customerNames(other)} AS theirs ON theirs.code = rows.customer
JOIN ${customerNames(own)} AS own ON own.name = theirs.name
WHERE day <= ${integer(asOfDay)}
GROUP BY own.code`;
}

/** Score, past spend and what came after, for the backtest of a potential at an earlier date. */
export function selectBacktest(
  tables: SourceTables,
  values: string,
  splitDay: number,
  asOfDay: number,
  filter: string,
): string {
  return `
WITH later AS (
  SELECT customer, ${money(tables, 'sum(amount)')} AS outcome
  FROM ${transactions(tables)}
  WHERE day > ${integer(splitDay)} AND day <= ${integer(asOfDay)} AND ${countedRows(tables)} AND ${filter}
  GROUP BY customer
)
SELECT potential_value AS score, current_value AS spend, coalesce(outcome, 0) AS outcome
FROM ${values} LEFT JOIN later USING (customer)
ORDER BY customer`;
}
