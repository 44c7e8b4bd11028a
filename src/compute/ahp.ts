import { checkOneOf, checkOption } from './option-checks';

/** Mean consistency index of random matrices, by n from 1; the tables differ, and consistency ratios with them. */
const RANDOM_INDEXES = {
  'Saaty 1980': [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  'Alonso & Lamata 2006': [0, 0, 0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854],
} as const;
export type RandomIndexTable = keyof typeof RANDOM_INDEXES;

/** Weights from pairwise comparisons, and how far the comparisons agree with each other. */
export interface AhpResult {
  /** The principal eigenvector, summing to 1, in the order of the rows. */
  weights: number[];
  lambdaMax: number;
  /** Consistency index, (lambdaMax - n)/(n - 1). */
  ci: number;
  /** Consistency ratio, ci / randomIndex; 0 for n below 3. */
  cr: number;
  randomIndex: number;
  randomIndexTable: RandomIndexTable;
  /** Whether cr is at most 0.1; if not, the weights should not be applied. */
  consistent: boolean;
}

const MOST = 9;
/** What typing 0.33 for a third leaves open. */
const RECIPROCITY = 0.011;
const ACCEPTED = 0.1;

/**
 * The analytic hierarchy process: weights from a matrix whose entry i, j says how much more i counts than j.
 *
 * Takes a square matrix of 1/9..9, ones on the diagonal, reciprocal across it; throws `invalid-option` otherwise. A
 * typed 0.33 opposite a 3 is taken for a third. Saaty (1980), "The analytic hierarchy process".
 */
export function ahp(
  matrix: readonly (readonly number[])[],
  { randomIndexTable = 'Saaty 1980' }: { randomIndexTable?: RandomIndexTable } = {},
): AhpResult {
  checkOneOf('randomIndexTable', randomIndexTable, Object.keys(RANDOM_INDEXES) as RandomIndexTable[]);
  const table = RANDOM_INDEXES[randomIndexTable];
  const judgements = reciprocal(matrix, table.length);
  const n = judgements.length;
  const weights = principalEigenvector(judgements);
  const lambdaMax = n < 3 ? n : eigenvalue(judgements, weights);
  const ci = n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
  const randomIndex = table[n - 1]!;
  const cr = n < 3 ? 0 : ci / randomIndex;
  return { weights, lambdaMax, ci, cr, randomIndex, randomIndexTable, consistent: cr <= ACCEPTED };
}

/** The matrix that says exactly these weights, all above 0, held to 1/9..9: where sliders begin. */
export function ahpMatrix(weights: readonly number[]): number[][] {
  weights.forEach((weight, i) => {
    checkOption(weight > 0 && weight < Infinity, `weights[${i}]`, weight, 'a finite number above 0');
  });
  return weights.map((one) => weights.map((other) => Math.max(1 / MOST, Math.min(MOST, one / other))));
}

/** The matrix with every entry below 1 made the exact reciprocal of the one opposite. */
function reciprocal(matrix: readonly (readonly number[])[], largest: number): number[][] {
  const n = matrix.length;
  checkOption(n >= 1 && n <= largest, 'matrix.length', n, `from 1 to ${largest}`);
  matrix.forEach((row, i) => {
    checkOption(row.length === n, `matrix[${i}].length`, row.length, `that of the matrix (${n})`);
  });
  return matrix.map((row, i) => row.map((entry, j) => judgement(entry, matrix[j]![i]!, i, j)));
}

function judgement(entry: number, opposite: number, i: number, j: number): number {
  const name = `matrix[${i}][${j}]`;
  if (i === j) return checkOption(entry === 1, name, entry, '1 on the diagonal');
  const isReciprocal = Math.abs(entry * opposite - 1) <= RECIPROCITY;
  checkOption(entry > 0 && isReciprocal, name, entry, `1 / matrix[${j}][${i}] (${opposite})`);
  const larger = Math.max(entry, opposite);
  checkOption(larger <= MOST, name, entry, `from 1/${MOST} to ${MOST}`);
  return entry >= opposite ? larger : 1 / larger;
}

/** Row geometric means, exact for n up to 3, carried on by power iteration beyond. */
function principalEigenvector(matrix: readonly number[][]): number[] {
  let weights = normalised(
    matrix.map((row) => row.reduce((product, entry) => product * entry, 1) ** (1 / row.length)),
  );
  for (let i = 0; matrix.length > 3 && i < 10_000; i++) {
    const next = normalised(times(matrix, weights));
    const moved = Math.max(...next.map((weight, j) => Math.abs(weight - weights[j]!)));
    weights = next;
    if (moved < 1e-16) break;
  }
  return weights;
}

function eigenvalue(matrix: readonly number[][], weights: readonly number[]): number {
  const ratios = times(matrix, weights).map((value, i) => value / weights[i]!);
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

function times(matrix: readonly number[][], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, entry, j) => sum + entry * vector[j]!, 0));
}

function normalised(vector: readonly number[]): number[] {
  const sum = vector.reduce((total, value) => total + value, 0);
  return vector.map((value) => value / sum);
}
