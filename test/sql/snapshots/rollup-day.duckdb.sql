WITH entries AS (
  SELECT
    coalesce(trim(CAST("id" AS VARCHAR)), '') AS buyer,
    CAST("day" AS DATE) AS day,
    CAST("amount" AS DECIMAL(18, 4)) AS value
  FROM "sales"
  WHERE "day" IS NOT NULL
    AND "amount" IS NOT NULL
), dated AS (
  SELECT entries.*, day AS period
  FROM entries
), by_row AS (
  SELECT buyer, period,
    count(*) AS transactions,
    sum(CASE WHEN value >= 0 THEN 1 ELSE 0 END) AS purchases,
    sum(CASE WHEN value >= 0 THEN 1 ELSE 0 END) AS orders,
    sum(value) AS amount,
    sum(CASE WHEN value < 0 THEN value ELSE 0 END) AS refunds,
    sum(CASE WHEN value < 0 THEN 1 ELSE 0 END) AS refund_rows,
    sum(CASE WHEN value = 0 THEN 1 ELSE 0 END) AS zero_rows
  FROM dated
  GROUP BY buyer, period
)
SELECT
  '1 day net keep' AS "rfm_rollup",
  buyer AS "customer",
  period AS "period_start",
  CAST(sum(transactions) AS BIGINT) AS "transactions",
  CAST(sum(purchases) AS BIGINT) AS "purchases",
  CAST(sum(orders) AS BIGINT) AS "orders",
  CAST(sum(amount) AS DECIMAL(38, 4)) AS "amount",
  CAST(sum(refunds) AS DECIMAL(38, 4)) AS "refunds",
  CAST(sum(refund_rows) AS BIGINT) AS "refund_rows",
  CAST(sum(zero_rows) AS BIGINT) AS "zero_rows"
FROM (
  SELECT buyer, period,
    transactions, purchases, orders, amount, refunds, refund_rows, zero_rows
  FROM by_row
) AS parts
GROUP BY buyer, period
