import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rollupSql } from '../../src/data/rollup-sql';
import type { DialectName } from '../../src/sql/rollup-dialects';
import { folder } from './support/engines';

/** The dialects of which no engine runs here: their SQL is parsed only. */
const require = createRequire(join(folder, 'package.json'));
const { Parser } = require('node-sql-parser') as {
  Parser: new () => { parse(sql: string, options: { database: string }): unknown };
};

const columns = {
  customer: 'id',
  date: 'bought at',
  amount: 'qty*price',
  order: 'no',
  profit: 'gain',
  refund: 'back',
  dimensions: ['land', 'kind'],
};
const sqlOf = (dialect: DialectName, period: 'day' | 'week' | 'month'): string =>
  rollupSql({ dialect, table: 'shop.sales', columns, period, refunds: 'exclude', where: 'qty < 1000' });

describe.each(['trino', 'bigquery', 'snowflake'] as const)('%s', (dialect) => {
  it.each(['day', 'week', 'month'] as const)('is SQL that its parser takes, by %s', (period) => {
    expect(() => new Parser().parse(sqlOf(dialect, period), { database: dialect })).not.toThrow();
    expect(() => new Parser().parse(`${sqlOf(dialect, period)} FROM`, { database: dialect })).toThrow();
  });
});

interface DtParser {
  validate(sql: string): unknown[];
}

describe.each([
  ['spark', 'SparkSQL'],
  ['trino', 'TrinoSQL'],
] as const)('%s', (dialect, name) => {
  it.each(['day', 'week', 'month'] as const)('is SQL that its grammar takes, by %s', async (period) => {
    const path = join(folder, 'node_modules/dt-sql-parser/dist/index.js');
    const module = (await import(/* @vite-ignore */ path)) as Record<string, new () => DtParser>;
    const parser = new module[name]!();
    expect(parser.validate(sqlOf(dialect, period))).toEqual([]);
    expect(parser.validate(`${sqlOf(dialect, period)} FROM`)).not.toEqual([]);
  });
});
