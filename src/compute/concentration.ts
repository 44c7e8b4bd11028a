import { exactSum } from './exact-sum';
import { sortedCopy } from './sorted-copy';

/** How far a whole rests on a few: the shares of its largest 1, 5 and 10 items, and the sum of squared shares. */
export interface Concentration {
  top1: number | null;
  top5: number | null;
  top10: number | null;
  hhi: number | null;
}

/**
 * Shares of the largest 1, 5, 10 values and the Herfindahl-Hirschman index, 1/n..1.
 *
 * Shares are null where the values do not sum to more than 0, the index also where one is negative. Throws
 * `invalid-option` for a value that is not finite. Hirschman (1945), Herfindahl (1950).
 */
export function concentration(values: ArrayLike<number>): Concentration {
  const descending = sortedCopy('values', values).reverse();
  const total = exactSum(descending);
  if (!(total > 0)) return { top1: null, top5: null, top10: null, hhi: null };
  const top = (count: number) => exactSum(descending.subarray(0, count)) / total;
  return { top1: top(1), top5: top(5), top10: top(10), hhi: sumOfSquaredShares(descending, total) };
}

/** The Herfindahl-Hirschman index of `concentration` alone. */
export function hhi(values: ArrayLike<number>): number | null {
  return concentration(values).hhi;
}

function sumOfSquaredShares(descending: Float64Array, total: number): number | null {
  if (descending.at(-1)! < 0) return null;
  return exactSum(descending.map((value) => (value / total) ** 2));
}
