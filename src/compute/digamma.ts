const LIFT = 10;

/** First derivative of the log-gamma function for `x` > 0 (Abramowitz and Stegun 6.3.5, 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let lifted = x;
  for (; lifted < LIFT; lifted++) shift += 1 / lifted;
  const s = 1 / (lifted * lifted);
  const series =
    s *
    (1 / 12 -
      s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s * (1 / 12)))))));
  return Math.log(lifted) - 0.5 / lifted - series - shift;
}
