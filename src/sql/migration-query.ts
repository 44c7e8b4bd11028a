import { money, type SourceTables } from './source-tables';

/**
 * Customers and money by the class before and the class now; null where a customer is in one of the two only.
 * `before` and `now` are tables of customer, amount (in whole units) and class; money is that of now, of those who
 * left that of before.
 */
export function selectMoves(tables: SourceTables, before: string, now: string): string {
  return `
SELECT b.class AS from_class, n.class AS to_class, count(*)::INTEGER AS customers,
  ${money(tables, 'sum(coalesce(n.amount, b.amount))')} AS amount
FROM ${before} AS b FULL JOIN ${now} AS n USING (customer)
GROUP BY ALL`;
}

/** Customers with the class before and the class now, from the same two tables. */
export function membersByMove(before: string, now: string): string {
  return `
SELECT coalesce(b.customer, n.customer) AS customer, b.class AS from_class, n.class AS to_class
FROM ${before} AS b FULL JOIN ${now} AS n USING (customer)`;
}
