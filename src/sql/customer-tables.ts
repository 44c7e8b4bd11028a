import {
  beginsCounts,
  COUNT_BEGUN,
  countedRows,
  countOwnOrders,
  countPurchases,
  customerNames,
  days,
  isPurchase,
  ownCustomers,
  ownMonths,
  purchaseDays,
  type SourceTables,
  transactions,
  withOrders,
} from './source-tables';

/** The rows an analysis rests on: a condition on the transactions, and the tables made from them. */
export interface CustomerTables {
  /** One row per customer who has bought: customer, first_day, last_day, first_month, last_month, frequency, amount, profit. */
  customers: string;
  /** One row per customer and month: customer, month, first_day, last_day, orders, purchases, amount, profit. */
  months: string;
}

/**
 * One row per customer and month. `orders` counts the orders that began in the month, so that they add up over
 * months to distinct orders; `purchases` the purchase rows. `byDayOnly`: `where` keeps or leaves out whole days.
 */
export function createMonths(tables: SourceTables, name: string, where: string, byDayOnly: boolean): string {
  const purchase = isPurchase(tables);
  const { first, last } = purchaseDays(tables);
  const profit = tables.profit ? ',\n  sum(profit)::BIGINT AS profit' : '';
  const rows = `${transactions(tables)} JOIN ${days(tables)} USING (day)`;
  const marked = beginsCounts(tables, byDayOnly);
  const orders = marked ? COUNT_BEGUN : countOwnOrders(tables);
  const groups = `
SELECT customer, month,
  min(${first}) FILTER (WHERE ${purchase}) AS first_day,
  max(${last}) FILTER (WHERE ${purchase}) AS last_day,
  ${countPurchases(tables)}::INTEGER AS purchases,
  ${orders}::INTEGER AS ${marked ? 'orders' : 'own_orders'},
  sum(amount)::BIGINT AS amount${profit}
FROM ${rows}
WHERE ${countedRows(tables)} AND ${where}
GROUP BY customer, month`;
  const whole = marked ? groups : withOrders(tables, groups, { rows, number: 'month', name: 'month' }, where);
  return `CREATE OR REPLACE TABLE ${name} AS ${whole}`;
}

/** One row per customer with a purchase, from the months. */
export function createCustomers(tables: SourceTables, name: string, months: string): string {
  const profit = tables.profit ? ',\n  sum(profit)::BIGINT AS profit' : '';
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT customer,
  min(first_day) AS first_day,
  max(last_day) AS last_day,
  min(month) FILTER (WHERE purchases > 0) AS first_month,
  max(month) FILTER (WHERE purchases > 0) AS last_month,
  sum(orders)::INTEGER AS frequency,
  sum(amount)::BIGINT AS amount${profit}
FROM ${months}
GROUP BY customer
HAVING sum(purchases) > 0
ORDER BY customer`;
}

/** Statements that make the months and the customers of all rows of the source. */
export function createOwnTables(tables: SourceTables): string[] {
  const months = ownMonths(tables);
  return [createMonths(tables, months, 'true', true), createCustomers(tables, ownCustomers(tables), months)];
}

/** The names of all customers, in the order of every list of customers. */
export function selectCustomerNames(tables: SourceTables, customers: string): string {
  return `
SELECT name AS customer
FROM ${customers} AS own JOIN ${customerNames(tables)} AS names ON names.code = own.customer
ORDER BY own.customer`;
}

/** How many customers a view has and, where a condition narrows them, how many rows of the source. */
export function countView(tables: SourceTables, customers: string, where: string | null): string {
  const rows =
    where === null ? 'NULL::DOUBLE' : `(SELECT count(*)::DOUBLE FROM ${transactions(tables)} WHERE ${where})`;
  return `SELECT count(*)::DOUBLE AS customers, ${rows} AS rows FROM ${customers}`;
}
