import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

afterAll(() => sharedEngine().restart());

// `a` buys in January, February and June, `b` in January twice, `c` on the last day of February.
const rows = [
  { customer: 'a', date: '2024-01-10', amount: 10 },
  { customer: 'a', date: '2024-02-10', amount: 20 },
  { customer: 'a', date: '2024-06-10', amount: 30 },
  { customer: 'b', date: '2024-01-05', amount: 5 },
  { customer: 'b', date: '2024-01-06', amount: 5 },
  { customer: 'c', date: '2024-02-29', amount: 40 },
];

describe('the history of the figures', () => {
  it('has every month with what it added and how things stood at its end', async () => {
    const source = await openSource(rows);
    const history = await source.kpiHistory();
    expect(history.map(({ month }) => month.slice(5, 7))).toEqual(['01', '02', '03', '04', '05', '06']);
    expect(history.map(({ newCustomers }) => newCustomers)).toEqual([2, 1, 0, 0, 0, 0]);
    expect(history.map(({ customers }) => customers)).toEqual([2, 3, 3, 3, 3, 3]);
    expect(history.map(({ orders }) => orders)).toEqual([3, 2, 0, 0, 0, 1]);
    expect(history.map(({ amount }) => amount)).toEqual([20, 60, 0, 0, 0, 30]);
    expect(history.map(({ averageOrderValue }) => averageOrderValue?.toFixed(2))).toEqual([
      '6.67',
      '30.00',
      undefined,
      undefined,
      undefined,
      '30.00',
    ]);
    // b since January, a since February.
    expect(history.map(({ repeatRate }) => repeatRate?.toFixed(2))).toEqual([
      '0.50',
      '0.67',
      '0.67',
      '0.67',
      '0.67',
      '0.67',
    ]);
    // On 31 March b's last purchase is 85 days ago, on 30 April a's 80 and c's 61; on 31 May 111 and 92.
    expect(history.map(({ activeCustomers }) => activeCustomers)).toEqual([2, 3, 3, 2, 0, 1]);
    expect(history.map(({ retention }) => retention)).toEqual([null, 0.5, 0, null, null, null]);
    expect(history.map(({ complete }) => complete)).toEqual([true, true, true, true, true, false]);
    await source.close();
  });

  it('ends where the figures stand', async () => {
    const source = await openSource(rows);
    for (const asOf of ['2024-01-31', '2024-03-30', '2024-05-15', '2024-06-10']) {
      const { summary } = await source.kpis({ asOf });
      const history = await source.kpiHistory({ asOf });
      const last = history.at(-1);
      expect(last?.activeCustomers).toBe(summary.activeCustomers);
      expect(last?.customers).toBe(summary.customers);
      expect(last?.repeatRate).toBe(summary.repeatRate);
      expect(history.reduce((sum, { amount }) => sum + amount, 0)).toBe(summary.amount);
    }
    await source.close();
  });

  it('says how few bring half of the amount', async () => {
    const bought = (amounts: number[]) =>
      amounts.map((amount, i) => ({ customer: `c${i}`, date: '2024-01-31', amount }));
    const half = async (amounts: number[]): Promise<number | null> => {
      const source = await openSource(bought(amounts));
      const { concentration } = (await source.kpis()).summary;
      await source.close();
      return concentration.half;
    };
    expect(await half([40, 35, 10, 10, 5])).toBe(2);
    expect(await half([50, 10, 40])).toBe(1);
    expect(await half(Array.from({ length: 300 }, () => 1))).toBe(null);
  });
});
