import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ahp, ahpMatrix } from '../../src/compute/ahp';
import { AHP_PRESETS } from '../../src/compute/ahp-presets';

/** Drinks consumed in the United States, coffee to water (Saaty 2008). */
const DRINKS = [
  [1, 9, 5, 2, 1, 1, 1 / 2],
  [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
  [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
  [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
  [1, 9, 4, 2, 1, 2, 1 / 2],
  [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
  [2, 9, 9, 3, 2, 3, 1],
];

describe('ahp', () => {
  it('finds the eigenvector of three criteria, not the mean of normalised columns', () => {
    const result = ahp([
      [1, 1 / 3, 1 / 5],
      [3, 1, 1 / 3],
      [5, 3, 1],
    ]);
    [0.104729, 0.258285, 0.636986].forEach((weight, i) => {
      expect(result.weights[i]).toBeCloseTo(weight, 6);
    });
    expect(result.lambdaMax).toBeCloseTo(3.038511, 6);
    expect(result.ci).toBeCloseTo(0.019256, 6);
    expect(result.cr).toBeCloseTo(0.0332, 4);
    expect(result).toMatchObject({ randomIndex: 0.58, randomIndexTable: 'Saaty 1980', consistent: true });
  });

  it('names the random index, since the ratio depends on its table', () => {
    const matrix = [
      [1, 1 / 3, 1 / 5],
      [3, 1, 1 / 3],
      [5, 3, 1],
    ];
    expect(ahp(matrix, { randomIndexTable: 'Alonso & Lamata 2006' }).cr).toBeCloseTo(0.0367, 4);
  });

  it('flags comparisons that go in a circle', () => {
    const result = ahp([
      [1, 3, 1 / 5],
      [1 / 3, 1, 3],
      [5, 1 / 3, 1],
    ]);
    expect(result.lambdaMax).toBeCloseTo(4.838038, 6);
    expect(result.ci).toBeCloseTo(0.919019, 6);
    expect(result.cr).toBeCloseTo(1.58, 2);
    expect(result.consistent).toBe(false);
  });

  it("meets Saaty's drinks, seven criteria", () => {
    const result = ahp(DRINKS);
    [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327].forEach((weight, i) => {
      expect(result.weights[i]).toBeCloseTo(weight, 3);
    });
    expect(result.cr).toBeCloseTo(0.022, 2);
  });

  it('takes 0.33 opposite 3 for a third, and refuses what is not reciprocal', () => {
    const typed = ahp([
      [1, 3, 3],
      [0.33, 1, 1],
      [0.33, 1, 1],
    ]);
    expect(typed.weights[0]).toBeCloseTo(0.6, 12);
    expect(typed.cr).toBeCloseTo(0, 12);
    expect(() =>
      ahp([
        [1, 3],
        [0.5, 1],
      ]),
    ).toThrow('matrix[0][1] is 3; it must be 1 / matrix[1][0] (0.5).');
    expect(() =>
      ahp([
        [1, 10],
        [0.1, 1],
      ]),
    ).toThrow('matrix[0][1] is 10; it must be from 1/9 to 9.');
    expect(() => ahp([[2]])).toThrow('matrix[0][0] is 2; it must be 1 on the diagonal.');
    expect(() => ahp([[1, 2]])).toThrow('matrix[0].length is 2; it must be that of the matrix (1).');
    expect(() => ahp([])).toThrow('matrix.length is 0');
    expect(() =>
      ahp([
        [1, Number.NaN],
        [1, 1],
      ]),
    ).toThrow('matrix[0][1] is NaN');
  });

  it('of one and of two criteria is consistent by nature', () => {
    expect(ahp([[1]])).toMatchObject({ weights: [1], cr: 0, consistent: true });
    expect(
      ahp([
        [1, 4],
        [1 / 4, 1],
      ]),
    ).toMatchObject({ lambdaMax: 2, cr: 0 });
  });

  it('gives back the weights that a consistent matrix was made from, the published preset too', () => {
    for (const weights of Object.values(AHP_PRESETS)) {
      ahp(ahpMatrix(weights)).weights.forEach((weight, i) => {
        expect(weight).toBeCloseTo(weights[i]!, 12);
      });
    }
    const grades = fc.array(fc.double({ min: 1, max: 8.9, noNaN: true }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(grades, (raw) => {
        const sum = raw.reduce((total, value) => total + value, 0);
        const { weights, cr } = ahp(ahpMatrix(raw));
        weights.forEach((weight, i) => {
          expect(weight).toBeCloseTo(raw[i]! / sum, 10);
        });
        expect(cr).toBeCloseTo(0, 10);
      }),
    );
  });

  it('says what is wrong with what', () => {
    const square = (n: number): number[][] =>
      Array.from({ length: n }, () => Array.from({ length: n }, () => 1));
    expect(() => ahp(square(16))).toThrow('matrix.length is 16; it must be from 1 to 15.');
    expect(ahp(square(15)).weights[14]).toBeCloseTo(1 / 15, 12);
    expect(() => ahp(square(11), { randomIndexTable: 'Alonso & Lamata 2006' })).toThrow(
      'it must be from 1 to 10.',
    );
    expect(() => ahp(square(3), { randomIndexTable: 'none' as never })).toThrow(
      'randomIndexTable is "none"; it must be one of Saaty 1980, Alonso & Lamata 2006.',
    );
    for (const weight of [0, -1, Number.NaN, Infinity])
      expect(() => ahpMatrix([1, weight])).toThrow(
        `weights[1] is ${weight}; it must be a finite number above 0.`,
      );
    expect(() =>
      ahp([
        [1, -2],
        [-0.5, 1],
      ]),
    ).toThrow('matrix[0][1] is -2; it must be 1 / matrix[1][0] (-0.5).');
  });

  it('takes 1.01 opposite 1 for as good as equal, and no more', () => {
    const typed = (entry: number) =>
      ahp([
        [1, entry],
        [1, 1],
      ]);
    expect(typed(1.01).weights[0]).toBeCloseTo(1.01 / 2.01, 12);
    expect(() => typed(1.02)).toThrow('matrix[0][1] is 1.02');
  });

  it('holds what is more than nine times as heavy to nine', () => {
    expect(ahpMatrix([1, 20])).toEqual([
      [1, 1 / 9],
      [9, 1],
    ]);
  });

  it('accepts a ratio of a tenth', () => {
    const circle = (a: number) =>
      ahp([
        [1, a, 1 / a],
        [1 / a, 1, a],
        [a, 1 / a, 1],
      ]);
    expect(circle(1.2).consistent).toBe(true);
    expect(circle(1.2).cr).toBeLessThan(0.1);
    expect(circle(1.5).consistent).toBe(false);
    // 1 + a + 1/a less 3, over 2, over 0.58.
    expect(circle(1.5).cr).toBeCloseTo((1 + 1.5 + 1 / 1.5 - 3) / 2 / 0.58, 12);
  });
});
