import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RetentionPoint, whatIf } from '../../src/compute/what-if';

const curve = (...shares: number[]): RetentionPoint[] =>
  shares.map((retention, period) => ({ period, retention, revenuePerActive: 10 }));

const PLAIN = { retentionPoints: 10, margin: 0.5, discountRate: 0, horizonPeriods: 2 };

describe('whatIf', () => {
  it('adds the points to each conditional rate: 0.5 and 0.5 become 0.6 and 0.6', () => {
    const { rows, summary } = whatIf(curve(1, 0.5, 0.25), 100, PLAIN);
    expect(rows.map((row) => [row.period, row.customers_base, row.customers_new])).toEqual([
      [1, 50, 60],
      [2, 25, 36],
    ]);
    expect(rows.map((row) => [row.revenue_base, row.revenue_new, row.profit_base, row.profit_new])).toEqual([
      [500, 600, 250, 300],
      [250, 360, 125, 180],
    ]);
    expect(summary).toMatchObject({ customersKept: 11, revenue: 210, profit: 105, extrapolatedFrom: null });
  });

  it('sets the gain against new customers, who bring their first purchase too', () => {
    const { summary } = whatIf(curve(1, 0.5, 0.25), 100, { ...PLAIN, keepCost: 3 });
    expect(summary.equivalentNewCustomers).toBeCloseTo(105 / 8.75, 10);
    expect(summary.costToWinThem).toBeCloseTo((105 / 8.75) * 7 * 3, 10);
    expect(summary.costRatio).toBe(7);
    expect(summary.formula).toContain('folklore');
  });

  it('discounts by months of a yearly rate', () => {
    const points = curve(...new Array<number>(13).fill(1));
    const { rows } = whatIf(points, 1, { retentionPoints: 0, margin: 1, discountRate: 0.1 });
    expect(rows.length).toBe(12);
    expect(rows[11]?.profit_base).toBeCloseTo(10 / 1.1, 10);
  });

  it('never lifts a rate above 1, and leaves one that is above it already', () => {
    const { rows } = whatIf(curve(1, 0.95, 0.5, 0.6), 100, { ...PLAIN, horizonPeriods: 3 });
    expect(rows[0]?.customers_new).toBe(100);
    expect(rows[2]!.customers_new - rows[1]!.customers_new).toBeCloseTo(10, 12);
  });

  it('does not multiply what was won in a month that nearly nobody bought in', () => {
    const { rows } = whatIf(curve(1, 0, 0.3), 100, PLAIN);
    expect(rows.map((row) => row.customers_new)).toEqual([10, 31]);
  });

  it('carries a short curve on at its last rate, and says from where', () => {
    const { rows, summary } = whatIf(curve(1, 0.5), 100, { ...PLAIN, horizonPeriods: 3, retentionPoints: 0 });
    expect(rows.map((row) => row.customers_base)).toEqual([50, 25, 12.5]);
    expect(summary.extrapolatedFrom).toBe(1);
  });

  it('says from where also where the last month alone is not observed', () => {
    expect(whatIf(curve(1, 0.5), 100, PLAIN).summary.extrapolatedFrom).toBe(1);
    expect(whatIf(curve(1, 0.5), 100, { ...PLAIN, horizonPeriods: 1 }).summary.extrapolatedFrom).toBe(null);
  });

  it('takes 1 for all, and 5 for five points', () => {
    const kept = (retentionPoints: number): number =>
      whatIf(curve(1, 0.5), 100, { ...PLAIN, horizonPeriods: 1, retentionPoints }).rows[0]!.customers_new;
    expect([kept(1), kept(5), kept(0.05), kept(-1)].map((value) => Math.round(value))).toEqual([
      100, 55, 55, 0,
    ]);
  });

  it('gives zeros, and no equivalent, where there is nothing', () => {
    for (const { summary } of [
      whatIf([], 100),
      whatIf(curve(1), 0),
      whatIf(curve(1, 0), 100, { margin: 0 }),
    ]) {
      expect(summary).toMatchObject({ profit: 0, equivalentNewCustomers: null, costToWinThem: null });
    }
  });

  it('names what is out of range', () => {
    expect(() => whatIf([], 1, { retentionPoints: 101 })).toThrow(
      'retentionPoints is 101; it must be from -1 to 1, 0.05 for five points.',
    );
    expect(() => whatIf([], 1, { horizonPeriods: 1.5 })).toThrow('horizonPeriods is 1.5');
    for (const margin of [-0.1, 1.1, Number.NaN])
      expect(() => whatIf([], 1, { margin })).toThrow(`margin is ${margin}; it must be from 0 to 1.`);
    for (const name of ['discountRate', 'costRatio', 'keepCost'] as const)
      expect(() => whatIf([], 1, { [name]: -1 })).toThrow(
        `${name} is -1; it must be a finite number of at least 0.`,
      );
    expect(() => whatIf([], -1)).toThrow('customers is -1; it must be a finite number of at least 0.');
    expect(whatIf([], 1, { retentionPoints: 100, margin: 0, discountRate: 0 }).summary.retentionPoints).toBe(
      1,
    );
    expect(whatIf([], 1, { retentionPoints: -100, margin: 1 }).summary.retentionPoints).toBe(-1);
    expect(() => whatIf([{ period: 1, retention: 1, revenuePerActive: 1 }], 1)).toThrow(
      'curve[0].period is 1',
    );
  });

  it('gains with points above 0, loses with points below, and moves nothing at 0', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 100, noNaN: true }), (rest, points) => {
        const data = curve(1, ...rest);
        expect(whatIf(data, 50, { retentionPoints: points }).summary.profit).toBeGreaterThanOrEqual(-1e-6);
        expect(whatIf(data, 50, { retentionPoints: -points }).summary.profit).toBeLessThanOrEqual(1e-6);
        expect(whatIf(data, 50, { retentionPoints: 0 }).summary.customersKept).toBeCloseTo(0, 9);
      }),
    );
  });
});
