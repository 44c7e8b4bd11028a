WITH entries AS (
  SELECT
    coalesce(trim(CAST(`id` AS STRING)), '') AS buyer,
    CAST(`bought at` AS DATE) AS day,
    CAST(`qty` AS DECIMAL(18, 4)) * CAST(`price` AS DECIMAL(18, 4)) AS value,
    coalesce(CAST(`gain` AS DECIMAL(18, 4)), 0) AS gain,
    CASE WHEN lower(coalesce(trim(CAST(`no` AS STRING)), '')) IN ('', 'na', 'n/a', 'null', 'nan', 'none', '\\n') THEN NULL ELSE trim(CAST(`no` AS STRING)) END AS order_id,
    coalesce(trim(CAST(`land` AS STRING)), '') AS part_0
  FROM `shop`.`sales`
  WHERE `bought at` IS NOT NULL
    AND `qty` IS NOT NULL
    AND `price` IS NOT NULL
    AND (qty < 1000)
), dated AS (
  SELECT entries.*, greatest(trunc(day, 'WEEK'), trunc(day, 'MONTH')) AS period
  FROM entries
), by_row AS (
  SELECT buyer, period, part_0,
    count(*) AS transactions,
    sum(CASE WHEN value >= 0 THEN 1 ELSE 0 END) AS purchases,
    sum(CASE WHEN value >= 0 AND order_id IS NULL THEN 1 ELSE 0 END) AS orders,
    sum(value) AS amount,
    sum(CASE WHEN value < 0 THEN value ELSE 0 END) AS refunds,
    sum(CASE WHEN value < 0 THEN 1 ELSE 0 END) AS refund_rows,
    sum(CASE WHEN value = 0 THEN 1 ELSE 0 END) AS zero_rows,
    sum(gain) AS profit,
    min(day) AS first_day,
    max(day) AS last_day,
    min(CASE WHEN value >= 0 THEN day END) AS first_purchase,
    max(CASE WHEN value >= 0 THEN day END) AS last_purchase,
    bit_or(CASE WHEN value >= 0 THEN CAST(power(2, datediff(day, period)) AS BIGINT) ELSE 0 END) AS purchase_day_bits
  FROM dated
  GROUP BY buyer, period, part_0
), by_order AS (
  SELECT buyer, period, part_0,
    sum(CASE WHEN spread = 1 THEN 1 ELSE 0 END) AS orders,
    array_join(array_sort(collect_list(CASE WHEN spread > 1 THEN order_id END)), chr(31)) AS shared_orders
  FROM (
    SELECT buyer, period, part_0, order_id, count(*) OVER (PARTITION BY buyer, order_id) AS spread
    FROM (
      SELECT buyer, period, part_0, order_id
      FROM dated
      WHERE value >= 0 AND order_id IS NOT NULL
      GROUP BY buyer, period, part_0, order_id
    ) AS placed
  ) AS spreads
  GROUP BY buyer, period, part_0
), by_day AS (
  SELECT buyer, period, min(part_0) AS part_0,
    count(*) AS net_days,
    min(day) AS first_net_day,
    max(day) AS last_net_day,
    sum(net) AS net_amount,
    min_by(net, day) AS first_net_amount
  FROM (
    SELECT buyer, period, day, min(part_0) AS part_0, sum(value) AS net
    FROM dated
    GROUP BY buyer, period, day
    HAVING sum(value) > 0
  ) AS days
  GROUP BY buyer, period
)
SELECT
  '1 week net keep' AS `rfm_rollup`,
  buyer AS `customer`,
  period AS `period_start`,
  part_0 AS `dim_land`,
  CAST(sum(transactions) AS BIGINT) AS `transactions`,
  CAST(sum(purchases) AS BIGINT) AS `purchases`,
  CAST(sum(orders) AS BIGINT) AS `orders`,
  max(shared_orders) AS `shared_orders`,
  CAST(sum(amount) AS DECIMAL(38, 8)) AS `amount`,
  CAST(sum(refunds) AS DECIMAL(38, 8)) AS `refunds`,
  CAST(sum(refund_rows) AS BIGINT) AS `refund_rows`,
  CAST(sum(zero_rows) AS BIGINT) AS `zero_rows`,
  CAST(sum(profit) AS DECIMAL(38, 8)) AS `profit`,
  min(first_day) AS `first_day`,
  max(last_day) AS `last_day`,
  min(first_purchase) AS `first_purchase`,
  max(last_purchase) AS `last_purchase`,
  CAST(sum(purchase_day_bits) AS BIGINT) AS `purchase_day_bits`,
  CAST(sum(net_days) AS BIGINT) AS `net_days`,
  min(first_net_day) AS `first_net_day`,
  max(last_net_day) AS `last_net_day`,
  CAST(sum(net_amount) AS DECIMAL(38, 8)) AS `net_amount`,
  CAST(sum(first_net_amount) AS DECIMAL(38, 8)) AS `first_net_amount`
FROM (
  SELECT buyer, period, part_0,
    transactions, purchases, orders, CAST(NULL AS STRING) AS shared_orders, amount, refunds, refund_rows, zero_rows, profit, first_day, last_day, first_purchase, last_purchase, purchase_day_bits, 0 AS net_days, CAST(NULL AS DATE) AS first_net_day, CAST(NULL AS DATE) AS last_net_day, 0 AS net_amount, 0 AS first_net_amount
  FROM by_row
  UNION ALL
  SELECT buyer, period, part_0,
    0 AS transactions, 0 AS purchases, orders, shared_orders, 0 AS amount, 0 AS refunds, 0 AS refund_rows, 0 AS zero_rows, 0 AS profit, CAST(NULL AS DATE) AS first_day, CAST(NULL AS DATE) AS last_day, CAST(NULL AS DATE) AS first_purchase, CAST(NULL AS DATE) AS last_purchase, 0 AS purchase_day_bits, 0 AS net_days, CAST(NULL AS DATE) AS first_net_day, CAST(NULL AS DATE) AS last_net_day, 0 AS net_amount, 0 AS first_net_amount
  FROM by_order
  UNION ALL
  SELECT buyer, period, part_0,
    0 AS transactions, 0 AS purchases, 0 AS orders, CAST(NULL AS STRING) AS shared_orders, 0 AS amount, 0 AS refunds, 0 AS refund_rows, 0 AS zero_rows, 0 AS profit, CAST(NULL AS DATE) AS first_day, CAST(NULL AS DATE) AS last_day, CAST(NULL AS DATE) AS first_purchase, CAST(NULL AS DATE) AS last_purchase, 0 AS purchase_day_bits, net_days, first_net_day, last_net_day, net_amount, first_net_amount
  FROM by_day
) AS parts
GROUP BY buyer, period, part_0
