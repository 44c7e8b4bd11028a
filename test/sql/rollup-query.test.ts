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
