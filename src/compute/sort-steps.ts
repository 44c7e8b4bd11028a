import type { Steps } from '../util/steps';

/** Places that are sorted at once. */
const RUN = 1 << 14;

/** The places 0 to `length` - 1 in the order of `compare`, equal ones as they stand: short runs, merged two by two. */
export function* sortSteps(length: number, compare: (i: number, j: number) => number): Steps<Uint32Array> {
  let order = Uint32Array.from({ length }, (_, i) => i);
  for (let from = 0; from < length; from += RUN) {
    order.subarray(from, from + RUN).sort(compare);
    yield;
  }
  let merged = new Uint32Array(length);
  for (let run = RUN; run < length; run *= 2) {
    yield* mergePairs(order, merged, run, compare);
    [order, merged] = [merged, order];
  }
  return order;
}

/** Merges each two neighbouring runs of `from` into `to`. */
function* mergePairs(
  from: Uint32Array,
  to: Uint32Array,
  run: number,
  compare: (i: number, j: number) => number,
): Steps<void> {
  let written = 0;
  for (let start = 0; start < from.length; start += 2 * run) {
    const middle = Math.min(start + run, from.length);
    const end = Math.min(start + 2 * run, from.length);
    for (let i = start, j = middle; i < middle || j < end; ) {
      const first = j >= end || (i < middle && compare(from[i]!, from[j]!) <= 0);
      to[written++] = first ? from[i++]! : from[j++]!;
      if (written % RUN === 0) yield;
    }
  }
}
