import { countedRows, days, isPurchase, type SourceTables, transactions } from './source-tables';

/** The rows an analysis rests on: a condition on the transactions, and the tables made from them. */
export interface CustomerTables {
  /** One row per customer who has bought: customer, first_day, last_day, frequency, amount, profit. */
  customers: string;
  /** One row per customer and month: customer, month, first_day, last_day, orders, purchases, amount, profit. */
  months: string;
}

/**
 * One row per customer and month. `orders` counts the orders that began in the month, so that they add up over
 * months to distinct orders; `purchases` the purchase rows.
 */
export function createMonths(tables: SourceTables, name: string, where: string): string {
  const purchase = isPurchase(tables);
  const rows = `${transactions(tables)} JOIN ${days(tables)} USING (day)`;
  const profit = tables.profit ? ',\n  sum(profit)::BIGINT AS profit' : '';
  const select = `
SELECT customer, month,
  min(day) FILTER (WHERE ${purchase}) AS first_day,
  max(day) FILTER (WHERE ${purchase}) AS last_day,
  count(*) FILTER (WHERE ${purchase})::INTEGER AS purchases,
  sum(amount)::BIGINT AS amount${profit}
FROM ${rows}
WHERE ${countedRows(tables)} AND ${where}
GROUP BY customer, month`;
  if (!tables.order)
    return `CREATE OR REPLACE TABLE ${name} AS SELECT *, purchases AS orders FROM (${select})`;
  return `
CREATE OR REPLACE TABLE ${name} AS
WITH first_days AS (
  SELECT customer, order_no, min(day) AS day
  FROM ${transactions(tables)}
  WHERE ${purchase} AND ${where}
  GROUP BY customer, order_no
), begun AS (
  SELECT customer, month, count(*)::INTEGER AS orders
  FROM first_days JOIN ${days(tables)} USING (day)
  GROUP BY customer, month
)
SELECT m.*, coalesce(begun.orders, 0) AS orders
FROM (${select}) AS m LEFT JOIN begun USING (customer, month)`;
}

/** One row per customer with a purchase, from the months. */
export function createCustomers(tables: SourceTables, name: string, months: string): string {
  const profit = tables.profit ? ',\n  sum(profit)::BIGINT AS profit' : '';
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT customer,
  min(first_day) AS first_day,
  max(last_day) AS last_day,
  sum(orders)::INTEGER AS frequency,
  sum(amount)::BIGINT AS amount${profit}
FROM ${months}
GROUP BY customer
HAVING sum(purchases) > 0
ORDER BY customer`;
}

/** How many customers a view has and, where a condition narrows them, how many rows of the source. */
export function countView(tables: SourceTables, customers: string, where: string | null): string {
  const rows =
    where === null ? 'NULL::DOUBLE' : `(SELECT count(*)::DOUBLE FROM ${transactions(tables)} WHERE ${where})`;
  return `SELECT count(*)::DOUBLE AS customers, ${rows} AS rows FROM ${customers}`;
}
