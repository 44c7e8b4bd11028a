/** Values from `min` to `max`, both inclusive; open where one is missing. */
export interface Span {
  min?: number;
  max?: number;
}

/** Two values as a span. */
export function rising(one: number, other: number): Required<Span> {
  return one < other ? { min: one, max: other } : { min: other, max: one };
}

/** The whole numbers whose middles lie in a span; where it is too narrow for any, the one it lies in. */
export function wholeWithin({ min, max }: Required<Span>, middle: (value: number) => number): Required<Span> {
  let low = Math.max(0, Math.floor(min));
  while (middle(low) < min) low++;
  let high = Math.ceil(max);
  while (high >= low && middle(high) > max) high--;
  const here = Math.max(0, Math.round((min + max) / 2));
  return low <= high ? { min: low, max: high } : { min: here, max: here };
}

/** The levels that lie in a span, with room for the last bits of a mean; the nearest where there is none. */
export function levelsWithin(levels: readonly number[], { min, max }: Required<Span>): Span {
  const within = levels.filter((level) => level >= min && level <= max);
  const away = (level: number): number => Math.abs(level - (min + max) / 2);
  const nearest = levels.reduce((best, level) => (away(level) < away(best) ? level : best), levels[0] ?? 0);
  const [low, high] = [within[0] ?? nearest, within.at(-1) ?? nearest];
  return { min: low - 1e-6, max: high + 1e-6 };
}
