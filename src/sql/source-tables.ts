import type { RefundRule, ZeroRule } from '../compute/results';
import { integer } from './identifier';
import { encodedCounts, encodedSums, type RollupPeriod } from './rollup-schema';

/** The database in the engine (in some hosts' engines a schema) that holds every table of the kit. */
export const SCHEMA = 'rfm_kit';

/** Orders without a name are numbered from -1 down to here, each on its own; lower ones stand for names, others for themselves. */
export const LAST_BLANK_ORDER: number = -(2 ** 30);

/** The encoded tables of one source, and what is needed to read them. */
export interface SourceTables {
  /** Database and prefix of every table, such as `rfm_kit.s1`. */
  prefix: string;
  /** Amounts are whole numbers of 10^-`scale`. */
  scale: number;
  order: boolean;
  /** Whether the rows of each order are of one customer and one day, and `begins` marks its first purchase. */
  wholeOrders: boolean;
  profit: boolean;
  dimensions: number;
  refunds: RefundRule;
  zeroAmounts: ZeroRule;
  /** Month, 1-12, in which years and quarters begin. */
  yearStart: number;
  /** What a row spans where the rows are those of a rollup, summed up under its own rules; null: each is a transaction. */
  rollup: RollupPeriod | null;
  /** Share of customers that a rollup is of; 1: all. */
  sample: number;
}

export const transactions = ({ prefix }: SourceTables): string => `${prefix}_transactions`;
export const customerNames = ({ prefix }: SourceTables): string => `${prefix}_customer_names`;
export const orderNames = ({ prefix }: SourceTables): string => `${prefix}_order_names`;
export const dimensionNames = ({ prefix }: SourceTables, index: number): string =>
  `${prefix}_dimension_${index}_names`;
export const days = ({ prefix }: SourceTables): string => `${prefix}_days`;
/** One row per customer and month over all rows of the source. */
export const ownMonths = ({ prefix }: SourceTables): string => `${prefix}_months`;
/** One row per customer who has bought in any of them. */
export const ownCustomers = ({ prefix }: SourceTables): string => `${prefix}_customers`;

/** Compresses what has been loaded. */
export const compress: string = `CHECKPOINT ${SCHEMA}`;

/** Statements that make the empty tables rows are loaded into. */
export function createTables(tables: SourceTables): string[] {
  const columns = [
    'customer INTEGER',
    'day INTEGER',
    'amount BIGINT',
    ...(tables.order ? ['order_no INTEGER', 'begins TINYINT'] : []),
    ...(tables.profit ? ['profit BIGINT'] : []),
    ...Array.from({ length: tables.dimensions }, (_, i) => `dimension_${i} INTEGER`),
    ...(tables.rollup ? encodedCounts(tables.rollup).map((name) => `${name} INTEGER`) : []),
    ...(tables.rollup ? encodedSums(tables.rollup).map((name) => `${name} BIGINT`) : []),
  ];
  const names = (table: string): string => `CREATE OR REPLACE TABLE ${table} (code INTEGER, name VARCHAR)`;
  return [
    `CREATE OR REPLACE TABLE ${transactions(tables)} (${columns.join(', ')})`,
    names(customerNames(tables)),
    ...(tables.order ? [names(orderNames(tables))] : []),
    ...Array.from({ length: tables.dimensions }, (_, i) => names(dimensionNames(tables, i))),
  ];
}

/** The order of a row as it was written: most are numbers and stand for themselves, the others' names are joined. */
export function orderName(row: string, names: string): string {
  return `coalesce(${names}.name, CASE WHEN ${row}.order_no >= 0 THEN ${row}.order_no::VARCHAR END)`;
}

/** Brings the amounts loaded so far from one scale to another: a later row had more places. */
export function rescaleAmounts(tables: SourceTables, to: number): string[] {
  const shift = to - tables.scale;
  // In whole numbers: a division of doubles would lose the last digits of large amounts.
  const scaled = (column: string): string =>
    shift > 0
      ? `${column} * ${10 ** shift}`
      : `((${column}::HUGEINT + sign(${column})::HUGEINT * ${10 ** -shift / 2}) // ${10 ** -shift})::BIGINT`;
  const columns = [
    'amount',
    ...(tables.profit ? ['profit'] : []),
    ...(tables.rollup ? encodedSums(tables.rollup) : []),
  ];
  return [
    `UPDATE ${transactions(tables)} SET ${columns.map((column) => `${column} = ${scaled(column)}`).join(', ')}`,
  ];
}

/** Which rows are purchases: those that count for frequency and recency. */
export function isPurchase({ refunds, zeroAmounts, rollup }: SourceTables): string {
  if (rollup) return 'purchases > 0';
  if (refunds === 'as-orders') return zeroAmounts === 'drop' ? 'amount <> 0' : 'true';
  return zeroAmounts === 'drop' ? 'amount > 0' : 'amount >= 0';
}

/** The rows that carry money: all, or without the refunds where those are ignored. */
export function countedRows({ refunds, rollup }: SourceTables): string {
  return refunds === 'exclude' && !rollup ? 'amount >= 0' : 'true';
}

/** Whether a row of these tables spans several days, of which it does not tell every one apart. */
export function spansDays({ rollup }: SourceTables): boolean {
  return rollup !== null && rollup !== 'day';
}

/** The first and the last day on which something was bought in a row that is a purchase. */
export function purchaseDays(tables: SourceTables): { first: string; last: string } {
  return spansDays(tables)
    ? { first: 'first_purchase', last: 'last_purchase' }
    : { first: 'day', last: 'day' };
}

/** How many purchase rows a group has. */
export function countPurchases(tables: SourceTables): string {
  return tables.rollup ? 'sum(purchases)' : `count(*) FILTER (WHERE ${isPurchase(tables)})`;
}

/**
 * How many orders a group has of those that lie in one row each: where orders are numbered, rows none; rollups all
 * but those that lie in several of their rows, which `isNumbered` tells.
 */
export function countOwnOrders(tables: SourceTables): string {
  if (tables.rollup) return 'sum(orders)';
  return tables.order ? '0' : countPurchases(tables);
}

/** Whether `begins` counts the orders among rows whose condition keeps or leaves out whole days: each of its orders too. */
export function beginsCounts({ wholeOrders }: SourceTables, byDayOnly: boolean): boolean {
  return wholeOrders && byDayOnly;
}

/** How many orders begin in a group, where `beginsCounts`. */
export const COUNT_BEGUN = 'count(*) FILTER (WHERE begins = 1)';

/** Which rows name an order that may lie in others too. */
export function isNumbered(tables: SourceTables): string {
  return tables.rollup ? `order_no NOT BETWEEN ${LAST_BLANK_ORDER} AND -1` : isPurchase(tables);
}

/** By what else than the customer `rows` are grouped: an expression that never falls from day to day, and its name. */
interface Grouping {
  rows: string;
  number: string;
  name: string;
}

/** Groups of customers, which have `own_orders`, with `orders`: also those with a number, where they began. */
export function withOrders(
  tables: SourceTables,
  groups: string,
  { rows, number, name }: Grouping,
  where: string,
): string {
  if (!tables.order) return `SELECT * EXCLUDE (own_orders), own_orders AS orders FROM (${groups})`;
  return `
SELECT grouped.* EXCLUDE (own_orders), own_orders + coalesce(begun.orders, 0) AS orders
FROM (${groups}) AS grouped LEFT JOIN (
  SELECT customer, ${name}, count(*)::INTEGER AS orders FROM (
    SELECT customer, order_no, min(${number}) AS ${name} FROM ${rows}
    WHERE ${isNumbered(tables)} AND ${where} GROUP BY customer, order_no
  ) GROUP BY customer, ${name}
) AS begun USING (customer, ${name})`;
}

/** A sum of whole units as money. */
export function money(tables: SourceTables, units: string): string {
  return tables.scale === 0 ? `${units}::DOUBLE` : `${units}::DOUBLE / ${10 ** tables.scale}`;
}

/** What the report says of the rows of a rollup, in one row: of transactions the reader has counted as much. */
export function loadSummary(tables: SourceTables): string {
  const { rollup, refunds } = tables;
  const [first, last] = spansDays(tables) ? ['first_day', 'last_day'] : ['day', 'day'];
  // In a rollup the refunds that are ignored are in the refunds alone.
  const used = rollup && refunds === 'exclude' ? 'amount + refunds' : 'amount';
  const given = rollup ? 'sum(refunds)' : 'sum(amount) FILTER (WHERE amount < 0)';
  const count = (rows: string, condition: string): string =>
    rollup ? `sum(${rows})` : `count(*) FILTER (WHERE ${condition})`;
  return `
SELECT ${money(tables, `coalesce(sum(${used}), 0)`)} AS used,
  ${money(tables, `coalesce(${given}, 0)`)} AS refunds,
  ${count('refund_rows', 'amount < 0')}::DOUBLE AS refund_rows,
  ${count('zero_rows', 'amount = 0')}::DOUBLE AS zero_rows,
  ${count('transactions', 'true')}::DOUBLE AS transactions,
  min(${first}) AS first_day,
  max(${last}) AS last_day,
  quantile_disc(${last}, 0.999) AS late_day,
  count(DISTINCT customer)::DOUBLE AS customers
FROM ${transactions(tables)}${rollup ? ' WHERE transactions > 0' : ''}`;
}

/** Every day from the first to the last, with the months since year 0 it lies in: a small table joins faster than a date function runs. */
export function createDays(tables: SourceTables, firstDay: number, lastDay: number): string {
  return `
CREATE OR REPLACE TABLE ${days(tables)} AS
SELECT day::INTEGER AS day, (year(DATE '1970-01-01' + day::INTEGER) * 12 + month(DATE '1970-01-01' + day::INTEGER) - 1)::INTEGER AS month
FROM range(${integer(firstDay)}, ${integer(lastDay + 1)}) AS days(day)`;
}

/** Statements that take all tables of a source away, whatever stands of them. */
export function dropTables(tables: SourceTables): string[] {
  const names = [
    transactions(tables),
    customerNames(tables),
    orderNames(tables),
    ...Array.from({ length: tables.dimensions }, (_, i) => dimensionNames(tables, i)),
    days(tables),
    ownMonths(tables),
    ownCustomers(tables),
  ];
  return names.map(dropTable);
}

/** Takes a table away, if it stands. */
export function dropTable(name: string): string {
  return `DROP TABLE IF EXISTS ${name}`;
}

/** How many rows a source has in the engine. */
export function countTransactions(tables: SourceTables): string {
  return `SELECT count(*)::DOUBLE AS rows FROM ${transactions(tables)}`;
}
