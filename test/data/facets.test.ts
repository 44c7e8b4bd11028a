import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

/** Four customers in two countries from January to June; nobody buys in March. */
const rows = [
  { customer: 'a', date: '2024-01-10', amount: 10, country: 'de' },
  { customer: 'a', date: '2024-02-29', amount: 20, country: 'de' },
  { customer: 'b', date: '2024-02-01', amount: 30, country: "f'r" },
  { customer: 'c', date: '2024-04-01', amount: 40, country: 'de' },
  { customer: 'd', date: '2024-06-15', amount: 50, country: "f'r" },
  { customer: 'd', date: '2024-06-16', amount: -5, country: "f'r" },
];

let source: Source;

beforeAll(async () => {
  source = await openSource(rows, { dimensions: ['country'] });
});
afterAll(async () => {
  await source.close();
  await sharedEngine().restart();
});

describe('what there is to filter by', () => {
  it('is every stretch of time, the empty ones too', async () => {
    const { summary, rows: periods } = await source.facets();
    expect(summary).toMatchObject({
      unit: 'week',
      from: '2024-01-10',
      to: '2024-06-16',
      rows: 6,
      customers: 4,
      rowsLeft: 6,
      customersLeft: 4,
      filter: null,
      dimensions: ['country'],
    });
    const weeks = periods();
    expect(weeks[0]).toEqual({ period: '2024-01-08', rows: 1, amount: 10 });
    expect(weeks.at(-1)).toEqual({ period: '2024-06-10', rows: 2, amount: 45 });
    expect(weeks).toHaveLength(23);
  });

  it('stays whole under a filter of dates, and narrows by dimensions', async () => {
    source.filter({ from: '2024-02-01', to: '2024-02-29', dimensions: { country: ["f'r"] } });
    const { summary, rows: periods } = await source.facets();
    expect(summary).toMatchObject({ rowsLeft: 1, customersLeft: 1, customers: 4 });
    expect(periods().reduce((sum, row) => sum + row.rows, 0)).toBe(3);
    source.filter(null);
  });

  it('is told also where nothing is left', async () => {
    source.filter({ from: '2024-03-01', to: '2024-03-31' });
    expect((await source.facets()).summary).toMatchObject({ rowsLeft: 0, customersLeft: 0 });
    source.filter({ dimensions: { country: [] } });
    expect((await source.facets()).summary.rowsLeft).toBe(0);
    source.filter(null);
  });

  it('looks back to a date', async () => {
    source.rewind('2024-02-10');
    expect((await source.facets()).summary).toMatchObject({
      rowsLeft: 2,
      asOf: '2024-02-10',
      to: '2024-06-16',
    });
    source.rewind(null);
  });
});

describe('the values of a dimension', () => {
  it('come with their rows and customers, the most first', async () => {
    expect((await source.values({ dimension: 'country' })).rows()).toEqual([
      { value: 'de', rows: 3, customers: 2, chosen: false },
      { value: "f'r", rows: 3, customers: 2, chosen: false },
    ]);
  });

  it('are searched for, those chosen always among them, counted within the rest of the filter', async () => {
    source.filter({ from: '2024-06-01', dimensions: { country: ['de'] } });
    const { summary, rows: found } = await source.values({ dimension: 'country', search: "F'R", limit: 1 });
    expect(summary.total).toBe(1);
    expect(found()).toEqual([
      { value: 'de', rows: 0, customers: 0, chosen: true },
      { value: "f'r", rows: 2, customers: 1, chosen: false },
    ]);
    source.filter(null);
    expect((await source.values({ dimension: 'country', limit: 1 })).rows()).toHaveLength(1);
    await expect(source.values({ dimension: 'city' })).rejects.toThrow('one of country');
  });
});
