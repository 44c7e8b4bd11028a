import { checkOption, checkWhole } from './option-checks';
import { sortedCopy } from './sorted-copy';

/**
 * The interpolated quantile of numbers in any order, at a share `p` of 0..1.
 *
 * Position (n - 1) p among the sorted, linear in between (type 7 of Hyndman and Fan 1996; R's and DuckDB's default).
 * Throws `invalid-option` for no values, a value that is not finite, and `p` outside 0..1.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  checkOption(values.length > 0, 'values', [], 'at least one number');
  checkOption(p >= 0 && p <= 1, 'p', p, 'a number from 0 to 1');
  return atPosition(sortedCopy('values', values), snapped((values.length - 1) * p));
}

/**
 * The k - 1 breaks that cut ascending numbers in k: their type 7 quantiles at 1/k .. (k-1)/k; none for no values.
 *
 * Positions are reckoned in whole numbers, so that a break that falls on a value is that value.
 */
export function quantileBreaks(sorted: ArrayLike<number>, k: number): number[] {
  checkWhole('k', k, 1, 1000);
  if (sorted.length === 0) return [];
  return Array.from({ length: k - 1 }, (_, i) => {
    const steps = (i + 1) * (sorted.length - 1);
    return between(sorted, Math.floor(steps / k), (steps % k) / k);
  });
}

/** A position that is whole but for rounding, made whole. */
function snapped(position: number): number {
  const whole = Math.round(position);
  return Math.abs(position - whole) < 4 * Number.EPSILON * Math.max(1, position) ? whole : position;
}

function atPosition(sorted: ArrayLike<number>, position: number): number {
  const below = Math.floor(position);
  return between(sorted, below, position - below);
}

function between(sorted: ArrayLike<number>, below: number, fraction: number): number {
  const low = sorted[below]!;
  if (fraction === 0) return low;
  const high = sorted[below + 1]!;
  return Math.min(high, low + fraction * (high - low));
}
