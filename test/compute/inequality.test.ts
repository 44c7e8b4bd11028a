import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration, hhi } from '../../src/compute/concentration';
import { gini } from '../../src/compute/gini';
import { lorenz } from '../../src/compute/lorenz';

/** The incomes of R's `ineq` examples. */
const INEQ = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
const GROUPS = [482, 825, 722, 690, 661, 760, 745, 2140, 1911, 1024];
const FEW_LARGE = [...new Array<number>(9).fill(50 / 9), 50];
const MANY_SMALL = [2, 2, 2, 2, 2, 18, 18, 18, 18, 18];
const positive = fc.array(fc.double({ min: 0.01, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('gini', () => {
  it('meets R (ineq): 0.4620911, corrected 0.5134346', () => {
    expect(gini(INEQ)).toBeCloseTo(0.4620911, 7);
    expect((gini(INEQ)! * 10) / 9).toBeCloseTo(0.5134346, 7);
  });

  it('is 0 where all are equal and 1 - 1/n where one has all', () => {
    expect(gini([3, 3, 3])).toBe(0);
    expect(gini([0, 0, 0, 8])).toBe(0.75);
    expect(gini([0.01])).toBe(0);
  });

  it('has no meaning with a negative, without values and where all are nothing', () => {
    expect(gini([5, -1])).toBeNull();
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBeNull();
  });

  it('bears 1e15 next to 0.01, and refuses what is no number', () => {
    expect(gini([1e15, 0.01])).toBeCloseTo(0.5, 12);
    expect(gini([1e308, 1e308, 1e308])).toBe(0);
    expect(() => gini([1, Number.POSITIVE_INFINITY])).toThrow(
      'values[1] is Infinity; it must be a finite number.',
    );
  });

  it('lies in 0..1 and changes neither with scale nor with order', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 0.001, max: 1000, noNaN: true }), (values, scale) => {
        const found = gini(values)!;
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThan(1);
        expect(gini(values.map((value) => value * scale))).toBeCloseTo(found, 10);
        expect(gini([...values].reverse())).toBe(found);
      }),
    );
  });
});

describe('lorenz', () => {
  it('runs from (0, 0) to (1, 1) through the shares of the poorest', () => {
    const { points } = lorenz([1, 4, 3, 2]);
    expect(points).toEqual([
      { p: 0, L: 0 },
      { p: 0.25, L: 0.1 },
      { p: 0.5, L: 0.3 },
      { p: 0.75, L: 0.6 },
      { p: 1, L: 1 },
    ]);
  });

  it('meets R (ineq) on incomes of groups: the curve, and Gini 0.388926', () => {
    const { points, gini: found } = lorenz(INEQ, GROUPS);
    const p = [
      0, 0.048394, 0.131225, 0.203715, 0.272992, 0.339357, 0.415663, 0.490462, 0.705321, 0.897189, 1,
    ];
    const L = [0, 0.00323, 0.018183, 0.040053, 0.069441, 0.105775, 0.156628, 0.215623, 0.435775, 0.717598, 1];
    points.forEach((point, i) => {
      expect(point.p).toBeCloseTo(p[i]!, 6);
      expect(point.L).toBeCloseTo(L[i]!, 6);
    });
    expect(found).toBeCloseTo(0.388926, 6);
  });

  it('counts a value held by three as three values', () => {
    const spread = lorenz([1, 2, 2, 2, 9]);
    const grouped = lorenz([9, 2, 1], [1, 3, 1]);
    expect(grouped.gini).toBeCloseTo(spread.gini!, 14);
    expect(grouped.asymmetry).toBeCloseTo(spread.asymmetry!, 14);
    expect(gini([9, 2, 1], [1, 3, 1])).toBe(grouped.gini);
    expect(() => lorenz([1, 2], [1, 0])).toThrow('n[1] is 0; it must be a finite number above 0.');
  });

  it('tells two distributions of one Gini apart by their asymmetry: 1.46 and 0.74', () => {
    expect((lorenz(FEW_LARGE).gini! * 10) / 9).toBeCloseTo(4 / 9, 10);
    expect((lorenz(MANY_SMALL).gini! * 10) / 9).toBeCloseTo(4 / 9, 10);
    expect(lorenz(FEW_LARGE).asymmetry).toBeCloseTo(1.46, 10);
    expect(lorenz(MANY_SMALL).asymmetry).toBeCloseTo(0.74, 10);
  });

  it('takes the middle where values equal the mean: 1 where all do', () => {
    expect(lorenz([5, 5, 5]).asymmetry).toBe(1);
    expect(lorenz([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).asymmetry).toBeCloseTo(1, 12);
  });

  it('has no curve without a sum above 0, and no Gini with a negative', () => {
    for (const values of [[], [0], [-5, 2]]) {
      expect(lorenz(values)).toEqual({ points: [], gini: null, asymmetry: null });
    }
    const dips = lorenz([-1, 5]);
    expect(dips.points[1]).toEqual({ p: 0.5, L: -0.25 });
    expect(dips.gini).toBeNull();
  });

  it('never rises above the line of equality, and sums up to the Gini', () => {
    fc.assert(
      fc.property(positive, (values) => {
        const { points, gini: found, asymmetry } = lorenz(values);
        let area = 0;
        points.slice(1).forEach(({ p, L }, i) => {
          expect(L).toBeLessThanOrEqual(p + 1e-12);
          area += ((p - points[i]!.p) * (L + points[i]!.L)) / 2;
        });
        expect(1 - 2 * area).toBeCloseTo(found!, 9);
        expect(Number.isFinite(asymmetry)).toBe(true);
      }),
    );
  });
});

describe('concentration', () => {
  it('meets R (ineq): Herfindahl 0.1840812', () => {
    expect(hhi(INEQ)).toBeCloseTo(0.1840812, 7);
  });

  it('sees a firm that lives on two customers', () => {
    const { top1, top5, top10 } = concentration([500, 400, ...new Array<number>(10).fill(10)]);
    expect(top1).toBe(0.5);
    expect(top5).toBe(0.93);
    expect(top10).toBe(0.98);
  });

  it('takes all there are where there are fewer than ten, and is null without a sum above 0', () => {
    expect(concentration([3])).toEqual({ top1: 1, top5: 1, top10: 1, hhi: 1 });
    expect(concentration([])).toEqual({ top1: null, top5: null, top10: null, hhi: null });
    expect(concentration([5, -9]).top1).toBeNull();
    expect(concentration([5, -1])).toMatchObject({ top1: 1.25, hhi: null });
  });

  it('of n values lies within 1/n..1', () => {
    fc.assert(
      fc.property(positive, (values) => {
        expect(hhi(values)).toBeLessThanOrEqual(1 + 1e-12);
        expect(hhi(values)).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
      }),
    );
  });
});
