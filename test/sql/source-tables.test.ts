import { afterAll, describe, expect, it } from 'vitest';
import { Engine } from '../../src/data/engine/engine';
import { rescaleAmounts, type SourceTables, transactions } from '../../src/sql/source-tables';

const engine = new Engine();

afterAll(() => engine.restart());

const tables: SourceTables = {
  prefix: 'rfm_kit.scale_test',
  scale: 2,
  order: false,
  wholeOrders: false,
  profit: true,
  dimensions: 0,
  refunds: 'net',
  zeroAmounts: 'keep',
  yearStart: 1,
  rollup: null,
  sample: 1,
};

async function rescaled(from: number, to: number, amounts: readonly string[]): Promise<string[]> {
  const rows = amounts.map((amount) => `(${amount}::BIGINT, ${amount}::BIGINT)`).join(', ');
  await engine.query(
    `CREATE OR REPLACE TABLE ${transactions(tables)} AS SELECT * FROM (VALUES ${rows}) AS t(amount, profit)`,
  );
  for (const statement of rescaleAmounts({ ...tables, scale: from }, to)) await engine.query(statement);
  const result = await engine.query(
    `SELECT amount::VARCHAR AS a, profit::VARCHAR AS p FROM ${transactions(tables)}`,
  );
  expect([...result.getChild('a')!]).toEqual([...result.getChild('p')!]);
  return [...result.getChild('a')!] as string[];
}

describe('amounts in the engine', () => {
  it('are brought to more places exactly', async () => {
    expect(await rescaled(2, 4, ['1250', '-1', '0', '90071992547409'])).toEqual([
      '125000',
      '-100',
      '0',
      '9007199254740900',
    ]);
  });

  it('are brought to fewer places to the unit, half away from zero, also past the range of a double', async () => {
    expect(await rescaled(3, 2, ['1254', '1255', '-1254', '-1255', '0', '4', '-4'])).toEqual([
      '125',
      '126',
      '-125',
      '-126',
      '0',
      '0',
      '0',
    ]);
    expect(
      await rescaled(8, 7, ['9007199254740993000', '-9007199254740993005', '9199999999999999999']),
    ).toEqual(['900719925474099300', '-900719925474099301', '920000000000000000']);
  });
});
