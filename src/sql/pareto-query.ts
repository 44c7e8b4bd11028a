import { integer } from './identifier';
import { money, type SourceTables } from './source-tables';

/** Shares are compared in whole numbers of a billionth, so that no rounding moves an item across a target. */
const SHARE_UNITS = 1e9;

/** Items ranked by value, largest first, with the running total, in whole units. `value` is an expression of `items`. */
export function createRanking(name: string, items: string, value: string): string {
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT value,
  row_number() OVER ranked AS rank,
  sum(value) OVER (ranked ROWS UNBOUNDED PRECEDING) AS running
FROM (SELECT customer, (${value})::BIGINT AS value FROM ${items})
WINDOW ranked AS (ORDER BY value DESC, customer)`;
}

/** The figures of the whole: one row. `targets` are shares of the total. */
export function selectParetoFigures(ranking: string, targets: readonly number[]): string {
  const reached = targets.map(
    (share, i) =>
      `min(rank) FILTER (WHERE running::HUGEINT * ${SHARE_UNITS} >= ${integer(Math.round(share * SHARE_UNITS))}::HUGEINT * total)::DOUBLE AS target_${i}`,
  );
  return `
SELECT any_value(items)::DOUBLE AS items, any_value(total)::DOUBLE AS total,
  count(*) FILTER (WHERE value < 0)::DOUBLE AS negative_items,
  max(running)::DOUBLE AS peak,
  (min(rank) FILTER (WHERE running = highest))::DOUBLE AS peak_at,
  sum((items - rank + 1)::HUGEINT * value)::DOUBLE AS weighted,
  sum((value::DOUBLE / total) * (value::DOUBLE / total)) AS hhi,
  ${reached.join(',\n  ')}
FROM ${ranking}, (SELECT count(*) AS items, sum(value) AS total, max(running) AS highest FROM ${ranking})`;
}

/** The running totals at the given ranks, as whole units. */
export function selectCurve(tables: SourceTables, ranking: string, ranks: readonly number[]): string {
  return `
SELECT rank::INTEGER AS rank, running::DOUBLE AS running, ${money(tables, 'running')} AS value
FROM ${ranking}
WHERE rank IN (${ranks.map(integer).join(', ')})
ORDER BY rank`;
}
