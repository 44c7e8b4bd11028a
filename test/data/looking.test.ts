import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

/** 2,500 customers of one purchase each, c0 the smallest; `twice` bought again. */
const rows = [
  ...Array.from({ length: 2500 }, (_, i) => ({
    customer: `c${i}`,
    date: i < 1000 ? '2024-01-10' : '2024-02-10',
    amount: i + 1,
    country: `k${i % 3}`,
  })),
  { customer: 'c7', date: '2024-03-31', amount: 100, country: 'k9' },
];

let source: Source;

beforeAll(async () => {
  source = await openSource(rows, { dimensions: ['country'] });
});
afterAll(async () => {
  await source.close();
  await sharedEngine().restart();
});

const customersOf = (result: { rows(): { customer: string }[] }): string[] =>
  result.rows().map(({ customer }) => customer);

describe('a long list of customers', () => {
  it('has the same order far down as at its top', async () => {
    const whole = customersOf(await source.customers({ limit: 3000 }));
    expect(whole).toHaveLength(2500);
    expect(customersOf(await source.customers({ offset: 2100, limit: 50 }))).toEqual(whole.slice(2100, 2150));
    expect(customersOf(await source.customers({ offset: 2400, limit: 50, sort: 'customer' }))).toEqual(
      whole.toSorted().slice(2400, 2450),
    );
  });

  it('says which customers are marked, or lists them alone', async () => {
    await source.select({ customers: ['c2499', 'c3'] });
    const shown = await source.customers({ limit: 2, selected: 'shown' });
    expect(shown.rows().map((row) => [row.customer, row.selected])).toEqual([
      ['c2499', true],
      ['c2498', false],
    ]);
    const only = await source.customers({ selected: 'only', sort: 'monetary' });
    expect(customersOf(only)).toEqual(['c3', 'c2499']);
    expect(only.summary.total).toBe(2);
    source.clearSelection();
    expect((await source.customers({ selected: 'only', limit: 1 })).summary.total).toBe(2500);
  });
});

describe('what is looked at', () => {
  it('goes back to a date and comes forth again, for every analysis without its own', async () => {
    let told = 0;
    const stop = source.onChange((change) => {
      expect(change).toBe('rows');
      told += 1;
    });
    source.rewind('2024-01-31');
    expect(source.asOf).toBe('2024-01-31');
    expect((await source.kpis()).summary.customers).toBe(1000);
    expect((await source.kpis({ asOf: '2024-02-29' })).summary.customers).toBe(2500);
    source.rewind(null);
    expect(source.asOf).toBe('2024-03-31');
    expect((await source.kpis()).summary.customers).toBe(2500);
    expect(told).toBe(2);
    stop();
    expect(() => source.rewind('31.1.2024')).toThrow('YYYY-MM-DD');
  });

  it('is weighed by what was applied, save where an analysis has weights of its own', async () => {
    source.weigh('0,0,2');
    expect(source.weights).toEqual([0, 0, 1]);
    const score = (result: Awaited<ReturnType<Source['rfm']>>): number =>
      result.rows().find(({ customer }) => customer === 'c2499')!.score;
    expect(score(await source.rfm())).toBe(1);
    expect((await source.rfm()).definition.options.weights).toEqual([0, 0, 1]);
    expect(score(await source.rfm({ weights: [1, 1, 1] }))).toBeLessThan(1);
    const [first] = (await source.customers({ limit: 1 })).rows();
    expect(first?.score).toBe(1);
    source.weigh(null);
    expect(source.weights).toBeNull();
    expect((await source.customers({ limit: 1 })).rows()[0]?.score).toBeLessThan(1);
    expect(() => source.weigh('1,2')).toThrow('weights');
  });

  it('is idle when no analysis is at work', async () => {
    let done = false;
    const work = source.rfm().then(() => {
      done = true;
    });
    await Promise.resolve();
    await source.idle();
    await work;
    expect(done).toBe(true);
    await source.idle();
  });
});
