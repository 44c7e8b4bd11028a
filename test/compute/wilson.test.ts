import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/compute/wilson';

describe('wilson', () => {
  it('gives the published interval of 15 in 148 (Newcombe 1998: 0.0624 to 0.1605)', () => {
    const { low, high } = wilson(15, 148);
    expect(low).toBeCloseTo(0.0624, 4);
    expect(high).toBeCloseTo(0.1605, 4);
  });

  it('gives the published intervals of 0 in 20 and 1 in 29 (Newcombe 1998)', () => {
    expect(wilson(0, 20).low).toBe(0);
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
    expect(wilson(1, 29).low).toBeCloseTo(0.0061, 4);
    expect(wilson(1, 29).high).toBeCloseTo(0.1718, 4);
  });

  it('ends at 1 when all succeed, and knows nothing without trials', () => {
    expect(wilson(20, 20).high).toBe(1);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('shrinks to the rate itself at z = 0', () => {
    expect(wilson(3, 4, 0)).toEqual({ low: 0.75, high: 0.75 });
  });

  it('names the option that is wrong', () => {
    expect(() => wilson(5, 4)).toThrow('successes is 5; it must be a number from 0 to n (4).');
    expect(() => wilson(0, -1)).toThrow('n is -1');
    expect(() => wilson(Number.NaN, 4)).toThrow('successes is NaN');
  });

  it('lies within 0..1 and around the rate, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const successes = Math.floor(n * share);
          const { low, high } = wilson(successes, n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(successes / n);
          expect(high).toBeGreaterThanOrEqual(successes / n);
        },
      ),
    );
  });
});
