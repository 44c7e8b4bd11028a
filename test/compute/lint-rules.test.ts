import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, lintRules, type ScoreRange, type SegmentRule } from '../../src/compute/lint-rules';

const rule = (segment: string, r: ScoreRange, f: ScoreRange, m: ScoreRange): SegmentRule => ({
  segment,
  r,
  f,
  m,
});

/** The segments of the R package rfm 0.3. */
const R_RFM = [
  rule('Champions', [5, 5], [5, 5], [5, 5]),
  rule('Potential Loyalist', [3, 5], [3, 5], [2, 5]),
  rule('Loyal Customers', [2, 4], [2, 4], [2, 4]),
  rule('Promising', [3, 4], [1, 3], [3, 5]),
  rule('New Customers', [4, 5], [1, 3], [1, 5]),
  rule("Can't Lose Them", [1, 2], [3, 4], [4, 5]),
  rule('At Risk', [1, 2], [2, 5], [4, 5]),
  rule('Need Attention', [1, 3], [3, 5], [3, 5]),
  rule('About To Sleep', [2, 3], [1, 3], [1, 4]),
  rule('Lost', [1, 1], [1, 5], [1, 5]),
];

/** Putler's segments, in which Hibernating and Lost are one and the same. */
const PUTLER = [
  rule('Champions', [4, 5], [4, 5], [4, 5]),
  rule('Loyal Customers', [2, 5], [3, 5], [3, 5]),
  rule('Potential Loyalist', [3, 5], [1, 3], [1, 3]),
  rule('New Customers', [4, 5], [1, 1], [1, 1]),
  rule('Promising', [3, 4], [1, 1], [1, 1]),
  rule('Need Attention', [2, 3], [2, 3], [2, 3]),
  rule('About To Sleep', [2, 3], [1, 2], [1, 2]),
  rule('At Risk', [1, 2], [2, 5], [2, 5]),
  rule("Can't Lose", [1, 1], [4, 5], [4, 5]),
  rule('Hibernating', [1, 2], [1, 2], [1, 2]),
  rule('Lost', [1, 2], [1, 2], [1, 2]),
];

describe('lintRules', () => {
  it('finds what the R preset leaves to others, and that each of its rules wins something', () => {
    const lint = lintRules(R_RFM);
    expect(lint.codes).toBe(125);
    expect(lint.covered.length + lint.uncovered.length).toBe(125);
    expect(lint.uncovered).toContain('215');
    expect(lint.uncovered).toContain('551');
    expect(lint.unreachable).toEqual([]);
    expect(lint.overlapping.find(({ code }) => code === '555')?.segments).toEqual([
      'Champions',
      'Potential Loyalist',
    ]);
  });

  it("finds the rules of Putler's that never win, and who hides them", () => {
    const hidden = lintRules(PUTLER).unreachable;
    expect(hidden.map(({ segment }) => segment)).toEqual([
      'New Customers',
      'Promising',
      "Can't Lose",
      'Lost',
    ]);
    expect(hidden[0]).toEqual({ rule: 3, segment: 'New Customers', hiddenBy: ['Potential Loyalist'] });
    expect(hidden[3]?.hiddenBy).toEqual(['Need Attention', 'About To Sleep', 'At Risk', 'Hibernating']);
  });

  it('counts customers by what becomes of their code', () => {
    const rules = [rule('best', [4, 5], [4, 5], [4, 5]), rule('all recent', [4, 5], [1, 5], [1, 5])];
    const lint = lintRules(rules, { counts: { '555': 10, '511': 5, '111': 3 } });
    expect(lint.customers).toEqual({ covered: 15, uncovered: 3, overlapping: 10 });
    expect(lint.rules).toEqual([
      { rule: 0, segment: 'best', matched: 8, won: 8, customers: 10 },
      { rule: 1, segment: 'all recent', matched: 50, won: 42, customers: 5 },
    ]);
    expect(lintRules(rules).customers).toBeNull();
  });

  it('separates the scores of a code where they may have two digits', () => {
    const lint = lintRules([rule('all but one', [1, 10], [1, 10], [1, 9])], { bins: 10 });
    expect(lint.codes).toBe(1000);
    expect(lint.uncovered).toContain('10-1-10');
    expect(codeOf(10, 1, 10, 10)).toBe('10-1-10');
    expect(codeOf(5, 3, 1)).toBe('531');
  });

  it('covers nothing without rules', () => {
    expect(lintRules([])).toMatchObject({ covered: [], overlapping: [], unreachable: [], rules: [] });
  });

  it('names the rule whose bounds are wrong', () => {
    expect(() => lintRules([rule('a', [3, 2], [1, 5], [1, 5])])).toThrow(
      'rules[0].r is [3,2]; it must be [low, high] of whole numbers from 1 to 5.',
    );
    expect(() => lintRules([rule('a', [1, 5], [1, 5], [1, 6])])).toThrow('rules[0].m is [1,6]');
    expect(() => lintRules([{ segment: 'a', r: [1, 5], f: [1, 5] } as unknown as SegmentRule])).toThrow(
      'rules[0].m is undefined',
    );
    for (const range of [[1.5, 2], [1, 2.5], [0, 2], [4, 3], [1, 2, 3], ['1', '2'], 3])
      expect(() =>
        lintRules([{ ...rule('a', [1, 5], [1, 5], [1, 5]), f: range } as unknown as SegmentRule]),
      ).toThrow('rules[0].f is');
    for (const segment of ['', 7, undefined])
      expect(() =>
        lintRules([{ ...rule('a', [1, 5], [1, 5], [1, 5]), segment } as unknown as SegmentRule]),
      ).toThrow('rules[0].segment is');
    expect(() => lintRules([], { bins: 11 })).toThrow('bins is 11; it must be a whole number from 2 to 10.');
  });

  it('agrees with the segment of every single code', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .map(([a, b]): ScoreRange => [Math.min(a, b), Math.max(a, b)]);
    const rules = fc
      .array(fc.tuple(range, range, range))
      .map((list) => list.map(([r, f, m], i) => rule(`s${i}`, r, f, m)));
    fc.assert(
      fc.property(rules, (some) => {
        const lint = lintRules(some);
        const within = ([low, high]: ScoreRange, digit: string): boolean =>
          low <= Number(digit) && Number(digit) <= high;
        for (const code of lint.uncovered)
          for (const { r, f, m } of some)
            expect([r, f, m].every((range, i) => within(range, code[i]!))).toBe(false);
        expect(lint.rules.reduce((sum, { won }) => sum + won, 0)).toBe(lint.covered.length);
      }),
    );
  });
});
