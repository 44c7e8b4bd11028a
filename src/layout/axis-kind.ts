import type { Positives } from './positives';

/**
 * Whether amounts ask for a log axis: the upper half reaches at least three times as far as the lower
 * (p95 - p50 >= 3 (p50 - p5), p95 >= 5 p5), or one value stands ten times beyond p95. Only positive values count.
 */
export function asksForLog({ count, most, at }: Positives): boolean {
  if (count < 2) return false;
  // The nearest rank: for a choice of scale no interpolation is needed.
  const [low, middle, high] = [at(0.05), at(0.5), at(0.95)];
  const skewed = high >= 5 * low && high - middle >= 3 * (middle - low);
  return skewed || most >= 10 * high;
}
