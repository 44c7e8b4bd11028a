import { integer } from './identifier';
import { countedRows, isPurchase, money, type SourceTables, transactions } from './source-tables';

/** Days since the last purchase within which a customer counts as active. */
export const ACTIVE_DAYS = 90;

/** Figures of the customer table, in one row. */
export function selectKpis(tables: SourceTables, customers: string, asOfDay: number): string {
  const units = 'sum(amount)::DOUBLE';
  const top = (count: number): string =>
    `(SELECT sum(amount) FROM (SELECT amount FROM ${customers} ORDER BY amount DESC LIMIT ${count}))::DOUBLE / ${units} AS top${count}`;
  return `
SELECT count(*)::DOUBLE AS customers,
  (count(*) FILTER (WHERE ${integer(asOfDay)} - last_day < ${ACTIVE_DAYS}))::DOUBLE AS active_customers,
  sum(frequency)::DOUBLE AS orders,
  ${money(tables, 'sum(amount)')} AS amount,
  (count(*) FILTER (WHERE frequency > 1))::DOUBLE AS repeaters,
  ${[1, 5, 10].map(top).join(',\n  ')},
  (SELECT fsum((amount::DOUBLE / total) * (amount::DOUBLE / total)) FROM ${customers}, (SELECT sum(amount)::DOUBLE AS total FROM ${customers})) AS hhi
FROM ${customers}`;
}

/** The median of days between consecutive purchase days of one customer, over all customers. */
export function selectMedianGap(tables: SourceTables, where: string): string {
  return `
SELECT median(gap::DOUBLE) AS gap FROM (
  SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap
  FROM (SELECT DISTINCT customer, day FROM ${transactions(tables)} WHERE ${isPurchase(tables)} AND ${countedRows(tables)} AND ${where})
)`;
}
