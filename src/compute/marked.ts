/** Sums over marked customers, who stand in lists by their places in the order of all results. */

/** The places that hold a 1. */
export function placesOf(marks: ArrayLike<number>): Int32Array {
  let count = 0;
  for (let place = 0; place < marks.length; place++) if (marks[place] === 1) count++;
  const places = new Int32Array(count);
  for (let place = marks.length - 1; count > 0; place--) if (marks[place] === 1) places[--count] = place;
  return places;
}

/** What those at `places` amount to; whole units, so that the sum is exact. */
export function sumAt(places: Int32Array, amounts: ArrayLike<number>): number {
  let sum = 0;
  for (const place of places) sum += amounts[place]!;
  return sum;
}

/** How many of those at `places` have less than `limit`. */
export function countBelow(places: Int32Array, values: ArrayLike<number>, limit: number): number {
  let count = 0;
  for (const place of places) if (values[place]! < limit) count++;
  return count;
}

/** The place of each code in a list of codes, -1 where it has none. */
export function placesByCode(codes: ArrayLike<number>): Int32Array {
  let most = -1;
  for (let place = 0; place < codes.length; place++) most = Math.max(most, codes[place]!);
  const places = new Int32Array(most + 1).fill(-1);
  for (let place = 0; place < codes.length; place++) places[codes[place]!] = place;
  return places;
}

/** The places of some codes; -1 for those that have none. */
export function lookedUp(codes: ArrayLike<number>, places: Int32Array): Int32Array {
  const found = new Int32Array(codes.length);
  for (let row = 0; row < found.length; row++) found[row] = places[codes[row]!] ?? -1;
  return found;
}

/** Rows customer by customer: those at a place begin at its start and end at the next. */
export interface PlacedRows {
  starts: Int32Array;
  groups: Int32Array;
  values: Float64Array | null;
}

/** Rows of `count` customers in the order of their places; those of nobody, at -1, are left out. */
export function placedRows(
  count: number,
  places: ArrayLike<number>,
  groups: ArrayLike<number>,
  values: ArrayLike<number> | null = null,
): PlacedRows {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < groups.length; row++) if (places[row]! >= 0) starts[places[row]! + 1]!++;
  for (let place = 0; place < count; place++) starts[place + 1]! += starts[place]!;
  const next = starts.slice();
  const rows = starts[count]!;
  const placed = { starts, groups: new Int32Array(rows), values: values && new Float64Array(rows) };
  for (let row = 0; row < groups.length; row++) {
    const place = places[row]!;
    if (place < 0) continue;
    const at = next[place]!++;
    placed.groups[at] = groups[row]!;
    if (placed.values) placed.values[at] = values![row]!;
  }
  return placed;
}

/** How many rows of the customers at `places` are in each group, and the sum of their values. */
export function countAt(
  places: Int32Array,
  { starts, groups, values: all }: PlacedRows,
  count: number,
): { customers: Float64Array; values: Float64Array } {
  const customers = new Float64Array(count);
  const values = new Float64Array(count);
  for (const place of places) {
    for (let row = starts[place]!; row < starts[place + 1]!; row++) {
      const group = groups[row]!;
      customers[group]!++;
      if (all) values[group]! += all[row]!;
    }
  }
  return { customers, values };
}
