import { integer, literal } from './identifier';
import { days, dimensionNames, isPurchase, money, type SourceTables, transactions } from './source-tables';

/** What a bar of the histogram stands for. */
const BUCKETS = ['day', 'week', 'month'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Rows and money by day, ISO week or month, each by its first day. */
export function selectHistogram(tables: SourceTables, bucket: Bucket, where: string): string {
  const first = {
    day: 'day',
    week: '(day + 3) // 7 * 7 - 3',
    month: `day - date_part('day', DATE '1970-01-01' + day)::INTEGER + 1`,
  };
  return `
WITH by_day AS (
  SELECT day, count(*)::DOUBLE AS rows, sum(amount) AS amount FROM ${transactions(tables)} WHERE ${where} GROUP BY day
)
SELECT (${first[bucket]})::INTEGER AS day, sum(rows)::DOUBLE AS rows, ${money(tables, 'sum(amount)')} AS amount
FROM by_day GROUP BY ALL ORDER BY 1`;
}

/** The first and last day of the source, and its rows and customers. */
export function selectExtent(tables: SourceTables): string {
  return `
SELECT (SELECT min(day) FROM ${days(tables)}) AS first_day, (SELECT max(day) FROM ${days(tables)}) AS last_day,
  count(*)::DOUBLE AS rows, count(DISTINCT customer) FILTER (WHERE ${isPurchase(tables)})::DOUBLE AS customers
FROM ${transactions(tables)}`;
}

/** Rows and buying customers that a condition leaves. */
export function countLeft(tables: SourceTables, where: string): string {
  return `
SELECT count(*)::DOUBLE AS rows, count(DISTINCT customer) FILTER (WHERE ${isPurchase(tables)})::DOUBLE AS customers
FROM ${transactions(tables)} WHERE ${where}`;
}

function matching(search: string): string {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return search === '' ? 'true' : `name ILIKE ${literal(pattern)} ESCAPE '\\'`;
}

/** The values of a dimension that most rows have, with those `always` wanted first. */
export function selectValues(
  tables: SourceTables,
  index: number,
  {
    where,
    search,
    limit,
    always,
  }: { where: string; search: string; limit: number; always: readonly string[] },
): string {
  const wanted = always.length > 0 ? `name IN (${always.map(literal).join(', ')})` : 'false';
  return `
WITH counted AS (
  SELECT dimension_${index} AS code, count(*)::DOUBLE AS rows, count(DISTINCT customer)::DOUBLE AS customers
  FROM ${transactions(tables)} WHERE ${where} GROUP BY code
), named AS (
  SELECT name AS value, coalesce(rows, 0) AS rows, coalesce(customers, 0) AS customers, ${wanted} AS wanted
  FROM ${dimensionNames(tables, index)} LEFT JOIN counted USING (code)
  WHERE (${matching(search)}) OR ${wanted}
)
SELECT value, rows, customers, wanted FROM named ORDER BY wanted DESC, rows DESC, value LIMIT ${integer(limit)}`;
}

/** How many values a dimension has that match. */
export function countValues(tables: SourceTables, index: number, search: string): string {
  return `SELECT count(*)::DOUBLE AS total FROM ${dimensionNames(tables, index)} WHERE ${matching(search)}`;
}
