import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma } from '../../src/compute/digamma';
import { logBeta } from '../../src/compute/log-beta';
import { logGamma } from '../../src/compute/log-gamma';
import { logRising } from '../../src/compute/log-rising';
import { trigamma } from '../../src/compute/trigamma';

/** x, ln gamma, digamma, trigamma by mpmath with 40 digits. */
const EXACT = [
  [1e-8, 18.42068073818021, -100000000.57721564, 1.0000000000000002e16],
  [0.1, 2.252712651734206, -10.423754940411078, 101.43329915079276],
  [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679],
  [1, 0, -0.5772156649015329, 1.6449340668482264],
  [1.5, -0.12078223763524522, 0.03648997397857652, 0.9348022005446793],
  [2, 0, 0.42278433509846713, 0.6449340668482264],
  [3.7, 1.4280723266653879, 1.1671535393615113, 0.31003785767003833],
  [10, 12.801827480081469, 2.251752589066721, 0.10516633568168575],
  [123.456, 469.60554712992945, 4.811829323828985, 0.008132945834278198],
  [1000000, 12815504.569147611, 13.815510057964191, 1.0000005000001667e-6],
  [1000000000000, 26631021115915.652, 27.63102111592805, 1.0000000000005e-12],
] as const;

describe('the gamma function and its kin', () => {
  it.each(EXACT)('have full precision at %d', (x, gamma, first, second) => {
    expect(Math.abs(logGamma(x) - gamma)).toBeLessThan(4e-15 * Math.max(1, Math.abs(gamma)));
    expect(Math.abs(digamma(x) - first)).toBeLessThan(4e-15 * Math.max(1, Math.abs(first)));
    expect(Math.abs(trigamma(x) - second)).toBeLessThan(4e-15 * Math.max(1e-6, Math.abs(second)));
  });

  it('give the beta function its textbook values', () => {
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14);
    expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 14);
  });
});

describe('logRising', () => {
  it('multiplies out y (y+1) ... (y+n-1)', () => {
    const [none, one, four] = logRising(2.5, [0, 1, 4]);
    expect(none).toEqual({ value: 0, first: 0, second: 0 });
    expect(one?.value).toBeCloseTo(Math.log(2.5), 14);
    expect(four?.value).toBeCloseTo(Math.log(2.5 * 3.5 * 4.5 * 5.5), 14);
  });

  it('is the same by factors and by gamma functions, with both derivatives', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.integer({ min: 49, max: 400 }),
        (y, n) => {
          const walked = logRising(
            y,
            Array.from({ length: n }, (_, i) => i + 1),
          ).at(-1)!;
          const leapt = logRising(y, [n])[0]!;
          expect(leapt.value / walked.value).toBeCloseTo(1, 10);
          expect(leapt.first / walked.first).toBeCloseTo(1, 10);
          expect(leapt.second / walked.second).toBeCloseTo(1, 10);
        },
      ),
    );
  });
});
