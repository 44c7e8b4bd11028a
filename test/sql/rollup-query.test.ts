import { expect, it } from 'vitest';
import { rollupSql } from '../../src/data/rollup-sql';
import { DIALECTS } from '../../src/sql/rollup-dialects';

const columns = {
  customer: 'id',
  date: 'bought at',
  amount: 'qty*price',
  order: 'no',
  profit: 'gain',
  dimensions: ['land'],
};

it.each(DIALECTS)('reduces a table by week, with orders, profit and a dimension, in %s', async (dialect) => {
  const sql = rollupSql({ dialect, table: 'shop.sales', columns, period: 'week', where: 'qty < 1000' });
  await expect(`${sql}\n`).toMatchFileSnapshot(`snapshots/rollup-week.${dialect}.sql`);
});

it('needs one pass over the rows by day without orders', async () => {
  const sql = rollupSql({
    dialect: 'duckdb',
    table: 'sales',
    columns: { customer: 'id', date: 'day', amount: 'amount' },
    period: 'day',
  });
  await expect(`${sql}\n`).toMatchFileSnapshot('snapshots/rollup-day.duckdb.sql');
});

it('takes refunded amounts of a column of their own as rows', async () => {
  const sql = rollupSql({
    dialect: 'postgres',
    table: 'sales',
    columns: { customer: 'id', date: 'day', amount: 'amount', refund: 'back' },
    refunds: 'exclude',
    zeroAmounts: 'drop',
  });
  await expect(`${sql}\n`).toMatchFileSnapshot('snapshots/rollup-refunds.postgres.sql');
});

it.each(DIALECTS)('takes a sample of whole customers by the same digits in %s', (dialect) => {
  const named = { customer: 'id', date: 'day', amount: 'amount' };
  const sample = (share: number): string =>
    rollupSql({ dialect, table: 'sales', columns: named, sample: share });
  const [, line] = /AND (substr\(.*)/.exec(sample(0.25)) ?? [];
  expect(line).toMatch(/^substr\((lower\()?(to_)?(hex\()?md5\(.*id.*, 1, 8\) < '40000000'$/i);
  expect(sample(0.25)).toContain("'1 month net keep 0.25'");
  expect(sample(0.99999999999)).toContain("< 'ffffffff'");
  expect(sample(1)).toBe(rollupSql({ dialect, table: 'sales', columns: named }));
});

it('counts as purchases what the rules say', () => {
  const named = { customer: 'id', date: 'day', amount: 'amount' };
  const made = (refunds: 'net' | 'exclude' | 'as-orders', zeroAmounts: 'keep' | 'drop'): string =>
    rollupSql({ dialect: 'duckdb', table: 'sales', columns: named, period: 'day', refunds, zeroAmounts });
  const purchases = (sql: string): string => /WHEN (.*?) THEN 1 ELSE 0 END\) AS purchases/.exec(sql)![1]!;
  expect(purchases(made('net', 'keep'))).toBe('value >= 0');
  expect(purchases(made('net', 'drop'))).toBe('value > 0');
  expect(purchases(made('exclude', 'keep'))).toBe('value >= 0');
  expect(purchases(made('as-orders', 'keep'))).toBe('1 = 1');
  expect(purchases(made('as-orders', 'drop'))).toBe('value <> 0');
  expect(made('exclude', 'keep')).toContain('sum(CASE WHEN value >= 0 THEN value ELSE 0 END) AS amount');
  expect(made('as-orders', 'keep')).toContain('sum(value) AS amount');
});

it('gives refunds of a column no profit, and counts them as no rows', () => {
  const named = { customer: 'id', date: 'day', amount: 'amount', refund: 'back', profit: 'gain' };
  const sql = rollupSql({ dialect: 'duckdb', table: 'sales', columns: named, period: 'day' });
  expect(sql).toMatch(/AS gain,\s+1 AS counted/);
  expect(sql).toMatch(/0 AS gain,\s+0 AS counted/);
});

it('takes a small sample by as many digits', () => {
  const named = { customer: 'id', date: 'day', amount: 'amount' };
  const sql = rollupSql({ dialect: 'duckdb', table: 'sales', columns: named, sample: 0.001 });
  // 2^32 / 1000 is 4,294,967.
  expect(sql).toContain("< '00418937'");
});

it('keeps a name a name, whatever signs it holds', () => {
  const named = (dialect: (typeof DIALECTS)[number], name: string): string =>
    rollupSql({ dialect, table: [name], columns: { customer: 'c', date: 'd', amount: 'a' } });
  expect(named('duckdb', 'a"b')).toContain('FROM "a""b"\n');
  expect(named('clickhouse', 'a"\\b')).toContain('FROM "a""\\\\b"\n');
  expect(named('spark', 'a`b')).toContain('FROM `a``b`\n');
  expect(named('bigquery', 'a`\\b')).toContain('FROM `a\\`\\\\b`\n');
});

it.each([
  [{ dialect: 'oracle' }, 'dialect is "oracle"; it must be one of'],
  [{ table: '' }, 'table is ""; it must be a name'],
  [{ sample: 0 }, 'sample is 0; it must be a share of customers'],
  [{ sample: '10%' }, 'sample is "10%"; it must be a share of customers'],
  [{ sample: 1.5 }, 'sample is 1.5; it must be a share of customers'],
  [{ period: 'year' }, 'period is "year"; it must be one of day, week, month.'],
  [{ refunds: 'gross' }, 'refunds is "gross"; it must be one of net, exclude, as-orders.'],
  [{ columns: { customer: 'c', date: 'd' } }, 'columns.amount is undefined; it must be a name'],
  [{ columns: { customer: 'c', date: 'd', amount: 'a*b*c' } }, 'a product of two'],
])('refuses %o', (wrong, message) => {
  const options = { dialect: 'duckdb', table: 't', columns: { customer: 'c', date: 'd', amount: 'a' } };
  expect(() => rollupSql({ ...options, ...wrong } as never)).toThrow(message);
});
