import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantileBreaks } from '../../src/compute/quantile';

const figures = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 50 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantile', () => {
  it('interpolates between the sorted values, as R does by default (type 7)', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20, 30], 1 / 3)).toBeCloseTo(50 / 3, 12);
  });

  it('hits a value exactly where the position is whole, though p is not', () => {
    const values = [0.1, 0.2, 0.3, 0.7, 1.1, 5, 6, 7, 8, 9, 1e15];
    for (let i = 0; i <= 10; i++) expect(quantile(values, i / 10)).toBe(values[i]);
    expect(quantile(values, 0.1 + 0.2)).toBe(0.7);
  });

  it('of one value is that value', () => {
    expect(quantile([7], 0.3)).toBe(7);
  });

  it('names what it cannot work with', () => {
    expect(() => quantile([], 0.5)).toThrow('values is []; it must be at least one number.');
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow('values[1] is NaN; it must be a finite number.');
    expect(() => quantile([1], 1.5)).toThrow('p is 1.5; it must be a number from 0 to 1.');
  });

  it('rises with p, stays within the extremes, and does not see the order', () => {
    fc.assert(
      fc.property(figures, share, share, (values, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(quantile(values, low)).toBeLessThanOrEqual(quantile(values, high));
        expect(quantile(values, 0)).toBe(Math.min(...values) + 0);
        expect(quantile(values, 1)).toBe(Math.max(...values) + 0);
        expect(quantile([...values].reverse(), one)).toBe(quantile(values, one));
      }),
    );
  });
});

describe('quantileBreaks', () => {
  it('cuts 1..11 in five at 3, 5, 7, 9: whole positions give whole values', () => {
    expect(quantileBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 5)).toEqual([3, 5, 7, 9]);
  });

  it('gives the frequency breaks of customers who mostly bought once', () => {
    expect(quantileBreaks([1, 1, 1, 1, 1, 1, 1, 2, 3, 9], 5)).toEqual([1, 1, 1, 2.2]);
  });

  it('has none for no values and for one class', () => {
    expect(quantileBreaks([], 5)).toEqual([]);
    expect(quantileBreaks([1, 2], 1)).toEqual([]);
  });

  it('agrees with quantile and never falls', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 2, max: 10 }), (values, k) => {
        const sorted = [...values].sort((a, b) => a - b);
        const breaks = quantileBreaks(sorted, k);
        const close = 1e-9 * Math.max(1, ...values.map(Math.abs));
        expect(breaks.length).toBe(k - 1);
        breaks.forEach((found, i) => {
          expect(Math.abs(found - quantile(values, (i + 1) / k))).toBeLessThan(close);
          if (i > 0) expect(found).toBeGreaterThanOrEqual(breaks[i - 1]!);
        });
      }),
    );
  });
});
