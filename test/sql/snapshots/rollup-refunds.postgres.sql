WITH entries AS NOT MATERIALIZED (
  SELECT
    coalesce(trim(CAST("id" AS text)), '') AS buyer,
    CAST("day" AS date) AS day,
    CAST("amount" AS DECIMAL(18, 4)) AS value,
    1 AS counted
  FROM "sales"
  WHERE "day" IS NOT NULL
    AND "amount" IS NOT NULL
  UNION ALL
  SELECT
    coalesce(trim(CAST("id" AS text)), '') AS buyer,
    CAST("day" AS date) AS day,
    -abs(CAST("back" AS DECIMAL(18, 4))) AS value,
    0 AS counted
  FROM "sales"
  WHERE "day" IS NOT NULL
    AND "amount" IS NOT NULL
    AND "back" IS NOT NULL
    AND "back" <> 0
), dated AS NOT MATERIALIZED (
  SELECT entries.*, CAST(date_trunc('month', CAST(day AS timestamp)) AS date) AS period
  FROM entries
), by_row AS NOT MATERIALIZED (
  SELECT buyer, period,
    sum(counted) AS transactions,
    sum(CASE WHEN value > 0 THEN 1 ELSE 0 END) AS purchases,
    sum(CASE WHEN value > 0 THEN 1 ELSE 0 END) AS orders,
    sum(CASE WHEN value >= 0 THEN value ELSE 0 END) AS amount,
    sum(CASE WHEN value < 0 THEN value ELSE 0 END) AS refunds,
    sum(CASE WHEN value < 0 THEN 1 ELSE 0 END) AS refund_rows,
    sum(CASE WHEN value = 0 THEN 1 ELSE 0 END) AS zero_rows,
    min(day) AS first_day,
    max(day) AS last_day,
    min(CASE WHEN value > 0 THEN day END) AS first_purchase,
    max(CASE WHEN value > 0 THEN day END) AS last_purchase,
    bit_or(CASE WHEN value > 0 THEN CAST(power(2, (day - period)) AS bigint) ELSE 0 END) AS purchase_day_bits
  FROM dated
  GROUP BY buyer, period
), by_day AS NOT MATERIALIZED (
  SELECT buyer, period,
    count(*) AS net_days,
    min(day) AS first_net_day,
    max(day) AS last_net_day,
    sum(net) AS net_amount,
    (array_agg(net ORDER BY day))[1] AS first_net_amount
  FROM (
    SELECT buyer, period, day, sum(CASE WHEN value >= 0 THEN value ELSE 0 END) AS net
    FROM dated
    GROUP BY buyer, period, day
    HAVING sum(CASE WHEN value >= 0 THEN value ELSE 0 END) > 0
  ) AS days
  GROUP BY buyer, period
)
SELECT
  '1 month exclude drop' AS "rfm_rollup",
  buyer AS "customer",
  period AS "period_start",
  CAST(sum(transactions) AS bigint) AS "transactions",
  CAST(sum(purchases) AS bigint) AS "purchases",
  CAST(sum(orders) AS bigint) AS "orders",
  CAST(sum(amount) AS DECIMAL(38, 4)) AS "amount",
  CAST(sum(refunds) AS DECIMAL(38, 4)) AS "refunds",
  CAST(sum(refund_rows) AS bigint) AS "refund_rows",
  CAST(sum(zero_rows) AS bigint) AS "zero_rows",
  min(first_day) AS "first_day",
  max(last_day) AS "last_day",
  min(first_purchase) AS "first_purchase",
  max(last_purchase) AS "last_purchase",
  CAST(sum(purchase_day_bits) AS bigint) AS "purchase_day_bits",
  CAST(sum(net_days) AS bigint) AS "net_days",
  min(first_net_day) AS "first_net_day",
  max(last_net_day) AS "last_net_day",
  CAST(sum(net_amount) AS DECIMAL(38, 4)) AS "net_amount",
  CAST(sum(first_net_amount) AS DECIMAL(38, 4)) AS "first_net_amount"
FROM (
  SELECT buyer, period,
    transactions, purchases, orders, amount, refunds, refund_rows, zero_rows, first_day, last_day, first_purchase, last_purchase, purchase_day_bits, 0 AS net_days, CAST(NULL AS date) AS first_net_day, CAST(NULL AS date) AS last_net_day, 0 AS net_amount, 0 AS first_net_amount
  FROM by_row
  UNION ALL
  SELECT buyer, period,
    0 AS transactions, 0 AS purchases, 0 AS orders, 0 AS amount, 0 AS refunds, 0 AS refund_rows, 0 AS zero_rows, CAST(NULL AS date) AS first_day, CAST(NULL AS date) AS last_day, CAST(NULL AS date) AS first_purchase, CAST(NULL AS date) AS last_purchase, 0 AS purchase_day_bits, net_days, first_net_day, last_net_day, net_amount, first_net_amount
  FROM by_day
) AS parts
GROUP BY buyer, period
