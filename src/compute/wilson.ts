import { checkAtLeast, checkOption } from './option-checks';

/** The interval of a proportion, both ends in 0..1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The score interval of a proportion, by default at 95 % (Wilson 1927).
 *
 * Always within 0..1 and around `successes / n`; 0..1 where `n` is 0.
 * Throws `invalid-option` for counts below 0, for more successes than trials, and for a `z` below 0.
 */
export function wilson(successes: number, n: number, z: number = 1.959963984540054): Interval {
  checkAtLeast('n', n, 0);
  checkAtLeast('z', z, 0);
  checkOption(successes >= 0 && successes <= n, 'successes', successes, `a number from 0 to n (${n})`);
  return n === 0 ? { low: 0, high: 1 } : scoreInterval(successes / n, n, z);
}

function scoreInterval(rate: number, n: number, z: number): Interval {
  const zz = (z * z) / n;
  const centre = rate + zz / 2;
  const half = z * Math.sqrt((rate * (1 - rate)) / n + zz / (4 * n));
  const scale = 1 + zz;
  return {
    low: Math.max(0, Math.min(rate, (centre - half) / scale)),
    high: Math.min(1, Math.max(rate, (centre + half) / scale)),
  };
}
