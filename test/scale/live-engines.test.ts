import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { type RollupColumns, rollupSql } from '../../src/data/rollup-sql';
import { type GoldenFile, goldenDifferences } from '../support/golden';
import {
  type LiveEngine,
  type ScaleTable,
  startClickhouse,
  startDuckdb,
  startPostgres,
} from './support/engines';

const golden: GoldenFile = JSON.parse(readFileSync('test/fixtures/golden.json', 'utf8'));

interface Case extends ScaleTable {
  file: string;
  rollup: RollupColumns;
}

const CASES: Case[] = [
  {
    name: 'cdnow_master',
    file: 'demo/data/cdnow_master.csv',
    select: 'customer_id::VARCHAR AS customer_id, date::DATE AS date, amount::DECIMAL(18, 2) AS amount',
    columns: { customer_id: 'text', date: 'date', amount: 'numeric(18, 2)' },
    rollup: { customer: 'customer_id', date: 'date', amount: 'amount' },
  },
  {
    // Prices as binary fractions, days as timestamps, and customers left blank.
    name: 'online_retail',
    file: 'demo/data/online_retail.csv.gz',
    select:
      'CustomerID::BIGINT AS "CustomerID", InvoiceDate::TIMESTAMP AS "InvoiceDate", Quantity::INTEGER AS "Quantity", UnitPrice::DOUBLE AS "UnitPrice", InvoiceNo::VARCHAR AS "InvoiceNo", Country::VARCHAR AS "Country"',
    columns: {
      CustomerID: 'bigint',
      InvoiceDate: 'timestamp',
      Quantity: 'integer',
      UnitPrice: 'double precision',
      InvoiceNo: 'text',
      Country: 'text',
    },
    rollup: {
      customer: 'CustomerID',
      date: 'InvoiceDate',
      amount: 'Quantity*UnitPrice',
      order: 'InvoiceNo',
      dimensions: ['Country'],
    },
  },
  {
    name: 'adventureworks',
    file: '../shared/data/adventureworks_lines_profit.csv',
    select:
      'CustomerKey::BIGINT AS "CustomerKey", OrderDate::DATE AS "OrderDate", revenue::DECIMAL(18, 4) AS revenue, profit::DECIMAL(18, 4) AS profit, OrderNumber::VARCHAR AS "OrderNumber"',
    columns: {
      CustomerKey: 'bigint',
      OrderDate: 'date',
      revenue: 'numeric(18, 4)',
      profit: 'numeric(18, 4)',
      OrderNumber: 'text',
    },
    rollup: {
      customer: 'CustomerKey',
      date: 'OrderDate',
      amount: 'revenue',
      profit: 'profit',
      order: 'OrderNumber',
    },
  },
];

const folder = mkdtempSync(join(tmpdir(), 'rfm-kit-tables-'));
let engines: LiveEngine[];

beforeAll(async () => {
  const duckdb = await startDuckdb();
  engines = [duckdb, await startClickhouse(), await startPostgres()];
  for (const { file, ...table } of CASES) {
    if (!existsSync(file)) continue;
    await duckdb.run(
      `CREATE TABLE ${table.name} AS SELECT ${table.select} FROM read_csv('${resolve(file)}')`,
    );
    const files = { parquet: join(folder, `${table.name}.parquet`), csv: join(folder, `${table.name}.csv`) };
    await duckdb.run(`COPY ${table.name} TO '${files.parquet}' (FORMAT parquet)`);
    await duckdb.run(`COPY ${table.name} TO '${files.csv}' (FORMAT csv, HEADER)`);
    for (const engine of engines) await engine.load(table, files);
  }
});

afterAll(async () => {
  for (const engine of engines ?? []) await engine.close();
  rmSync(folder, { recursive: true, force: true });
  await sharedEngine().restart();
});

/** A row in one writing: numbers by value, and nothing where there is nothing. */
function plain(row: Record<string, unknown>): string {
  const cells = Object.entries(row).map(([name, value]) => {
    const number = /amount|refunds|profit|rows|purchases|orders|transactions|bits|net_days/.test(name);
    const text = value === null ? '' : String(value);
    return number && text !== '' && name !== 'shared_orders' ? Number(text) : text;
  });
  return JSON.stringify(cells);
}

describe.each(CASES.filter(({ file }) => existsSync(file)))('$name', ({ name, rollup }) => {
  it.each(['day', 'week', 'month'] as const)(
    'is the same rollup by %s, row by row, on each engine',
    async (period) => {
      const answers: string[][] = [];
      for (const engine of engines) {
        const sql = rollupSql({ dialect: engine.dialect, table: name, columns: rollup, period });
        answers.push((await engine.rows(sql)).map(plain).sort());
      }
      const [first, ...others] = answers;
      expect(first!.length).toBeGreaterThan(1000);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  it('is a sample of the same customers on each engine', async () => {
    const answers: string[][] = [];
    for (const engine of engines) {
      const sql = rollupSql({ dialect: engine.dialect, table: name, columns: rollup, sample: 0.25 });
      answers.push((await engine.rows(sql)).map(plain).sort());
    }
    const [first, ...others] = answers;
    expect(first!.length).toBeGreaterThan(1000);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(['day', 'month'] as const)(
    'gives the golden figures from the rollup by %s of each engine',
    async (period) => {
      for (const { dialect, file } of engines) {
        const bytes = await file(rollupSql({ dialect, table: name, columns: rollup, period }));
        const source = await openSource(bytes, {}, { grain: 'rollup' });
        expect({ dialect, differences: await goldenDifferences(source, golden[name]!, period) }).toEqual({
          dialect,
          differences: [],
        });
        await source.close();
      }
    },
  );
});
