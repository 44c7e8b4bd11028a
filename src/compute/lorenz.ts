import { exactRunningSums } from './exact-sum';
import { gini } from './gini';
import { checkOption } from './option-checks';
import { sortedCopy } from './sorted-copy';

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
 * The Lorenz curve of values, ascending, with its Gini coefficient and asymmetry.
 *
 * No points and nulls for no values and where they do not sum to more than 0; with a negative value the curve dips
 * below 0 and Gini is null. Throws `invalid-option` for a value that is not finite.
 * Lorenz (1905); asymmetry F(mu) + L(mu) of Damgaard and Weiner (2000), the middle of its range where values equal the mean.
 */
export function lorenz(values: ArrayLike<number>): Lorenz {
  const sorted = sortedCopy('values', values);
  const sums = exactRunningSums(sorted);
  const n = sorted.length;
  const total = sums[n - 1] ?? 0;
  if (!(total > 0)) return { points: [], gini: null, asymmetry: null };
  checkOption(total < Infinity, 'sum of values', total, 'finite');
  const points = Array.from(sums, (sum, i) => ({ p: (i + 1) / n, L: sum / total }));
  return {
    points: [{ p: 0, L: 0 }, ...points],
    gini: gini(sorted),
    asymmetry: asymmetry(sorted, sums, total),
  };
}

function asymmetry(sorted: Float64Array, sums: Float64Array, total: number): number {
  const n = sorted.length;
  const mean = Math.max(sorted[0]!, Math.min(total / n, sorted[n - 1]!));
  const below = countWhere(sorted, (value) => value < mean);
  const upTo = countWhere(sorted, (value) => value <= mean);
  const at = (rank: number) => rank / n + (rank === 0 ? 0 : sums[rank - 1]!) / total;
  if (upTo > below) return (at(below) + at(upTo)) / 2;
  const low = sorted[below - 1]!;
  const high = sorted[below]!;
  const delta = (mean - low) / (high - low);
  return at(below) + delta / n + (delta * high) / total;
}

/** How many of the ascending values, from the first, hold. */
function countWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  const first = sorted.findIndex((value) => !holds(value));
  return first < 0 ? sorted.length : first;
}
