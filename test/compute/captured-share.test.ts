import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtestShares } from '../../src/compute/captured-share';

/** What the top share `p` by `score` won. */
const captured = (score: number[], outcome: number[], p: number): number | null =>
  backtestShares(score, score, outcome, p).model;

describe('the share of the outcome that a score captures', () => {
  it('adds up what the best-scored fifth won', () => {
    expect(captured([9, 1, 2, 3, 4], [50, 10, 20, 15, 5], 0.2)).toBe(0.5);
    expect(captured([9, 1, 2, 3, 4], [50, 10, 20, 15, 5], 0.3)).toBe(0.525);
  });

  it('shares what equals won, so that their order never matters', () => {
    expect(captured([1, 1, 1, 1], [8, 0, 0, 0], 0.5)).toBe(0.5);
    expect(captured([1, 1, 1, 1], [0, 0, 0, 8], 0.5)).toBe(0.5);
  });

  it('is null where nobody won anything', () => {
    expect(captured([1, 2], [0, 0], 0.2)).toBeNull();
    expect(captured([], [], 0.2)).toBeNull();
  });

  it('is at best what the outcome itself would choose', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 99 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const column = (i: 0 | 1 | 2) => rows.map((values) => values[i]);
        const { model, pastSpend, random, best } = backtestShares(column(0), column(1), column(2));
        for (const share of best === null ? [] : [model!, pastSpend!, random]) {
          expect(share).toBeLessThanOrEqual(best! + 1e-12);
        }
      }),
    );
  });

  it('is all of it where all are taken, none where none are, and refuses what is no share', () => {
    expect(captured([3, 2, 1], [1, 2, 5], 1)).toBe(1);
    expect(captured([3, 2, 1], [1, 2, 5], 0)).toBe(0);
    for (const p of [-0.1, 1.1, Number.NaN])
      expect(() => captured([1], [1], p)).toThrow(`p is ${p}; it must be a number from 0 to 1.`);
    expect(() => backtestShares([1, 2], [1, 2], [1, 2, 3])).toThrow(
      'score.length is 2; it must be that of outcome (3).',
    );
  });

  it('splits a tie that the border goes through', () => {
    // Two and a half of five: the best, and half of what the three equals won.
    expect(captured([5, 3, 3, 3, 1], [10, 6, 0, 3, 1], 0.5)).toBeCloseTo((10 + 9 / 2) / 20, 12);
    expect(captured([1, 3, 3], [4, 0, 4], 2 / 3)).toBeCloseTo(0.5, 12);
  });

  it('may fall where what comes next was lost, and is null where all was lost', () => {
    expect(captured([2, 1], [10, -2], 0.5)).toBe(1.25);
    expect(captured([2, 1], [1, -2], 0.5)).toBeNull();
  });
});
