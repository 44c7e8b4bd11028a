/** Below this the recurrence lifts the argument, so that seven terms of the series reach full precision. */
const LIFT = 10;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Natural logarithm of the gamma function for `x` > 0 (Stirling's series, Abramowitz and Stegun 6.1.41). */
export function logGamma(x: number): number {
  let product = 1;
  let lifted = x;
  for (; lifted < LIFT; lifted++) product *= lifted;
  return stirling(lifted) - Math.log(product);
}

function stirling(x: number): number {
  const s = 1 / (x * x);
  const series =
    1 / 12 -
    s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156))))));
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series / x;
}
