import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

/** Money 1, 9, 10, 11, 99 and -5 on one day; the last is a refund greater than the purchase. */
const rows = [
  ...[1, 9, 10, 11, 99, 5].map((amount, i) => ({ customer: `c${i}`, date: '2024-01-31', amount })),
  { customer: 'c5', date: '2024-01-31', amount: -10 },
  { customer: 'late', date: '2024-01-01', amount: 10 },
];

let source: Source;

beforeAll(async () => {
  source = await openSource(rows);
});
afterAll(async () => {
  await source.close();
  await sharedEngine().restart();
});

const days = { column: 'recency_days', scale: 'linear', from: 0, step: 7, least: null } as const;
const decades = { column: 'monetary', scale: 'log', from: 0, step: Math.log(10), least: 1 } as const;

describe('the density of a plane', () => {
  it('counts customers by bins of days and of powers of ten; what has no logarithm is bin -1', async () => {
    const cells = await source.density({ analysis: 'rfm', x: days, y: decades });
    const counted = new Map<string, number>();
    for (const { x, y, customers } of cells)
      counted.set(`${x},${y}`, (counted.get(`${x},${y}`) ?? 0) + customers);
    expect(Object.fromEntries(counted)).toEqual({ '0,-1': 1, '0,0': 2, '0,1': 3, '4,1': 1 });
  });

  it('leaves out what lies beyond the window', async () => {
    const cells = await source.density({
      analysis: 'rfm',
      x: { ...days, max: 6 },
      y: { ...decades, min: 10 },
    });
    expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(3);
  });

  it('counts by tier on the plane of values', async () => {
    const current = { ...decades, column: 'current_value' };
    const potential = { column: 'potential_value', scale: 'linear', from: 0, step: 50, least: null } as const;
    const options = { potential: 'momentum', split: '10,0' };
    const cells = await source.density({ analysis: 'quadrant', x: potential, y: current, options });
    const { summary } = await source.quadrant(options);
    for (const { tier, customers } of summary.tiers) {
      const counted = cells.filter(({ part }) => part === tier);
      expect(
        counted.reduce((sum, one) => sum + one.customers, 0),
        tier,
      ).toBe(customers);
    }
  });

  it('refuses columns it does not have', async () => {
    const x = { ...days, column: 'customer"; DROP TABLE x; --' };
    const refused = await source.density({ analysis: 'rfm', x, y: decades }).catch((error) => error);
    expect(refused.code).toBe('invalid-option');
  });
});

describe('the segments alone', () => {
  it('are those of the whole result, whatever the breaks', async () => {
    for (const options of [
      {},
      { rBreaks: [1, 5, 10, 20] },
      { scheme: 'mean8' } as const,
      { scheme: 'kmeans', k: 2 } as const,
    ])
      expect(await source.segments(options)).toEqual((await source.rfm(options)).summary.segments);
  });
});

describe('the purchases of one customer', () => {
  it('are the rows of its history', async () => {
    expect(await source.purchases('c5')).toEqual((await source.history('c5')).rows());
    expect(await source.purchases('nobody')).toEqual([]);
  });
});
