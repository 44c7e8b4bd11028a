import { type SortedCounts, sortedCounts } from './sorted-counts';

/**
 * The Gini coefficient, 0 where all are equal towards 1 - 1/n where one has all.
 *
 * 2 sum(i v_i) / (n sum v) - (n + 1)/n over ascending v; with `n`, value i is held by n[i] items. Null where it has
 * no meaning: no values, a value below 0, or a sum of 0. Throws `invalid-option` for a value that is not finite or
 * a count not above 0. Gini (1912); as in R's `ineq`.
 */
export function gini(values: ArrayLike<number>, n: ArrayLike<number> | null = null): number | null {
  return giniOfSorted(sortedCounts(values, n));
}

/** `gini` of values in order already. */
export function giniOfSorted({ values, counts, items }: SortedCounts): number | null {
  const most = values.at(-1) ?? 0;
  if (most === 0 || values[0]! < 0) return null;
  let before = 0;
  let weighted = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const held = (values[i]! / most) * counts[i]!;
    weighted += (2 * before + counts[i]! - items) * held;
    sum += held;
    before += counts[i]!;
  }
  return weighted / (items * sum);
}
