import { digamma } from './digamma';
import { logGamma } from './log-gamma';
import { trigamma } from './trigamma';

/** Up to this many factors are multiplied out, which keeps the digits that a difference of log-gammas loses. */
const FACTORS = 48;

/** The logarithm of a rising factorial and its first and second derivative in `y`. */
export interface LogRising {
  value: number;
  first: number;
  second: number;
}

/**
 * ln[gamma(y + n) / gamma(y)] = ln[y (y + 1) ... (y + n - 1)] with its derivatives, at each of the ascending
 * whole numbers `n`, for `y` > 0.
 */
export function logRising(y: number, n: ArrayLike<number>): LogRising[] {
  const out: LogRising[] = [];
  let at: LogRising = { value: 0, first: 0, second: 0 };
  let from = 0;
  for (let i = 0; i < n.length; i++) {
    const to = n[i]!;
    at = to - from > FACTORS ? leap(at, y + from, y + to) : walk(at, y + from, to - from);
    from = to;
    out.push(at);
  }
  return out;
}

function walk(start: LogRising, y: number, factors: number): LogRising {
  let { value, first, second } = start;
  for (let i = 0; i < factors; i++) {
    const inverse = 1 / (y + i);
    value += Math.log(y + i);
    first += inverse;
    second -= inverse * inverse;
  }
  return { value, first, second };
}

function leap(start: LogRising, y: number, end: number): LogRising {
  return {
    value: start.value + logGamma(end) - logGamma(y),
    first: start.first + digamma(end) - digamma(y),
    second: start.second + trigamma(end) - trigamma(y),
  };
}
