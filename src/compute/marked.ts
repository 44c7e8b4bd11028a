/** Sums over marked customers, whose marks stand in the order of the customers: 1 for each that is marked. */
export type MarksList = ArrayLike<number>;

/** How many are marked, what they amount to, and what all do; whole units, so that the sums are exact. */
export function sumMarked(
  marks: MarksList,
  amounts: ArrayLike<number>,
): { customers: number; amount: number; all: number } {
  let [customers, amount, all] = [0, 0, 0];
  for (let place = 0; place < amounts.length; place++) {
    const own = amounts[place]!;
    all += own;
    if (marks[place] !== 1) continue;
    customers++;
    amount += own;
  }
  return { customers, amount, all };
}

/** How many marked customers each group has, and the sum of their values; `places` says whose each row is. */
export function countMarked(
  marks: MarksList,
  places: ArrayLike<number>,
  groups: ArrayLike<number>,
  count: number,
  values: ArrayLike<number> | null = null,
): { customers: Float64Array; values: Float64Array } {
  const sums = { customers: new Float64Array(count), values: new Float64Array(count) };
  for (let row = 0; row < groups.length; row++) {
    if (marks[places[row]!] !== 1) continue;
    const group = groups[row]!;
    sums.customers[group]!++;
    if (values) sums.values[group]! += values[row]!;
  }
  return sums;
}
