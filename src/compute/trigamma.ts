const LIFT = 10;

/** Second derivative of the log-gamma function for `x` > 0 (Abramowitz and Stegun 6.4.6, 6.4.12). */
export function trigamma(x: number): number {
  let shift = 0;
  let lifted = x;
  for (; lifted < LIFT; lifted++) shift += 1 / (lifted * lifted);
  const s = 1 / (lifted * lifted);
  const series =
    1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - s * (7 / 6))))));
  return shift + 1 / lifted + 0.5 * s + (s / lifted) * series;
}
