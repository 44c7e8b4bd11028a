import { integer } from './identifier';
import {
  beginsCounts,
  countedRows,
  isPurchase,
  money,
  type SourceTables,
  spansDays,
  transactions,
} from './source-tables';

/** Days since the last purchase within which a customer counts as active. */
export const ACTIVE_DAYS = 90;
/** Among how many of the largest customers those who bring half of the amount are looked for. */
const LARGEST = 100;

/** Figures of the customer table, in one row. */
export function selectPlainKpis(tables: SourceTables, customers: string, asOfDay: number): string {
  return `
SELECT count(*)::DOUBLE AS customers,
  (count(*) FILTER (WHERE ${integer(asOfDay)} - last_day < ${ACTIVE_DAYS}))::DOUBLE AS active_customers,
  coalesce(sum(frequency), 0)::DOUBLE AS orders,
  ${money(tables, 'coalesce(sum(amount), 0)')} AS amount,
  (count(*) FILTER (WHERE frequency > 1))::DOUBLE AS repeaters
FROM ${customers}`;
}

/** How much of the whole amount the largest customers bring, in one row. */
export function selectConcentration(customers: string): string {
  const top = (count: number): string =>
    `(sum(amount) FILTER (WHERE place <= ${count}))::DOUBLE / max(total) AS top${count}`;
  return `
WITH whole AS (SELECT sum(amount)::DOUBLE AS total FROM ${customers}), largest AS (
  SELECT amount, row_number() OVER own AS place, sum(amount) OVER own AS so_far
  FROM (SELECT customer, amount FROM ${customers} ORDER BY amount DESC, customer LIMIT ${LARGEST})
  WINDOW own AS (ORDER BY amount DESC, customer)
)
SELECT ${[1, 5, 10].map(top).join(',\n  ')},
  (min(place) FILTER (WHERE so_far >= total / 2))::DOUBLE AS half,
  (SELECT fsum((amount::DOUBLE / total) * (amount::DOUBLE / total)) FROM ${customers}, whole) AS hhi
FROM largest, whole`;
}

/** The median of days between consecutive purchase days of one customer, over all customers. */
export function selectMedianGap(tables: SourceTables, where: string, byDayOnly: boolean): string {
  // Every purchase day is one on which an order begins; a day on which several do is left out as a gap of 0.
  const days = beginsCounts(tables, byDayOnly)
    ? `SELECT customer, day FROM ${transactions(tables)} WHERE begins = 1 AND ${countedRows(tables)} AND ${where}`
    : purchaseDaysOf(tables, where);
  return `
SELECT median(gap::DOUBLE) AS gap FROM (
  SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap FROM (${days})
) WHERE gap > 0`;
}

/** Each day on which a customer bought, once. */
function purchaseDaysOf(tables: SourceTables, where: string): string {
  const rows = `${transactions(tables)} WHERE ${isPurchase(tables)} AND ${countedRows(tables)} AND ${where}`;
  if (!spansDays(tables)) return `SELECT DISTINCT customer, day FROM ${rows}`;
  // There are few different sets of days: they are taken apart once each.
  return `
SELECT DISTINCT customer, day + bit AS day
FROM (SELECT customer, day, purchase_day_bits FROM ${rows}) JOIN (
  SELECT purchase_day_bits, bit::INTEGER AS bit
  FROM (SELECT DISTINCT purchase_day_bits FROM ${transactions(tables)}), range(31) AS bits(bit)
  WHERE (purchase_day_bits >> bit::INTEGER) & 1 = 1
) USING (purchase_day_bits)`;
}

/**
 * What each month added, by its number: new customers, those who bought again for the first time, orders and money; and
 * how many were active at its end, or at as-of where that comes first.
 */
export function selectKpiMonths(
  tables: SourceTables,
  customers: string,
  months: string,
  asOfDay: number,
): string {
  const end = (month: string): string =>
    `(make_date(((${month}) // 12)::BIGINT, ((${month}) % 12 + 1)::BIGINT, 1::BIGINT) - DATE '1970-01-01')`;
  return `
WITH own AS (SELECT * FROM ${months} SEMI JOIN (SELECT customer FROM ${customers}) USING (customer)), bought AS (
  SELECT month, last_day, orders, row_number() OVER one AS place,
    sum(orders) OVER one AS so_far, lead(month) OVER one AS next_month
  FROM own WHERE purchases > 0
  WINDOW one AS (PARTITION BY customer ORDER BY month)
), came AS (
  SELECT month, (count(*) FILTER (WHERE place = 1))::INTEGER AS new_customers,
    (count(*) FILTER (WHERE so_far > 1 AND so_far - orders <= 1))::INTEGER AS new_repeaters
  FROM bought GROUP BY month
), spent AS (
  SELECT month, sum(orders)::INTEGER AS orders, ${money(tables, 'sum(amount)')} AS amount FROM own GROUP BY month
), stayed AS (
  SELECT reached AS month, count(*)::INTEGER AS active FROM (
    SELECT month + step AS reached, last_day, next_month FROM bought, (SELECT unnest([0, 1, 2, 3]) AS step)
  )
  WHERE reached < coalesce(next_month, reached + 1) AND least(${end('reached + 1')} - 1, ${integer(asOfDay)}) - last_day < ${ACTIVE_DAYS}
  GROUP BY reached
)
SELECT month::INTEGER AS number, new_customers, new_repeaters, orders, amount, active
FROM came FULL JOIN spent USING (month) FULL JOIN stayed USING (month)
ORDER BY month`;
}
