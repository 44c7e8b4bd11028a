import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { keyOf, NewestResults } from '../../src/data/newest-results';

const SALES = {
  customer: ['ann', 'ann', 'bob', 'cat'],
  date: ['2024-01-05', '2024-02-05', '2024-01-20', '2024-02-11'],
  amount: [10, 20, 30, 5],
};

describe('the newest result of each analysis', () => {
  it('is shared by all who ask for the same, at once or later', async () => {
    const source = await openSource(SALES);
    const [one, other] = await Promise.all([source.pareto(), source.pareto({})]);
    expect(other).toBe(one);
    expect(await source.pareto({ signal: new AbortController().signal })).toBe(one);
    expect(await source.pareto({ target: 0.5 })).not.toBe(one);
    await source.close();
  });

  it('is not that of other rows, dates, filters or weights', async () => {
    const source = await openSource(SALES);
    const customers = async (): Promise<number> => (await source.rfm()).summary.customers;
    expect(await customers()).toBe(3);
    source.filter({ to: '2024-01-31' });
    expect(await customers()).toBe(2);
    source.filter(null);
    await source.append({ customer: ['dan'], date: ['2024-02-12'], amount: [1] });
    expect(await customers()).toBe(4);
    source.rewind('2024-01-10');
    expect(await customers()).toBe(1);
    source.rewind(null);
    const { score } = (await source.rfm()).rows()[0]!;
    source.weigh([0, 0, 1]);
    expect((await source.rfm()).rows()[0]!.score).not.toBe(score);
    await source.close();
    await expect(source.rfm()).rejects.toMatchObject({ code: 'closed' });
  });

  it('goes on while one of those who wait wants it', async () => {
    const results = new NewestResults();
    const stopping = new AbortController();
    let stopped = false;
    const start = (signal: AbortSignal): Promise<number> => {
      signal.addEventListener('abort', () => {
        stopped = true;
      });
      return new Promise((resolve) => setTimeout(resolve, 20, 7));
    };
    const left = results.get('a', 'k', stopping.signal, start);
    const stayed = results.get('a', 'k', new AbortController().signal, start);
    stopping.abort();
    await expect(left).rejects.toMatchObject({ code: 'aborted' });
    expect([await stayed, stopped]).toEqual([7, false]);
  });

  it('is tried anew after a failure', async () => {
    const results = new NewestResults();
    const fails = (): Promise<number> => Promise.reject(new Error('no'));
    await expect(results.get('a', 'k', undefined, fails)).rejects.toThrow('no');
    expect(await results.get('a', 'k', undefined, async () => 3)).toBe(3);
  });

  it('is told apart by numbers that JSON does not know', () => {
    expect(keyOf({ k: Number.NaN })).not.toBe(keyOf({ k: null }));
    expect(keyOf({ k: 5n })).not.toBe(keyOf({ k: 5 }));
  });
});
