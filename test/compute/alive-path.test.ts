import { describe, expect, it } from 'vitest';
import { alivePath } from '../../src/compute/alive-path';
import type { LifetimeModel } from '../../src/compute/lifetime-model';
import { pAlive } from '../../src/compute/p-alive';

const model: LifetimeModel = {
  name: 'mbg-nbd',
  parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
  unit: 'weeks',
  logLikelihood: 0,
  standardErrors: { r: 0, alpha: 0, a: 0, b: 0 },
  customers: 0,
  repeaters: 0,
  iterations: 0,
};

describe('the path of P(alive)', () => {
  it('ends at the probability of today, falls in silence and recovers at a purchase', () => {
    const path = alivePath(model, [0, 70, 100], 300);
    expect(path[0]?.day).toBe(0);
    expect(path.at(-1)?.pAlive).toBeCloseTo(pAlive(model, { unit: 'days', x: 2, t_x: 100, T: 300 }), 12);
    const at = (day: number): number => path.find((one) => one.day === day)!.pAlive;
    expect(at(69)).toBeCloseTo(pAlive(model, { unit: 'days', x: 0, t_x: 0, T: 69 }), 12);
    expect(at(70)).toBeGreaterThan(at(69));
    expect(at(300)).toBeLessThan(at(100));
    for (const { pAlive: p } of path) expect(p > 0 && p < 1).toBe(true);
  });

  it('is nothing without a purchase, and knows no later one than its end', () => {
    expect(alivePath(model, [], 10)).toEqual([]);
    expect(alivePath(model, [20], 10)).toEqual([]);
    expect(alivePath(model, [0, 20], 10).at(-1)?.pAlive).toBeCloseTo(
      pAlive(model, { unit: 'days', x: 0, t_x: 0, T: 10 }),
      12,
    );
  });

  it('has steps of equal length, the days of purchases and those before them', () => {
    const days = (bought: number[], last: number, points: number): number[] =>
      alivePath(model, bought, last, points).map(({ day }) => day);
    expect(days([10], 50, 4)).toEqual([10, 20, 30, 40, 50]);
    // Forty days in three steps: of fourteen.
    expect(days([10], 50, 3)).toEqual([10, 24, 38, 50]);
    expect(days([10, 33], 50, 4)).toEqual([10, 20, 30, 32, 33, 40, 50]);
    expect(days([10, 50], 50, 1)).toEqual([10, 49, 50]);
    expect(days([10, 51], 50, 1)).toEqual([10, 50]);
    expect(days([10], 10, 5)).toEqual([10]);
    expect(days([10, 12], 14, 100)).toEqual([10, 11, 12, 13, 14]);
  });

  it('counts from the first purchase, whatever day that is', () => {
    const early = alivePath(model, [0, 70], 300).map(({ pAlive: p }) => p);
    const late = alivePath(model, [1000, 1070], 1300).map(({ pAlive: p }) => p);
    late.forEach((p, i) => {
      expect(p).toBeCloseTo(early[i]!, 12);
    });
    expect(late).toHaveLength(early.length);
  });
});
