import { integer } from './identifier';
import { money, type SourceTables } from './source-tables';

/**
 * Customers in the periods they bought in, what they are there, and the amount of the period before where they bought in
 * it too. `periods` has each customer's first period (`customerPeriods`).
 */
function classedActivity(activityRows: string, periods: string): string {
  return `
WITH activity AS (${activityRows}), active AS (
  SELECT customer, number, amount FROM activity WHERE purchases > 0
), classed AS (
  SELECT active.*, before.amount AS last_amount,
    CASE WHEN active.number = first_number THEN 'new' WHEN before.number IS NULL THEN 'reactivated' ELSE 'retained' END AS kind
  FROM active JOIN (${periods}) AS own USING (customer)
    LEFT JOIN active AS before ON before.customer = active.customer AND before.number = active.number - 1
)`;
}

/**
 * Customers and money by period: who is new, stayed, came back or was lost, and what they spent. `activityRows` holds
 * one row per customer and period (`activity`), `periods` the first one of those with a purchase. Amounts of lost customers are those
 * of the period before.
 */
export function selectFlow(tables: SourceTables, periods: string, activityRows: string): string {
  const sum = (amount: string, condition: string): string =>
    money(tables, `coalesce(sum(${amount}) FILTER (WHERE ${condition}), 0)`);
  return `${classedActivity(activityRows, periods)}, present AS (
  SELECT number, count(*)::INTEGER AS active,
    (count(*) FILTER (WHERE kind = 'new'))::INTEGER AS new,
    (count(*) FILTER (WHERE kind = 'retained'))::INTEGER AS retained,
    (count(*) FILTER (WHERE kind = 'reactivated'))::INTEGER AS reactivated,
    ${sum('amount', "kind = 'new'")} AS amount_new,
    ${sum('amount', "kind = 'retained'")} AS amount_retained,
    ${sum('amount', "kind = 'reactivated'")} AS amount_reactivated,
    ${sum('amount - last_amount', "kind = 'retained' AND amount > last_amount")} AS amount_expansion,
    ${sum('last_amount - amount', "kind = 'retained' AND amount < last_amount")} AS amount_contraction,
    sum(amount) AS held, coalesce(sum(last_amount), 0) AS kept
  FROM classed GROUP BY number
), gone AS (
  SELECT one.number + 1 AS number, one.active - coalesce(next.retained, 0) AS lost,
    ${money(tables, '(one.held - coalesce(next.kept, 0))')} AS amount_lost
  FROM present AS one LEFT JOIN present AS next ON next.number = one.number + 1
), others AS (
  SELECT number, ${money(tables, 'sum(amount)')} AS amount_refunds_other
  FROM activity SEMI JOIN (${periods}) AS own USING (customer) WHERE purchases = 0 GROUP BY number
)
SELECT number::INTEGER AS number, COLUMNS(* EXCLUDE (number, held, kept))
FROM present FULL JOIN gone USING (number) FULL JOIN others USING (number)
ORDER BY number`;
}

/**
 * Customers with each period (its first day, `start` of a number) and what they are in it: new, retained, reactivated
 * or lost; `change` says whether a retained customer spent more (`rise`) or less (`fall`) than in the period before.
 */
export function membersByFlow(
  periods: string,
  activityRows: string,
  start: (number: string) => string,
  lastNumber: number,
): string {
  return `${classedActivity(activityRows, periods)}
SELECT customer, ${start('number')} AS period, kind AS flow,
  CASE WHEN kind = 'retained' THEN
    CASE WHEN amount > last_amount THEN 'rise' WHEN amount < last_amount THEN 'fall' ELSE 'level' END
  END AS change
FROM classed
UNION ALL
SELECT customer, ${start('(number + 1)')} AS period, 'lost' AS flow, NULL AS change
FROM active ANTI JOIN (SELECT customer, number - 1 AS number FROM active) AS next USING (customer, number)
WHERE number < ${integer(lastNumber)}`;
}
