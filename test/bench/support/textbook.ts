/** The four analyses as textbooks write them in SQL: over one table of sales, customers as text. */
export const createSales = (file: string): string =>
  `CREATE TABLE sales AS SELECT * FROM read_csv('${file}', types = {'customer_id': 'VARCHAR'})`;

const scores = `
WITH own AS (
  SELECT customer_id, max(order_date) FILTER (WHERE amount >= 0) AS last_date,
    count(DISTINCT order_id) FILTER (WHERE amount >= 0) AS frequency, sum(amount) AS monetary
  FROM sales GROUP BY customer_id
)
SELECT customer_id, (SELECT max(order_date) FROM sales) - last_date AS recency, frequency, monetary,
  ntile(5) OVER (ORDER BY last_date) AS r, ntile(5) OVER (ORDER BY frequency) AS f, ntile(5) OVER (ORDER BY monetary) AS m
FROM own`;

const curve = `
WITH own AS (SELECT customer_id, sum(amount) AS value FROM sales GROUP BY customer_id), ranked AS (
  SELECT row_number() OVER (ORDER BY value DESC) AS rank, count(*) OVER () AS items,
    sum(value) OVER (ORDER BY value DESC ROWS UNBOUNDED PRECEDING) / sum(value) OVER () AS share
  FROM own
)
SELECT rank, share FROM ranked WHERE rank % greatest(items // 2000, 1) = 0 ORDER BY rank`;

const tiers = `
WITH until AS (SELECT max(order_date) AS day FROM sales), own AS (
  SELECT customer_id, sum(amount) AS current_value,
    coalesce(sum(amount) FILTER (WHERE order_date > day - 182), 0) AS recent,
    coalesce(sum(amount) FILTER (WHERE order_date > day - 364 AND order_date <= day - 182), 0) AS before,
    coalesce(sum(amount) FILTER (WHERE order_date > day - 365), 0) AS spend
  FROM sales, until GROUP BY customer_id
), valued AS (
  SELECT customer_id, current_value, 2 * spend * recent / nullif(recent + before, 0) AS potential_value FROM own
), splits AS (SELECT avg(current_value) AS current_split, avg(potential_value) AS potential_split FROM valued)
SELECT customer_id, current_value, potential_value,
  CASE WHEN current_value > current_split THEN CASE WHEN potential_value > potential_split THEN 'platinum' ELSE 'gold' END
    ELSE CASE WHEN potential_value > potential_split THEN 'iron' ELSE 'lead' END END AS tier
FROM valued, splits`;

const retention = `
WITH firsts AS (
  SELECT customer_id, min(date_trunc('month', order_date)) AS cohort FROM sales WHERE amount >= 0 GROUP BY customer_id
)
SELECT cohort, date_diff('month', cohort, date_trunc('month', order_date)) AS k,
  count(DISTINCT customer_id) AS customers, sum(amount) AS revenue
FROM sales JOIN firsts USING (customer_id)
WHERE amount >= 0
GROUP BY cohort, k ORDER BY cohort, k`;

/** In the order of `ASKED`. */
export const TEXTBOOK: readonly string[] = [scores, curve, tiers, retention];

/** The same asked of the kit. Potential by momentum: the only one of its methods that a textbook's SQL has too. */
export const ASKED: readonly (readonly [string, object])[] = [
  ['rfm', {}],
  ['pareto', {}],
  ['quadrant', { potential: 'momentum' }],
  ['cohorts', {}],
];
