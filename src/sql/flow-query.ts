import { integer } from './identifier';
import { money, type SourceTables } from './source-tables';

/** Customers in the periods they bought in, with the purchase before and the one after, and what they are there. */
function classedActivity(activityRows: string): string {
  return `
WITH activity AS (${activityRows}), active AS (
  SELECT customer, number, amount,
    lag(number) OVER own AS last_number, lag(amount) OVER own AS last_amount, lead(number) OVER own AS next_number
  FROM activity WHERE purchases > 0
  WINDOW own AS (PARTITION BY customer ORDER BY number)
), classed AS (
  SELECT *, CASE WHEN last_number IS NULL THEN 'new' WHEN last_number = number - 1 THEN 'retained' ELSE 'reactivated' END AS kind
  FROM active
)`;
}

/**
 * Customers and money by period: who is new, stayed, came back or was lost, and what they spent. `activityRows` holds
 * one row per customer and period (`activity`), `customers` those with a purchase. Amounts of lost customers are those
 * of the period before.
 */
export function selectFlow(tables: SourceTables, customers: string, activityRows: string): string {
  const sum = (amount: string, condition: string): string =>
    money(tables, `coalesce(sum(${amount}) FILTER (WHERE ${condition}), 0)`);
  return `${classedActivity(activityRows)}, present AS (
  SELECT number, count(*)::INTEGER AS active,
    (count(*) FILTER (WHERE kind = 'new'))::INTEGER AS new,
    (count(*) FILTER (WHERE kind = 'retained'))::INTEGER AS retained,
    (count(*) FILTER (WHERE kind = 'reactivated'))::INTEGER AS reactivated,
    ${sum('amount', "kind = 'new'")} AS amount_new,
    ${sum('amount', "kind = 'retained'")} AS amount_retained,
    ${sum('amount', "kind = 'reactivated'")} AS amount_reactivated,
    ${sum('amount - last_amount', "kind = 'retained' AND amount > last_amount")} AS amount_expansion,
    ${sum('last_amount - amount', "kind = 'retained' AND amount < last_amount")} AS amount_contraction
  FROM classed GROUP BY number
), gone AS (
  SELECT number + 1 AS number, count(*)::INTEGER AS lost, ${money(tables, 'sum(amount)')} AS amount_lost
  FROM active WHERE next_number IS DISTINCT FROM number + 1 GROUP BY number
), others AS (
  SELECT number, ${money(tables, 'sum(amount)')} AS amount_refunds_other
  FROM activity SEMI JOIN ${customers} USING (customer) WHERE purchases = 0 GROUP BY number
)
SELECT number::INTEGER AS number, COLUMNS(* EXCLUDE (number))
FROM present FULL JOIN gone USING (number) FULL JOIN others USING (number)
ORDER BY number`;
}

/**
 * Customers with each period (its first day, `start` of a number) and what they are in it: new, retained, reactivated
 * or lost; `change` says whether a retained customer spent more (`rise`) or less (`fall`) than in the period before.
 */
export function membersByFlow(
  activityRows: string,
  start: (number: string) => string,
  lastNumber: number,
): string {
  return `${classedActivity(activityRows)}
SELECT customer, ${start('number')} AS period, kind AS flow,
  CASE WHEN kind = 'retained' THEN
    CASE WHEN amount > last_amount THEN 'rise' WHEN amount < last_amount THEN 'fall' ELSE 'level' END
  END AS change
FROM classed
UNION ALL
SELECT customer, ${start('(number + 1)')} AS period, 'lost' AS flow, NULL AS change
FROM active WHERE next_number IS DISTINCT FROM number + 1 AND number < ${integer(lastNumber)}`;
}
