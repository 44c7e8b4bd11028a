import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShareError } from '../../src/compute/results';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { Source } from '../../src/data/source';
import { rolledUp } from './support/rolled-up';

let rows: Source;
let fifth: Source;

beforeAll(async () => {
  const mapping = { customer: 'customer_id', date: 'date', amount: 'amount' };
  rows = await openSource(readFileSync('demo/data/cdnow_master.csv'), mapping);
  fifth = await sampled(0.2);
});
afterAll(() => sharedEngine().restart());

async function sampled(sample: number): Promise<Source> {
  return openSource(await rolledUp(rows, { period: 'month', sample }));
}

async function idsOf(source: Source): Promise<string[]> {
  return (await source.rfm()).rows().map(({ customer }) => customer);
}

describe('a rollup of a sample of the customers', () => {
  it('holds about the share asked for, of each with all that is known', async () => {
    const { customers, amount } = (await fifth.kpis()).summary;
    // 23,570 customers: a fifth are 4,714, with a standard deviation of 61.
    expect(Math.abs(customers - 4714)).toBeLessThan(200);
    const all = new Map((await rows.rfm()).rows().map((row) => [row.customer, row.monetary]));
    const sum = (await idsOf(fifth)).reduce((total, id) => total + all.get(id)!, 0);
    expect(amount).toBeCloseTo(sum, 2);
  });

  it('holds those of a smaller sample', async () => {
    const tenth = await sampled(0.1);
    const those = new Set(await idsOf(fifth));
    const less = await idsOf(tenth);
    expect(less.length).toBeGreaterThan(2000);
    expect(less.filter((id) => !those.has(id))).toEqual([]);
    await tenth.close();
  });

  it('says so in the report and with every result; the rows say nothing', async () => {
    expect(fifth.report.notes).toContainEqual(
      expect.objectContaining({ code: 'sampled', details: { share: 0.2 } }),
    );
    const { customers } = (await fifth.kpis()).summary;
    for (const result of [
      await fifth.kpis(),
      await fifth.cohorts(),
      await fifth.flow(),
      await fifth.customers({ limit: 1 }),
    ]) {
      expect(result.definition.sampled).toMatchObject({ share: 0.2, customers, shares: [] });
      // 1.96 sqrt(0.8 * 0.25 / 4,7…)
      expect(result.definition.sampled!.error).toBeCloseTo(0.0128, 3);
      expect(result.definition.rules.join()).toContain('20 % of them');
    }
    expect(fifth.definition.sampled).toMatchObject({ share: 0.2, customers });
    expect((await rows.rfm()).definition.sampled).toBeNull();
    expect(rows.definition.sampled).toBeNull();
  });

  it('counts the customers within a filter, of whom less is sure', async () => {
    const { error } = (await fifth.kpis()).definition.sampled!;
    fifth.filter({ from: '1998-01-01' });
    const { sampled: narrowed } = (await fifth.kpis()).definition;
    expect(narrowed!.customers).toBe((await fifth.kpis()).summary.customers);
    expect(narrowed!.error).toBeGreaterThan(1.5 * error);
    fifth.filter(null);
  });
});

/** How far the shares of a sample are from those of all, in their standard errors. */
function offBy(shares: readonly ShareError[], truth: (of: ShareError) => number): number[] {
  return shares.map((one) => (one.share - truth(one)) / one.error);
}

describe('the standard errors of a sample', () => {
  const score = (rowsOf: number[]): number =>
    Math.sqrt(rowsOf.reduce((sum, z) => sum + z * z, 0) / rowsOf.length);

  it('fit how far the shares of segments are from the truth', async () => {
    // The breaks of all, so that the classes are the same ones.
    const { thresholds, segments } = (await rows.rfm()).summary;
    const own = { rBreaks: thresholds.r, fBreaks: thresholds.f, mBreaks: thresholds.m };
    const { shares } = (await fifth.rfm(own)).definition.sampled!;
    expect(shares.length).toBe(2 * segments.length);
    const off = offBy(shares, ({ name, by }) => {
      const segment = segments.find((one) => one.segment === name)!;
      return by === 'customers' ? segment.customerShare : segment.amountShare!;
    });
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(3.5);
    expect(score(off)).toBeGreaterThan(0.5);
    expect(score(off)).toBeLessThan(1.6);
  });

  it('fit how far the shares of the largest are from the truth', async () => {
    const { summary } = await rows.pareto();
    const { shares } = (await fifth.pareto()).definition.sampled!;
    const truth: Record<string, number | null> = {
      '0.01': summary.shareOfTop1,
      '0.1': summary.shareOfTop10,
      '0.2': summary.shareOfTop20,
    };
    expect(shares.map(({ kind, name, by }) => [kind, name, by])).toEqual([
      ['top', '0.01', 'value'],
      ['top', '0.1', 'value'],
      ['top', '0.2', 'value'],
    ]);
    const off = offBy(shares, ({ name }) => truth[name]!);
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(3);
    // Some hundreds of the largest: neither nothing nor much.
    for (const { error } of shares) expect(error > 0.002 && error < 0.02).toBe(true);
  });

  it('are there for the tiers, and none for the values of a dimension', async () => {
    const { definition, summary } = await fifth.quadrant({ potential: 'headroom' });
    const found = definition.sampled!.shares.filter(({ kind, by }) => kind === 'tier' && by === 'customers');
    expect(found.map(({ name }) => name)).toEqual(
      summary.tiers.filter(({ customers }) => customers > 0).map(({ tier }) => tier),
    );
    for (const { name, share } of found)
      expect(share).toBe(summary.tiers.find(({ tier }) => tier === name)!.customerShare);
  });
});

describe('a sample that is none', () => {
  const file = (kind: string): File =>
    new File(
      [
        `rfm_rollup,customer,period_start,transactions,purchases,orders,amount,refunds,refund_rows,zero_rows\n${kind},a,2024-01-01,1,1,1,5,0,0,0\n`,
      ],
      `${kind}.csv`,
    );

  it.each(['1 day net keep 0', '1 day net keep 2', '1 day net keep x', '1 day net keep 0.5 more'])(
    'is refused: %s',
    async (kind) => {
      await expect(openSource(file(kind))).rejects.toMatchObject({
        code: 'format-unknown',
        message: expect.stringContaining(`"${kind}"`),
      });
    },
  );

  it('is not read together with another one, or with all', async () => {
    for (const other of ['1 day net keep', '1 day net keep 0.25'])
      await expect(openSource([file('1 day net keep 0.5'), file(other)])).rejects.toMatchObject({
        code: 'format-unknown',
        message: expect.stringContaining('Load partitions of one rollup only'),
      });
  });
});
