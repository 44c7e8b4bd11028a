import { exactRunningSums } from './exact-sum';
import { checkOption } from './option-checks';
import { sortedCopy } from './sorted-copy';

/** The cumulative curve of values, the largest first: `sums[i]` is what the first i + 1 bring together. */
export interface ParetoCurve {
  items: number;
  total: number;
  sums: Float64Array;
  negativeItems: number;
}

/** The cumulative curve of values in any order; throws `invalid-option` for a value that is not finite. */
export function paretoCurve(values: ArrayLike<number>): ParetoCurve {
  const descending = sortedCopy('values', values).reverse();
  const sums = exactRunningSums(descending);
  const negativeItems = descending.reduce((count, value) => count + (value < 0 ? 1 : 0), 0);
  return { items: descending.length, total: sums.at(-1) ?? 0, sums, negativeItems };
}

/** The share of the total that the top share `p` of items brings, linear between items; null unless the total is above 0. */
export function shareOfTop({ items, total, sums }: ParetoCurve, p: number): number | null {
  checkOption(p >= 0 && p <= 1, 'p', p, 'a number from 0 to 1');
  if (!(total > 0)) return null;
  const position = Math.min(p * items, items);
  const whole = Math.floor(position);
  const upTo = (count: number) => (count === 0 ? 0 : sums[Math.min(count, items) - 1]!);
  return (upTo(whole) + (position - whole) * (upTo(whole + 1) - upTo(whole))) / total;
}

/** The fewest items that together reach the share `target` of the total; null unless the total is above 0. */
export function itemsForTarget({ total, sums }: ParetoCurve, target: number): number | null {
  checkOption(target > 0 && target <= 1, 'target', target, 'a number above 0, up to 1');
  if (!(total > 0)) return null;
  const wanted = target * total;
  return sums.findIndex((sum) => sum >= wanted - Number.EPSILON * 4 * total) + 1;
}

/** The highest cumulative share and the fewest items that reach it: above 1 where some items lose money (the whale curve). */
export function peakOf({ total, sums }: ParetoCurve): { peakShare: number | null; peakAt: number } {
  const peak = sums.reduce((most, sum) => Math.max(most, sum), 0);
  const peakAt = sums.findIndex((sum) => sum >= peak - Number.EPSILON * 4 * Math.abs(peak)) + 1;
  return { peakShare: total > 0 ? peak / total : null, peakAt: peak > 0 ? peakAt : 0 };
}
