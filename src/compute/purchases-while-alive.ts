import { logBeta } from './log-beta';

/** What a customer known to be alive brings: rate ~ gamma(`shape`, rate `rate`), drop-out ~ beta(`a`, `b`). */
export interface AliveCustomer {
  shape: number;
  rate: number;
  a: number;
  b: number;
}

/** Past so many terms of the series the integral is cheaper. */
const TERMS = 5000;
const TINY = 1e-17;
const HUGE = 1e250;

/**
 * Expected purchases within `t` (unit of `rate`) of a customer who is alive now.
 *
 * The closed form (a+b-1)/(a-1) [1 - (1-z)^R 2F1(R, b; a+b-1; z)], z = t/(rate+t), of Fader, Hardie and Lee (2005)
 * has a hole at a = 1, poles in a+b-1 and cancels near both. This is the same number as a sum of positive terms:
 * over n, the chance of n purchases but for drop-out (negative binomial) times how many of the n are lived to see.
 */
export function purchasesWhileAlive(customer: AliveCustomer, t: number): number {
  const { shape, rate } = customer;
  if (t === 0) return 0;
  const expectedTerms = ((shape + 40) * (rate + t)) / rate;
  return expectedTerms < TERMS ? bySeries(customer, t) : byIntegral(customer, t);
}

/** Sum over n of NB(n; shape, z) S(n), S(n) the sum over j < n of E[(1-p)^j]; weights rescaled before they overflow. */
export function bySeries({ shape, rate, a, b }: AliveCustomer, t: number): number {
  const z = t / (rate + t);
  let weight = 1;
  let weights = 1;
  let total = 0;
  let survival = 1;
  let lived = 0;
  for (let n = 1; ; n++) {
    const ratio = (z * (shape + n - 1)) / n;
    weight *= ratio;
    lived += survival;
    survival *= (b + n - 1) / (a + b + n - 1);
    weights += weight;
    total += weight * lived;
    if (ratio < 1 && weight * (lived + n) < TINY * (1 - ratio) * (total + weights)) return total / weights;
    if (weight > HUGE) [weight, weights, total] = [weight / HUGE, weights / HUGE, total / HUGE];
  }
}

const STEP = 0.25;

/**
 * The expectation over p ~ beta(a, b) of [1 - (1 + p t/rate)^-shape] / p, by the trapezoidal rule in
 * u = ln[p/(1-p)], which converges exponentially; both tails, pure exponentials, are summed as geometric series.
 */
export function byIntegral({ shape, rate, a, b }: AliveCustomer, t: number): number {
  const step = Math.min(STEP, Math.sqrt(1 / a + 1 / b) / 1.5);
  const from = -Math.ceil((40 + Math.log1p((t / rate) * (shape + 1) + a + b)) / step);
  const to = Math.ceil((40 + Math.log1p(shape + a + b)) / step);
  const norm = logBeta(a, b);
  const at = (i: number): number => {
    const logP = -softplus(-i * step);
    const logQ = -softplus(i * step);
    return Math.exp(a * logP + b * logQ - norm) * livedPurchases(Math.exp(logP), shape, t / rate);
  };
  let sum = at(from) / Math.expm1(a * step) + at(to) / Math.expm1(b * step);
  for (let i = from; i <= to; i++) sum += at(i);
  return sum * step;
}

/** [1 - (1 + p t)^-shape] / p. */
function livedPurchases(p: number, shape: number, t: number): number {
  return p * t < 1e-17 ? shape * t : -Math.expm1(-shape * Math.log1p(p * t)) / p;
}

function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
}
