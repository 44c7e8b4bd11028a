import { sortedCopy } from './sorted-copy';

/**
 * The Gini coefficient, 0 where all are equal towards 1 - 1/n where one has all.
 *
 * 2 sum(i v_i) / (n sum v) - (n + 1)/n over ascending v. Null where it has no meaning: no values, a value below 0,
 * or a sum of 0. Throws `invalid-option` for a value that is not finite. Gini (1912); as in R's `ineq`.
 */
export function gini(values: ArrayLike<number>): number | null {
  const sorted = sortedCopy('values', values);
  const n = sorted.length;
  const most = sorted[n - 1] ?? 0;
  if (most === 0 || sorted[0]! < 0) return null;
  let weighted = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const value = sorted[i]! / most;
    weighted += (2 * i + 1 - n) * value;
    sum += value;
  }
  return weighted / (n * sum);
}
