/** The step of 1, 2 or 5 times a power of ten that is nearest, by ratio, to a part in `count` of the way. */
function roundStep(from: number, to: number, count: number): number {
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const digits = rough / power;
  // The geometric means of 1 and 2, 2 and 5, 5 and 10.
  return power * (digits < Math.SQRT2 ? 1 : digits < Math.sqrt(10) ? 2 : digits < Math.sqrt(50) ? 5 : 10);
}

/** About `count` round values from `from` to `to`, rising. */
export function ticks(from: number, to: number, count: number): number[] {
  if (!(count > 0) || !(to >= from)) return [];
  if (from === to) return [from];
  const step = roundStep(from, to, count);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  if (last < first) return count < 2 ? ticks(from, to, count * 2) : [];
  return Array.from({ length: last - first + 1 }, (_, i) => times(first + i, step));
}

/** A division by a whole number is exact where a product with a fraction is not. */
function times(count: number, step: number): number {
  return step < 1 ? count / Math.round(1 / step) : count * step;
}

/** The ends of a scale, moved outward to the round values that about `count` of would lie on it. */
export function nice(from: number, to: number, count: number): [from: number, to: number] {
  let [low, high] = [from, to];
  for (let step = 0; low < high; ) {
    const next = roundStep(low, high, count);
    if (next === step) break;
    step = next;
    low = times(Math.floor(low / step + 1e-9), step);
    high = times(Math.ceil(high / step - 1e-9), step);
  }
  return [low, high];
}
