/** Sums over marked customers, who stand in lists by their places in the order of all results. */

/** The places that hold a 1. */
export function placesOf(marks: ArrayLike<number>): Int32Array {
  const places = new Int32Array(marks.length);
  let count = 0;
  for (let place = 0; place < marks.length; place++) {
    if (marks[place] !== 1) continue;
    places[count] = place;
    count++;
  }
  return places.slice(0, count);
}

/** What those at `places` amount to; whole units, so that the sum is exact. */
export function sumAt(places: Int32Array, amounts: ArrayLike<number>): number {
  let sum = 0;
  for (const place of places) sum += amounts[place]!;
  return sum;
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
