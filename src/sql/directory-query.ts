import { identifier, integer, literal } from './identifier';
import {
  countedRows,
  customerNames,
  dimensionNames,
  isPurchase,
  money,
  orderName,
  orderNames,
  type SourceTables,
  spansDays,
  transactions,
} from './source-tables';

/** The tables that the list of customers is put together from, each with one row per customer. */
export interface DirectoryParts {
  customers: string;
  /** Scores and segment. */
  scored: string;
  /** customer, class: the tier. */
  tiers: string;
  /** customer, p_alive, expected_value; null where no model stands. */
  expectations: string | null;
  /** The dimensions' names, as the columns are called. */
  dimensions: readonly string[];
  /** The condition that narrows the transactions. */
  where: string;
}

/** One row per customer with everything that is known of it. */
export function createDirectory(tables: SourceTables, name: string, parts: DirectoryParts): string {
  const { dimensions, expectations } = parts;
  const columns = directoryColumns(dimensions);
  const dimension = columns.map((column, i) => `names_${i}.name AS ${identifier(column)}`);
  const joins = dimensions.map(
    (_, i) =>
      `LEFT JOIN ${dimensionNames(tables, i)} AS names_${i} ON names_${i}.code = last_row.dimension_${i}`,
  );
  // The last row of the last day: days first, then the place in the input.
  const last = dimensions.map(
    (_, i) =>
      `arg_max(dimension_${i}, ${spansDays(tables) ? 'last_day' : 'day'} * 1099511627776 + rowid) AS dimension_${i}`,
  );
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT own.customer AS ${CODE}, names.name AS customer, scored.recency_days::INTEGER AS recency_days, scored.frequency::INTEGER AS frequency, scored.monetary,
  scored.r::INTEGER AS r, scored.f::INTEGER AS f, scored.m::INTEGER AS m, scored.score, scored.segment, tiers.class AS tier,
  DATE '1970-01-01' + own.first_day AS first_purchase, DATE '1970-01-01' + own.last_day AS last_purchase,
  own.frequency::INTEGER AS orders, scored.monetary / nullif(own.frequency, 0) AS average_order,
  ${expectations ? 'expectations.p_alive, expectations.expected_value' : 'NULL::DOUBLE AS p_alive, NULL::DOUBLE AS expected_value'}${dimension.map((column) => `,\n  ${column}`).join('')}
FROM ${parts.customers} AS own
JOIN ${customerNames(tables)} AS names ON names.code = own.customer
JOIN ${parts.scored} AS scored USING (customer)
JOIN ${parts.tiers} AS tiers USING (customer)
${expectations ? `LEFT JOIN ${expectations} AS expectations USING (customer)` : ''}
${dimensions.length > 0 ? `JOIN (SELECT customer, ${last.join(', ')} FROM ${transactions(tables)} WHERE ${parts.where} GROUP BY customer) AS last_row USING (customer)` : ''}
${joins.join('\n')}`;
}

/** The column of the list that holds the customer's code; no result shows it. */
const CODE = 'rfm_code';

/** The columns that every list has, in their order; the dimensions follow. */
export const DIRECTORY_COLUMNS = [
  'customer',
  'recency_days',
  'frequency',
  'monetary',
  'r',
  'f',
  'm',
  'score',
  'segment',
  'tier',
  'first_purchase',
  'last_purchase',
  'orders',
  'average_order',
  'p_alive',
  'expected_value',
] as const;

/** What the dimensions' columns are called: as in the input, with a number behind where a name is taken already. */
export function directoryColumns(dimensions: readonly string[]): string[] {
  const taken = new Set<string>([CODE, 'alive', ...DIRECTORY_COLUMNS]);
  return dimensions.map((dimension) => {
    let name = dimension;
    for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${dimension}_${i}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Which page of the list, in which order. */
export interface DirectoryPage {
  search: string;
  /** A column of the list. */
  sort: string;
  descending: boolean;
  limit: number;
  offset: number;
}

/** The table of the marked customers, and whether they alone are listed. */
export interface DirectoryMarks {
  table: string;
  only: boolean;
}

function matching(search: string, marks: DirectoryMarks | null): string {
  const conditions = [];
  if (search !== '') {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(`customer ILIKE ${literal(pattern)} ESCAPE '\\'`);
  }
  if (marks?.only) conditions.push(`${CODE} IN (SELECT customer FROM ${marks.table})`);
  return conditions.join(' AND ') || 'true';
}

function ordered({ sort, descending }: Pick<DirectoryPage, 'sort' | 'descending'>): string {
  return `list.${identifier(sort)} ${descending ? 'DESC' : 'ASC'} NULLS LAST, list.customer`;
}

/** The customers of a page by their code. */
export function pageOf(directory: string, page: DirectoryPage, marks: DirectoryMarks | null): string {
  return `
SELECT ${CODE} FROM ${directory} AS list WHERE ${matching(page.search, marks)}
  ORDER BY ${ordered(page)} LIMIT ${integer(page.limit)} OFFSET ${integer(page.offset)}`;
}

/** Keeps the whole list in one order, so that a page far down it need not be sorted for. */
export function createOrder(name: string, directory: string, page: DirectoryPage): string {
  return `CREATE OR REPLACE TABLE ${name} AS SELECT ${CODE} FROM ${directory} AS list ORDER BY ${ordered(page)}`;
}

/** A page of a list that is kept in its order. */
export function pageOfOrder(order: string, { limit, offset }: DirectoryPage): string {
  return `SELECT ${CODE} FROM ${order} WHERE rowid >= ${integer(offset)} AND rowid < ${integer(offset + limit)}`;
}

/** The rows of a page; with marks, a last column says which customers are marked. */
export function selectPage(
  directory: string,
  columns: readonly string[],
  { page, order }: { page: string; order: DirectoryPage },
  marks: DirectoryMarks | null,
): string {
  const marked = marks ? `,\n  list.${CODE} IN (SELECT customer FROM ${marks.table}) AS selected` : '';
  return `
WITH page AS (${page})
SELECT ${columns.map((column) => `list.${identifier(column)}`).join(', ')}${marked}
FROM page JOIN ${directory} AS list USING (${CODE})
ORDER BY ${ordered(order)}`;
}

export function countPage(directory: string, search: string, marks: DirectoryMarks | null): string {
  return `SELECT count(*)::DOUBLE AS total FROM ${directory} WHERE ${matching(search, marks)}`;
}

/** A relation of the list by code. */
export function directoryMembers(directory: string, columns: readonly string[]): string {
  return `SELECT ${CODE} AS customer, ${columns.map(identifier).join(', ')} FROM ${directory}`;
}

export function selectCustomer(directory: string, columns: readonly string[], customer: string): string {
  return `SELECT ${columns.map(identifier).join(', ')} FROM ${directory} WHERE customer = ${literal(customer)}`;
}

/** The rows of one customer that count, oldest first: they add up to its monetary. */
export function selectHistory(tables: SourceTables, customer: string, where: string): string {
  const order = tables.order ? orderName('rows', 'orders') : 'NULL::VARCHAR';
  const join = tables.order ? `LEFT JOIN ${orderNames(tables)} AS orders ON orders.code = rows.order_no` : '';
  return `
SELECT DATE '1970-01-01' + day AS date, ${order} AS "order", ${money(tables, 'amount')} AS amount,
  CASE WHEN ${isPurchase(tables)} THEN 'purchase' ELSE 'refund' END AS kind
FROM ${transactions(tables)} AS rows ${join}
WHERE customer = (SELECT code FROM ${customerNames(tables)} WHERE name = ${literal(customer)}) AND ${where}
  AND ${countedRows(tables)}${tables.zeroAmounts === 'drop' ? ' AND amount <> 0' : ''}
ORDER BY day, rows.rowid`;
}
