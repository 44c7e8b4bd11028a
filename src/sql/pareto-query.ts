import { integer } from './identifier';
import {
  countedRows,
  countOwnOrders,
  dimensionNames,
  isNumbered,
  money,
  type SourceTables,
  transactions,
} from './source-tables';

/** Shares are compared in whole numbers of a billionth, so that no rounding moves an item across a target. */
const SHARE_UNITS = 1e9;

/** The values of a dimension as items: what the customers with a purchase spent, and in how many orders. */
export function dimensionItems(
  tables: SourceTables,
  customers: string,
  index: number,
  where: string,
): string {
  // Two customers may use one order number: an order is known by both.
  const numbered = `count(DISTINCT customer::BIGINT * 4294967296 + order_no) FILTER (WHERE ${isNumbered(tables)})`;
  const orders = tables.order ? `${countOwnOrders(tables)} + ${numbered}` : countOwnOrders(tables);
  return `(
SELECT dimension_${index} AS customer, sum(amount) AS amount, ${orders} AS frequency${tables.profit ? ', sum(profit) AS profit' : ''}
FROM ${transactions(tables)} SEMI JOIN ${customers} USING (customer)
WHERE ${countedRows(tables)} AND ${where}
GROUP BY dimension_${index})`;
}

/** The names of the items at the given ranks. */
export function selectItemNames(
  tables: SourceTables,
  ranking: string,
  index: number,
  ranks: readonly number[],
): string {
  return `
SELECT coalesce(name, '') AS item
FROM ${ranking} AS ranking LEFT JOIN ${dimensionNames(tables, index)} AS names ON names.code = ranking.item
WHERE rank IN (${ranks.map(integer).join(', ')})
ORDER BY rank`;
}

/**
 * Items ranked by value, largest first and equal ones by name, with the running total, in whole units. `value` is an
 * expression of `items`, `names` the table of their codes and names.
 */
export function createRanking(name: string, items: string, value: string, names: string): string {
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT customer AS item, value,
  row_number() OVER ranked AS rank,
  sum(value) OVER (ranked ROWS UNBOUNDED PRECEDING) AS running
FROM (
  SELECT customer, (${value})::BIGINT AS value, names.name
  FROM ${items} AS items LEFT JOIN ${names} AS names ON names.code = items.customer
)
WINDOW ranked AS (ORDER BY value DESC, name)`;
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
  greatest(max(running), 0)::DOUBLE AS peak,
  coalesce(min(rank) FILTER (WHERE running = highest AND highest > 0), 0)::DOUBLE AS peak_at,
  sum((items - rank + 1)::HUGEINT * value)::DOUBLE AS weighted,
  fsum((value::DOUBLE / total) * (value::DOUBLE / total)) AS hhi,
  count(*) FILTER (WHERE value::HUGEINT * items < total)::DOUBLE AS below_mean,
  (sum(value) FILTER (WHERE value::HUGEINT * items < total))::DOUBLE AS held_below,
  (max(value) FILTER (WHERE value::HUGEINT * items < total))::DOUBLE AS next_below,
  count(*) FILTER (WHERE value::HUGEINT * items = total)::DOUBLE AS at_mean,
  (min(value) FILTER (WHERE value::HUGEINT * items > total))::DOUBLE AS next_above,
  ${reached.join(',\n  ')}
FROM ${ranking}, (SELECT count(*) AS items, sum(value) AS total, max(running) AS highest FROM ${ranking})`;
}

/** The running totals at the given ranks, as whole units. As one text: two thousand literals take ten times as long. */
export function selectCurve(tables: SourceTables, ranking: string, ranks: readonly number[]): string {
  return `
SELECT rank::INTEGER AS rank, running::DOUBLE AS running, ${money(tables, 'running')} AS value
FROM ${ranking} SEMI JOIN (
  SELECT unnest(string_split('${ranks.map(integer).join(' ')}', ' ')::BIGINT[]) AS rank
) USING (rank)
ORDER BY rank`;
}

/** The ranked customers with their share of all and their class; `borders` are the last ranks of A and B. */
export function rankedMembers(ranking: string, items: number, [a, b]: readonly [number, number]): string {
  return `
SELECT item AS customer, value, rank, rank / ${integer(items)} AS item_share,
  CASE WHEN rank <= ${integer(a)} THEN 'A' WHEN rank <= ${integer(b)} THEN 'B' ELSE 'C' END AS class
FROM ${ranking}`;
}
