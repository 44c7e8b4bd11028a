import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byIntegral, bySeries, purchasesWhileAlive } from '../../src/compute/purchases-while-alive';

/** shape, rate, a, b, t and the closed form with 2F1, by mpmath with 40 digits. */
const EXACT = [
  [0.5, 6, 0.9, 2.6, 39, 1.786351927832471],
  [26, 37, 1.0000000001, 28, 39, 19.09994879232915],
  [26, 3, 1.5, 28, 39, 41.087561488885314],
  [0.5, 6, 0.0001, 1, 39, 3.249442328153171],
  [0.5, 0.01, 0.5, 0.500001, 5, 14.178455191322907],
  [100, 10, 5000, 3000, 20, 1.600120024004801],
  [3, 1, 0.0001, 0.00011, 20, 31.89286124643675],
  [0.5, 0.0001, 0.5, 2, 1000, 4740.420878954011],
  [0.7, 0.0001, 1.3, 0.2, 5000, 1.6612746979092121],
] as const;

describe('purchasesWhileAlive', () => {
  it.each(EXACT)(
    'equals the closed form for R = %d, rate %d, a = %d, b = %d, t = %d',
    (shape, rate, a, b, t, exact) => {
      expect(purchasesWhileAlive({ shape, rate, a, b }, t) / exact).toBeCloseTo(1, 11);
    },
  );

  it('has no hole at a = 1, where the closed form divides by 0', () => {
    const at = (a: number) => purchasesWhileAlive({ shape: 2.5, rate: 45, a, b: 3 }, 39);
    expect(at(1)).toBeCloseTo((at(1 - 1e-7) + at(1 + 1e-7)) / 2, 10);
  });

  it('expects nothing of no time', () => {
    expect(purchasesWhileAlive({ shape: 2, rate: 5, a: 1, b: 1 }, 0)).toBe(0);
  });

  it('is the same by the series and by the integral, rises with time, and stays below that of the immortal', () => {
    const parameter = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        parameter(0.01, 60),
        parameter(0.5, 200),
        parameter(0.001, 100),
        parameter(0.001, 100),
        parameter(0.1, 300),
        (shape, rate, a, b, t) => {
          const customer = { shape, rate, a, b };
          const series = bySeries(customer, t);
          expect(byIntegral(customer, t) / series).toBeCloseTo(1, 9);
          expect(series).toBeGreaterThan(bySeries(customer, t / 2) * (1 - 1e-12));
          expect(series).toBeLessThanOrEqual(((shape * t) / rate) * (1 + 1e-12));
        },
      ),
    );
  });

  it('ends, with a number, at the edges of what a model may hold', () => {
    for (const rate of [1e-4, 1e4]) {
      for (const a of [1e-4, 1e4]) {
        for (const t of [1e-9, 52, 1e9]) {
          const value = purchasesWhileAlive({ shape: 1e-4, rate, a, b: 1e4 }, t);
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThan(Infinity);
        }
      }
    }
  });
});
