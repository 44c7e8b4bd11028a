import type { RefundRule, ZeroRule } from '../compute/results';
import { integer } from './identifier';

/** The schema that holds every table of the kit. */
export const SCHEMA = 'rfm_kit';

/** The encoded tables of one source, and what is needed to read them. */
export interface SourceTables {
  /** Schema and prefix of every table, such as `rfm_kit.s1`. */
  prefix: string;
  /** Amounts are whole numbers of 10^-`scale`. */
  scale: number;
  order: boolean;
  profit: boolean;
  dimensions: number;
  refunds: RefundRule;
  zeroAmounts: ZeroRule;
  /** Month, 1-12, in which years and quarters begin. */
  yearStart: number;
}

export const transactions = ({ prefix }: SourceTables): string => `${prefix}_transactions`;
export const customerNames = ({ prefix }: SourceTables): string => `${prefix}_customer_names`;
export const orderNames = ({ prefix }: SourceTables): string => `${prefix}_order_names`;
export const dimensionNames = ({ prefix }: SourceTables, index: number): string =>
  `${prefix}_dimension_${index}_names`;
export const days = ({ prefix }: SourceTables): string => `${prefix}_days`;

/** Statements that make the empty tables rows are loaded into. */
export function createTables(tables: SourceTables): string[] {
  const columns = [
    'customer INTEGER',
    'day INTEGER',
    'amount BIGINT',
    ...(tables.order ? ['order_no INTEGER'] : []),
    ...(tables.profit ? ['profit BIGINT'] : []),
    ...Array.from({ length: tables.dimensions }, (_, i) => `dimension_${i} INTEGER`),
  ];
  const names = (table: string): string => `CREATE OR REPLACE TABLE ${table} (code INTEGER, name VARCHAR)`;
  return [
    `CREATE OR REPLACE TABLE ${transactions(tables)} (${columns.join(', ')})`,
    names(customerNames(tables)),
    ...(tables.order ? [names(orderNames(tables))] : []),
    ...Array.from({ length: tables.dimensions }, (_, i) => names(dimensionNames(tables, i))),
  ];
}

/** Brings the amounts loaded so far from one scale to another: a later row had more places. */
export function rescaleAmounts(tables: SourceTables, to: number): string[] {
  const shift = to - tables.scale;
  // In whole numbers: a division of doubles would lose the last digits of large amounts.
  const scaled = (column: string): string =>
    shift > 0
      ? `${column} * ${10 ** shift}`
      : `((${column}::HUGEINT + sign(${column})::HUGEINT * ${10 ** -shift / 2}) // ${10 ** -shift})::BIGINT`;
  const columns = ['amount', ...(tables.profit ? ['profit'] : [])];
  return [
    `UPDATE ${transactions(tables)} SET ${columns.map((column) => `${column} = ${scaled(column)}`).join(', ')}`,
  ];
}

/** Which rows are purchases: those that count for frequency and recency. */
export function isPurchase({ refunds, zeroAmounts }: SourceTables): string {
  if (refunds === 'as-orders') return zeroAmounts === 'drop' ? 'amount <> 0' : 'true';
  return zeroAmounts === 'drop' ? 'amount > 0' : 'amount >= 0';
}

/** The rows that carry money: all, or without the refunds where those are ignored. */
export function countedRows({ refunds }: SourceTables): string {
  return refunds === 'exclude' ? 'amount >= 0' : 'true';
}

/** A sum of whole units as money. */
export function money(tables: SourceTables, units: string): string {
  return tables.scale === 0 ? `${units}::DOUBLE` : `${units}::DOUBLE / ${10 ** tables.scale}`;
}

/** What the report says of the rows loaded, in one row. */
export function loadSummary(tables: SourceTables): string {
  return `
SELECT count(*)::DOUBLE AS rows,
  ${money(tables, 'coalesce(sum(amount), 0)')} AS used,
  ${money(tables, 'coalesce(sum(amount) FILTER (WHERE amount < 0), 0)')} AS refunds,
  count(*) FILTER (WHERE amount < 0)::DOUBLE AS refund_rows,
  count(*) FILTER (WHERE amount = 0)::DOUBLE AS zero_rows,
  min(day) AS first_day,
  max(day) AS last_day,
  quantile_disc(day, 0.999) AS late_day,
  count(DISTINCT customer)::DOUBLE AS customers
FROM ${transactions(tables)}`;
}

/** Every day from the first to the last, with the months since year 0 it lies in: a small table joins faster than a date function runs. */
export function createDays(tables: SourceTables, firstDay: number, lastDay: number): string {
  return `
CREATE OR REPLACE TABLE ${days(tables)} AS
SELECT day::INTEGER AS day, (year(DATE '1970-01-01' + day::INTEGER) * 12 + month(DATE '1970-01-01' + day::INTEGER) - 1)::INTEGER AS month
FROM range(${integer(firstDay)}, ${integer(lastDay + 1)}) AS days(day)`;
}
