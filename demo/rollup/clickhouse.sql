-- What a page may ask ClickHouse by its own HTTP interface: one table, made anew each night, by a user who can read that alone.
-- Which pages may ask at all stands in clickhouse-cors.xml. The SELECT is what this prints:
--   npx rfm-kit rollup --dialect clickhouse --table shop.sales --customer customer --date date --amount amount
CREATE MATERIALIZED VIEW shop.rollup
REFRESH EVERY 1 DAY OFFSET 3 HOUR
ENGINE = MergeTree ORDER BY tuple()
AS SELECT 1; -- ← put the SELECT here

CREATE USER rfm_page IDENTIFIED WITH sha256_password BY 'change me'
SETTINGS readonly = 2, max_execution_time = 60;
GRANT SELECT ON shop.rollup TO rfm_page;

-- The page then reads it, with the headers X-ClickHouse-User and X-ClickHouse-Key given by the property fetchOptions:
--   https://clickhouse.example.com:8443/?query=SELECT+*+FROM+shop.rollup+FORMAT+Parquet
-- ArrowStream reads as well, without compression within: &output_format_arrow_compression_method=none
