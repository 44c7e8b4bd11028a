import { double, integer } from './identifier';
import { countedRows, money, type SourceTables, transactions } from './source-tables';

/** What potential value by momentum is reckoned from. */
export interface MomentumWindow {
  asOfDay: number;
  horizonDays: number;
  /** The condition that narrows the rows. */
  where: string;
}

/**
 * Current value, and spend in three windows up to as-of, for every customer; a window whose net is negative counts
 * as 0: `recent` the last half of the horizon, `before` the half before it, `spend` the whole horizon.
 */
export function createSpendWindows(
  tables: SourceTables,
  name: string,
  customers: string,
  { asOfDay, horizonDays, where }: MomentumWindow,
): string {
  const half = Math.floor(horizonDays / 2);
  const since = (length: number): string => `day > ${integer(asOfDay - length)}`;
  const net = (condition: string): string =>
    money(tables, `greatest(coalesce(sum(amount) FILTER (WHERE ${condition}), 0), 0)`);
  return `
CREATE OR REPLACE TABLE ${name} AS
WITH spent AS (
  SELECT customer,
    ${net(since(half))} AS recent,
    ${net(`${since(2 * half)} AND NOT ${since(half)}`)} AS before,
    ${net(since(horizonDays))} AS spend
  FROM ${transactions(tables)}
  WHERE ${since(horizonDays)} AND ${countedRows(tables)} AND ${where}
  GROUP BY customer
)
SELECT customer, amount, ${money(tables, 'amount')} AS current_value,
  coalesce(recent, 0) AS recent, coalesce(before, 0) AS before, coalesce(spend, 0) AS spend
FROM ${customers} LEFT JOIN spent USING (customer)`;
}

/** Growth of the whole from the earlier half to the later, 1 where nothing was spent before; and the mean before. */
export function selectGrowth(windows: string): string {
  return `
SELECT CASE WHEN fsum(before) > 0 THEN fsum(recent) / fsum(before) ELSE 1 END AS growth, favg(before) AS mean_before
FROM ${windows}`;
}

/** Momentum: at most twice the spend; recent growth, shrunk to that of all customers. */
export function momentum(windows: string, growth: number, meanBefore: number): string {
  const G = double(growth);
  const m = double(meanBefore);
  const potential =
    meanBefore === 0 ? 'spend' : `2 * spend * (recent + ${m} * ${G}) / (recent + before + ${m} * (1 + ${G}))`;
  return `SELECT customer, amount, current_value, ${potential} AS potential_value FROM ${windows}`;
}

/** How the plane is divided: by a statistic of each value, or at two given values. */
export type Split =
  | { rule: 'mean' | 'median' }
  | { rule: 'quantile' | 'pareto'; share: number }
  | { rule: 'fixed'; current: number; potential: number };

/** The dividing values of both axes, in one row. */
export function selectSplits(
  tables: SourceTables,
  values: string,
  split: Exclude<Split, { rule: 'fixed' }>,
): string {
  const current = split.rule === 'mean' ? exactMean(tables) : splitValue(values, 'current_value', split);
  const potential = splitValue(values, 'potential_value', split);
  return `SELECT ${current} AS current, ${potential} AS potential FROM ${values}`;
}

/** The mean of whole units. Divided by their scale last, it never falls below a value that is not above it. */
function exactMean(tables: SourceTables): string {
  return money(tables, '(sum(amount)::DOUBLE / count(*))');
}

function splitValue(values: string, column: string, split: Exclude<Split, { rule: 'fixed' }>): string {
  switch (split.rule) {
    case 'mean':
      // Summed with compensation, whatever the order; where all are equal it is that value.
      return `greatest(least(favg(${column}), max(${column})), min(${column}))`;
    case 'median':
      return `quantile_cont(${column}, 0.5)`;
    case 'quantile':
      return `quantile_cont(${column}, ${double(split.share)})`;
    case 'pareto':
      return paretoSplit(values, column, split.share);
  }
}

/** The largest value that is not among the fewest reaching the share: those stand strictly above it. */
function paretoSplit(values: string, column: string, share: number): string {
  return `coalesce((
  SELECT max(value) FROM (
    SELECT ${column} AS value, sum(${column}) OVER () AS total,
      sum(${column}) OVER (ORDER BY ${column} DESC ROWS UNBOUNDED PRECEDING) AS running
    FROM ${values}
  ) WHERE running - value >= ${double(share)} * total
), min(${column}) - 1)`;
}

/** Keeps amount (in whole units), current and potential value of each customer for the statements that follow. */
export function createValues(name: string, values: string): string {
  return `CREATE OR REPLACE TABLE ${name} AS ${values}`;
}

/** Each customer with its tier: high is strictly above the split. */
export function withTier(values: string, splits: { current: number; potential: number }): string {
  const current = `current_value > ${double(splits.current)}`;
  const potential = `potential_value > ${double(splits.potential)}`;
  return `
SELECT *, CASE WHEN ${current} THEN CASE WHEN ${potential} THEN 'platinum' ELSE 'gold' END
  ELSE CASE WHEN ${potential} THEN 'iron' ELSE 'lead' END END AS tier
FROM ${values}`;
}

/** The values and the tier of every customer, in the order of every list of customers. */
export function selectQuadrant(tiers: string): string {
  return `
SELECT current_value, potential_value, tier
FROM (${tiers})
ORDER BY customer`;
}

/** The tiers' customers and values; current value is summed in whole units, exact to the cent. */
export function selectTiers(tables: SourceTables, tiers: string): string {
  return `
SELECT tier, count(*)::DOUBLE AS customers, ${money(tables, 'sum(amount)')} AS current_value, fsum(potential_value) AS potential_value
FROM (${tiers})
GROUP BY tier`;
}
