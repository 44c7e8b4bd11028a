import { digamma } from './digamma';
import { logGamma } from './log-gamma';
import type { Evaluation, Objective } from './maximise';
import { trigamma } from './trigamma';

/** Repeat spending by columns: `x` repeats at a mean of `z` each, of `n` customers. */
export interface SpendColumns {
  x: Float64Array;
  z: Float64Array;
  n: Float64Array;
}

/**
 * The log-likelihood of p, q, v (in that order) with exact derivatives (Fader and Hardie 2013, equation 1a).
 *
 * Per customer: ln G(px+q) - ln G(px) - ln G(q) + q ln v + (px-1) ln z + px ln x - (px+q) ln(xz+v).
 */
export function gammaGammaLikelihood(data: SpendColumns): Objective {
  const counts = countsByRepeats(data);
  const fixed = fixedSums(data);
  return (parameters) => {
    const [p, q, v] = [parameters[0]!, parameters[1]!, parameters[2]!];
    const value = fixed.n * (q * Math.log(v) - logGamma(q)) + p * fixed.xLogXz - fixed.logZ;
    const out: Evaluation = {
      value,
      gradient: Float64Array.of(fixed.xLogXz, fixed.n * (Math.log(v) - digamma(q)), (fixed.n * q) / v),
      hessian: new Float64Array(9),
    };
    out.hessian[4] = -fixed.n * trigamma(q);
    out.hessian[5] = fixed.n / v;
    out.hessian[8] = (-fixed.n * q) / (v * v);
    for (const [x, n] of counts) addShape(out, x, n, p, q);
    addScale(out, data, p, q, v);
    mirror(out.hessian);
    return out;
  };
}

function countsByRepeats({ x, n }: SpendColumns): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < x.length; i++) counts.set(x[i]!, (counts.get(x[i]!) ?? 0) + n[i]!);
  return counts;
}

function fixedSums({ x, z, n }: SpendColumns): { n: number; xLogXz: number; logZ: number } {
  const sums = { n: 0, xLogXz: 0, logZ: 0 };
  for (let i = 0; i < x.length; i++) {
    sums.n += n[i]!;
    sums.xLogXz += n[i]! * x[i]! * Math.log(x[i]! * z[i]!);
    sums.logZ += n[i]! * Math.log(z[i]!);
  }
  return sums;
}

/** ln G(px+q) - ln G(px), which is the same for all customers of one x. */
function addShape(out: Evaluation, x: number, n: number, p: number, q: number): void {
  const { gradient, hessian } = out;
  const both = p * x + q;
  const own = p * x;
  const first = digamma(both);
  const second = trigamma(both);
  out.value += n * (logGamma(both) - logGamma(own));
  gradient[0]! += n * x * (first - digamma(own));
  gradient[1]! += n * first;
  hessian[0]! += n * x * x * (second - trigamma(own));
  hessian[1]! += n * x * second;
  hessian[4]! += n * second;
}

/** -(px+q) ln(xz+v), the one loop over customers. */
function addScale(out: Evaluation, { x, z, n }: SpendColumns, p: number, q: number, v: number): void {
  const { gradient, hessian } = out;
  for (let i = 0; i < x.length; i++) {
    const weight = n[i]!;
    const shape = p * x[i]! + q;
    const inverse = 1 / (x[i]! * z[i]! + v);
    const log = -Math.log(inverse);
    out.value -= weight * shape * log;
    gradient[0]! -= weight * x[i]! * log;
    gradient[1]! -= weight * log;
    gradient[2]! -= weight * shape * inverse;
    hessian[2]! -= weight * x[i]! * inverse;
    hessian[5]! -= weight * inverse;
    hessian[8]! += weight * shape * inverse * inverse;
  }
}

function mirror(h: Float64Array): void {
  h[3] = h[1]!;
  h[6] = h[2]!;
  h[7] = h[5]!;
}
