import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import type { Source } from '../../src/data/source';

/** 2023: a brings 60, b 40. 2024: a 10, b 40, c 50. */
const ROWS = [
  { customer: 'a', date: '2023-02-01', amount: 60, region: 'north' },
  { customer: 'b', date: '2023-03-01', amount: 40, region: 'south' },
  { customer: 'a', date: '2024-02-01', amount: 10, region: 'north' },
  { customer: 'b', date: '2024-03-01', amount: 40, region: 'north' },
  { customer: 'c', date: '2024-12-31', amount: 50, region: 'south' },
];

describe('a second Pareto curve', () => {
  let source: Source;

  beforeAll(async () => {
    source = await openSource(ROWS, { dimensions: ['region'] });
  });

  afterAll(() => source.close());

  async function compared(compare: string, options: object = {}) {
    return (await source.pareto({ compare, ...options })).summary.compared;
  }

  it('is of the rows up to a day', async () => {
    const second = await compared('2023-12-31');
    expect(second).toMatchObject({ with: 'period', from: null, to: '2023-12-31', items: 2, total: 100 });
    expect(second?.curve).toEqual([
      { item_share: 0.5, value_share: 0.6 },
      { item_share: 1, value_share: 1 },
    ]);
  });

  it('is of the rows of a period, both days included', async () => {
    const second = await compared('2024-02-01..2024-03-01');
    expect(second).toMatchObject({ from: '2024-02-01', to: '2024-03-01', items: 2, total: 50 });
    expect(second?.curve[0]).toEqual({ item_share: 0.5, value_share: 0.8 });
  });

  it('is of a period that ends with the data', async () => {
    expect(await compared('2024-03-01..')).toMatchObject({ from: '2024-03-01', to: '2024-12-31', total: 90 });
  });

  it('is of the values of a dimension too', async () => {
    const second = await compared('2024-01-01..2024-12-31', { of: 'region' });
    expect(second).toMatchObject({ items: 2, total: 100, shareOfTop20: 0.2 });
  });

  it('is of the customers of a segment, ranked among themselves', async () => {
    const { segments } = (await source.rfm()).summary;
    for (const { segment, customers, amount } of segments) {
      const second = await compared(`segment:${segment}`);
      expect(second).toMatchObject({ with: 'segment', segment, items: customers, total: amount });
    }
    const { definition } = await source.pareto({ compare: `segment:${segments[0]?.segment}` });
    expect(definition.rules.at(-1)).toContain(`customers of ${segments[0]?.segment}`);
    const absent = ['lost', 'new', 'promising'].find((name) => segments.every((one) => one.segment !== name));
    await expect(compared(`segment:${absent}`)).rejects.toMatchObject({ code: 'no-rows' });
    await expect(compared('segment:nobody')).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('is of the customers of a segment in a period', async () => {
    // Until the end of November 2024 a brings 10 and b 40; c buys in December alone.
    const brought: Record<string, number> = { a: 10, b: 40, c: 0 };
    const days = '2024-01-01..2024-11-30';
    for (const { segment } of (await source.rfm()).summary.segments) {
      const members = (await source.rfm()).rows().filter((row) => row.segment === segment);
      const buyers = members.filter(({ customer }) => brought[customer]);
      const total = buyers.reduce((sum, { customer }) => sum + brought[customer]!, 0);
      const asked = compared(`segment:${segment} ${days}`);
      if (buyers.length === 0) {
        await expect(asked).rejects.toMatchObject({ code: 'no-rows', details: { option: 'compare' } });
        continue;
      }
      expect(await asked).toMatchObject({ with: 'segment', segment, items: buyers.length, total });
      expect(await asked).toMatchObject({ from: '2024-01-01', to: '2024-11-30' });
      const { definition } = await source.pareto({ compare: `segment:${segment} ${days}` });
      expect(definition.rules.at(-1)).toMatch(/themselves over the rows from 2024-01-01 up to 2024-11-30$/);
      await expect(compared(`segment:${segment} then`)).rejects.toMatchObject({ code: 'invalid-option' });
    }
  });

  it('is of the marked customers, ranked among themselves', async () => {
    await source.select({ customers: ['a', 'c'] });
    // a has 70, c 50.
    expect(await compared('selection')).toMatchObject({ with: 'selection', items: 2, total: 120 });
    // In the south a has nothing, c 50; in the north a has 70.
    expect(await compared('selection', { of: 'region' })).toMatchObject({ items: 2, total: 120 });
    await source.select({ customers: ['b'] });
    expect(await compared('selection')).toMatchObject({ items: 1, total: 80 });
    source.clearSelection();
    expect(await compared('selection')).toBeUndefined();
  });

  it('is none where the filter leaves nobody of the marked', async () => {
    await source.select({ customers: ['c'] });
    await source.filter({ dimensions: { region: ['north'] } });
    expect(await compared('selection')).toBeUndefined();
    await source.filter(null);
    source.clearSelection();
  });

  it('leaves the first curve as it is, and stands in the definition', async () => {
    const { summary, definition } = await source.pareto({ compare: '2023-12-31' });
    expect(summary).toMatchObject({ items: 3, total: 200 });
    expect(definition.options.compare).toBe('2023-12-31');
    expect(definition.rules.at(-1)).toBe('beside it: the same over the rows up to 2023-12-31');
  });

  it('follows a filter', async () => {
    await source.filter({ dimensions: { region: ['north'] } });
    expect(await compared('2024-01-01..')).toMatchObject({ items: 2, total: 50 });
    await source.filter(null);
  });

  it.each(['yesterday', '2024-02-30', '..', '2024-06-01..2024-01-01', '2024-01-01..x'])(
    'refuses %s',
    async (compare) => {
      await expect(source.pareto({ compare })).rejects.toMatchObject({ code: 'invalid-option' });
    },
  );

  it('says so where nobody bought anything in the period', async () => {
    await expect(source.pareto({ compare: '2023-06-01..2023-07-01' })).rejects.toMatchObject({
      code: 'no-rows',
      details: { option: 'compare' },
    });
  });
});

describe('a Pareto curve of a dimension', () => {
  it('holds with 40 dimensions, one of 50,000 values', async () => {
    const size = 50_000;
    const columns: Record<string, ArrayLike<unknown>> = {
      customer: Array.from({ length: size }, (_, i) => `c${i % 1000}`),
      date: Array.from({ length: size }, () => '2024-01-31'),
      amount: Array.from({ length: size }, (_, i) => (i % 10) + 1),
    };
    const dimensions = Array.from({ length: 40 }, (_, i) => `d${i}`);
    for (const [i, name] of dimensions.entries())
      columns[name] = Array.from({ length: size }, (_, row) => (i === 0 ? `v${row}` : `v${row % (i + 1)}`));
    const source = await openSource(columns, {
      customer: 'customer',
      date: 'date',
      amount: 'amount',
      dimensions,
    });
    const { summary, rows } = await source.pareto({ of: 'd0' });
    // The values 1 to 10 as often each: the top 10 % have 10 of 55.
    expect(summary).toMatchObject({ items: size, total: (size / 10) * 55 });
    expect(summary.shareOfTop10).toBeCloseTo(10 / 55, 12);
    expect(rows().length).toBeLessThanOrEqual(2000);
    const { summary: last } = await source.pareto({ of: 'd39' });
    expect(last.items).toBe(40);
    await source.close();
  });
});
