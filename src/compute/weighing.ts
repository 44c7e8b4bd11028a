import { type AhpResult, ahp } from './ahp';
import { checkOption } from './option-checks';

/** How much more recency counts than frequency, recency than monetary, frequency than monetary; 1/9 to 9. */
export type Comparisons = readonly [
  recencyOverFrequency: number,
  recencyOverMonetary: number,
  frequencyOverMonetary: number,
];

/** The three comparisons as a list or as text, `1/3, 1/5, 1/3`; throws `invalid-option` for what is none. */
export function comparisonsOf(given: unknown): Comparisons {
  const parts = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : [];
  const values = parts.map((part) => {
    const [above = Number.NaN, below = 1] = String(part).split('/').map(Number);
    return above / below;
  });
  // What is written with few places is still no more than nine times.
  const valid = values.length === 3 && values.every((value) => value >= 1 / 9 - 0.002 && value <= 9);
  checkOption(valid, 'comparisons', given, 'three numbers from 1/9 to 9: R over F, R over M, F over M');
  const [rf, rm, fm] = values.map((value) => Math.max(1 / 9, value)) as [number, number, number];
  return [rf, rm, fm];
}

/** Recency, frequency and monetary against each other. */
function matrixOf([rf, rm, fm]: Comparisons): number[][] {
  return [
    [1, rf, rm],
    [1 / rf, 1, fm],
    [1 / rm, 1 / fm, 1],
  ];
}

/** Weights of recency, frequency and monetary by the analytic hierarchy process, and how far the comparisons agree. */
export interface Weighing extends AhpResult {
  matrix: number[][];
  /** What R over M would have to be for the other two to agree with it. */
  impliedRecencyOverMonetary: number;
}

/** The weights that three comparisons make. */
export function weighing(comparisons: Comparisons): Weighing {
  const matrix = matrixOf(comparisons);
  const [rf, , fm] = comparisons;
  return { ...ahp(matrix), matrix, impliedRecencyOverMonetary: rf * fm };
}
