import { afterAll, expect, it } from 'vitest';
import { configure, openSource, type RfmError } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { hostDatabase } from './support/host-database';

const ROWS = 400_000;

/** Rows whose amounts and texts cannot be compressed. */
function noise(): string {
  const line = (i: number): string => {
    const hash = Math.imul(i ^ (i >>> 7), 0x9e3779b1) >>> 0;
    return `c${hash % 50_000},2024-01-${10 + (hash % 19)},${hash}.${i % 100},order-${hash}-${i}\n`;
  };
  return `customer,date,amount,order\n${Array.from({ length: ROWS }, (_, i) => line(i)).join('')}`;
}

afterAll(async () => {
  configure({ engine: null });
  await sharedEngine().restart();
});

it('a load that does not fit says how many rows would, takes itself back, and the engine answers', async () => {
  await sharedEngine().restart();
  const db = await hostDatabase("SET memory_limit = '24MB'");
  configure({ engine: db });
  const mapping = { customer: 'customer', date: 'date', amount: 'amount', order: 'order' };
  const error = await openSource(new Blob([noise()]), mapping).catch((error: RfmError) => error);
  expect(error).toMatchObject({ code: 'out-of-memory' });
  const { message, details } = error as RfmError;
  expect(details.rows).toBeGreaterThan(0);
  expect(details.rows).toBeLessThanOrEqual(ROWS);
  expect(details.fit).toBeLessThan(Number(details.rows));
  expect(message).toMatch(/about [\d,]+ rows like these fit/);
  expect(message).toMatch(/fewer columns.*Parquet.*rollupSql/);
  const small = await openSource(new Blob(['customer,date,amount\na,2024-01-01,5\n']));
  expect((await small.kpis()).summary.amount).toBe(5);
  await small.close();
  const connection = await db.connect();
  const tables = await connection.query('SELECT count(*)::INTEGER AS n FROM duckdb_tables()');
  expect(tables.toArray()[0].n).toBe(0);
  await db.terminate();
});
