import { afterAll, describe, expect, it } from 'vitest';
import { configure, openSource, type RfmError } from '../../../src/core';
import { sharedEngine } from '../../../src/data/engine/engine';
import { hostDatabase } from '../support/host-database';

const rows = [
  { customer: 'a', date: '2024-01-01', amount: 10 },
  { customer: 'a', date: '2024-02-01', amount: 5 },
  { customer: 'b', date: '2024-01-15', amount: 20 },
];

afterAll(() => sharedEngine().restart());

describe("a host's own DuckDB", () => {
  it('serves the analyses, keeps its tables and settings, and stays open', async () => {
    await sharedEngine().restart();
    const db = await hostDatabase('CREATE TABLE mine AS SELECT 42 AS answer');
    configure({ engine: db });
    const source = await openSource(rows);
    expect((await source.pareto()).summary.total).toBe(35);
    const connection = await db.connect();
    const tables = async (): Promise<string[]> =>
      (await connection.query('SELECT DISTINCT table_catalog AS s FROM information_schema.tables ORDER BY s'))
        .toArray()
        .map((row) => row.s);
    expect(await tables()).toEqual(['memory', 'rfm_kit']);
    await source.close();
    expect(await tables()).toEqual(['memory']);
    const locked = await connection.query("SELECT current_setting('lock_configuration') AS locked");
    expect(locked.toArray()[0].locked).toBe(false);
    expect((await connection.query('SELECT answer FROM mine')).toArray()[0].answer).toBe(42);
    configure({ engine: null });
    await sharedEngine().restart();
    expect((await connection.query('SELECT answer FROM mine')).toArray()[0].answer).toBe(42);
    await db.terminate();
  });

  it('is refused where it is none', () => {
    expect(() => configure({ engine: {} as never })).toThrow(/must be a DuckDB-WASM database/);
    try {
      configure({ engine: {} as never });
    } catch (error) {
      expect((error as RfmError).code).toBe('invalid-option');
    }
  });
});
