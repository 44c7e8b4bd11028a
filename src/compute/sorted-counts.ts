import { columnOf } from './column-of';
import { checkFinite, checkOption } from './option-checks';
import { sortedCopy } from './sorted-copy';

/** Ascending values, each with how many items have it. */
export interface SortedCounts {
  values: Float64Array;
  counts: Float64Array;
  items: number;
}

/** Values ascending with their counts (1 where `n` is null); throws `invalid-option` for a count not above 0. */
export function sortedCounts(values: ArrayLike<number>, n: ArrayLike<number> | null): SortedCounts {
  const items = values.length;
  if (n === null)
    return { values: sortedCopy('values', values), counts: new Float64Array(items).fill(1), items };
  checkOption(n.length === items, 'n.length', n.length, `that of values (${items})`);
  checkFinite('values', values);
  const order = Uint32Array.from({ length: items }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const counts = columnOf(items, (i) => n[order[i]!]!);
  const bad = counts.findIndex((count) => !(count > 0 && count < Infinity));
  if (bad >= 0) checkOption(false, `n[${order[bad]}]`, counts[bad], 'a finite number above 0');
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { values: columnOf(items, (i) => values[order[i]!]! + 0), counts, items: total };
}
