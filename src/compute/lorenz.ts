import { columnOf } from './column-of';
import { exactRunningSums } from './exact-sum';
import { giniOfSorted } from './gini';
import { checkOption } from './option-checks';
import { type SortedCounts, sortedCounts } from './sorted-counts';

/** A point of the Lorenz curve: the poorest share `p` holds the share `L` of the whole. */
export interface LorenzPoint {
  p: number;
  L: number;
}

/** The curve from (0, 0) to (1, 1), with what sums it up. */
export interface Lorenz {
  points: LorenzPoint[];
  gini: number | null;
  /** Lorenz asymmetry: above 1 a few large ones make the inequality, below 1 many small ones do. */
  asymmetry: number | null;
}

/**
 * The Lorenz curve of values, ascending, with its Gini coefficient and asymmetry; with `n`, value i is held by n[i].
 *
 * No points and nulls for no values and where they do not sum to more than 0; with a negative value the curve dips
 * below 0 and Gini is null. Throws `invalid-option` for a value that is not finite or a count not above 0.
 * Lorenz (1905); asymmetry F(mu) + L(mu) of Damgaard and Weiner (2000), the middle of its range where values equal
 * the mean.
 */
export function lorenz(values: ArrayLike<number>, n: ArrayLike<number> | null = null): Lorenz {
  const sorted = sortedCounts(values, n);
  const { counts, items } = sorted;
  const sums = exactRunningSums(columnOf(counts.length, (i) => sorted.values[i]! * counts[i]!));
  const ranks = exactRunningSums(counts);
  const total = sums.at(-1) ?? 0;
  if (!(total > 0)) return { points: [], gini: null, asymmetry: null };
  checkOption(total < Infinity, 'sum of values', total, 'finite');
  const points = [{ p: 0, L: 0 }];
  for (let i = 0; i < sums.length; i++) points.push({ p: ranks[i]! / items, L: sums[i]! / total });
  return { points, gini: giniOfSorted(sorted), asymmetry: asymmetry(sorted, points, total) };
}

function asymmetry({ values, items }: SortedCounts, points: readonly LorenzPoint[], total: number): number {
  const mean = Math.max(values[0]!, Math.min(total / items, values.at(-1)!));
  const below = countWhere(values, (value) => value < mean);
  const upTo = countWhere(values, (value) => value <= mean);
  const at = (place: number) => points[place]!.p + points[place]!.L;
  if (upTo > below) return (at(below) + at(upTo)) / 2;
  const low = values[below - 1]!;
  const high = values[below]!;
  const delta = (mean - low) / (high - low);
  return at(below) + delta / items + (delta * high) / total;
}

/** How many of the ascending values, from the first, hold. */
function countWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  const first = sorted.findIndex((value) => !holds(value));
  return first < 0 ? sorted.length : first;
}
