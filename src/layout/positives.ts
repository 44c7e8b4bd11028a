/** The values above zero, which a log scale can show, and whether there are others. */
export interface Positives {
  count: number;
  least: number;
  most: number;
  zeros: boolean;
  negatives: boolean;
  /** The value of the nearest rank, 0 where there is none. */
  at(share: number): number;
}

/** To sort a million values takes a tenth of a second: of more than these, some at equal distances tell as well. */
const MOST_SORTED = 20_000;

export function positivesOf(values: ArrayLike<number>): Positives {
  let [count, least, most] = [0, Number.POSITIVE_INFINITY, 0];
  let [zeros, negatives] = [false, false];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value > 0) {
      count++;
      if (value < least) least = value;
      if (value > most) most = value;
    } else if (value === 0) zeros = true;
    else if (value < 0) negatives = true;
  }
  const sorted = sampleOf(values, count).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { count, least, most, zeros, negatives, at };
}

function sampleOf(values: ArrayLike<number>, count: number): Float64Array {
  const step = Math.max(1, Math.ceil(count / MOST_SORTED));
  const sample = new Float64Array(Math.ceil(count / step));
  for (let index = 0, seen = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!(value > 0)) continue;
    if (seen % step === 0) sample[seen / step] = value;
    seen++;
  }
  return sample;
}
