import { allSteps, type Steps } from '../util/steps';
import { type Eigen, symmetricEigen } from './symmetric-eigen';

/** A function's value with its exact gradient (n) and Hessian (row-major n x n). */
export interface Evaluation {
  value: number;
  gradient: Float64Array;
  hessian: Float64Array;
}

export type Objective = (parameters: Float64Array) => Evaluation;

/** Where the search ended; `covariance` (row-major) is the inverse of the negative Hessian there. */
export interface Maximum {
  at: Float64Array;
  value: number;
  covariance: Float64Array;
  /** False where the function rises for ever, or is flat in some direction: there is no maximum to report. */
  converged: boolean;
  iterations: number;
}

const ITERATIONS = 100;
/** Parameters are logarithms: beyond e^18 either way the search has run off. */
const BOX = 18;
const LONGEST_STEP = 2;
const STEP_TOLERANCE = 1e-8;
/** A curvature below this share of the largest cannot be told from rounding. */
const FLAT = 1e-13;
const HALVINGS = 25;
/** Sums over a million terms are off by as much, relatively; a fall by less is none. */
const VALUE_NOISE = 1e-11;
/** So near the top a step is better than the value can tell. */
const NEAR = 1e-4;

/**
 * The maximum of a smooth function of a few log-scaled parameters, by Newton's method on exact derivatives.
 *
 * Each direction of the Hessian's eigenbasis is climbed on its own; steps are capped and halved until the value
 * does not fall. The search stops on the length of the step, not on the gradient: on a ridge without end the
 * gradient vanishes while the steps do not, so that a runaway leaves the box and is told from a maximum.
 */
export function maximise(objective: Objective, start: ArrayLike<number>): Maximum {
  return allSteps(maximiseSteps(objective, start));
}

/** `maximise`, a step for each value of the function. */
export function* maximiseSteps(objective: Objective, start: ArrayLike<number>): Steps<Maximum> {
  let at: Float64Array = Float64Array.from(start);
  let here = objective(at);
  for (let iterations = 0; ; iterations++) {
    const eigen = symmetricEigen(here.hessian.map(negate), at.length);
    const step = capped(newtonStep(eigen, here.gradient));
    const settled = longest(step) < STEP_TOLERANCE;
    const lost = iterations === ITERATIONS || longest(at) > BOX || !Number.isFinite(here.value);
    if (settled || lost) return summary(at, here, eigen, settled && !lost, iterations);
    yield;
    const next = yield* climb(objective, at, here, step);
    if (next === null) return summary(at, here, eigen, longest(step) < Math.sqrt(STEP_TOLERANCE), iterations);
    [at, here] = next;
  }
}

/** The same function of the logarithms of its parameters, by the chain rule. */
export function inLogSpace(objective: Objective): Objective {
  return (logs) => {
    const n = logs.length;
    const parameters = logs.map(Math.exp);
    const { value, gradient, hessian } = objective(parameters);
    const slope = gradient.map((g, i) => g * parameters[i]!);
    const curvature = hessian.map((h, ij) => {
      const i = Math.floor(ij / n);
      const j = ij % n;
      return h * parameters[i]! * parameters[j]! + (i === j ? slope[i]! : 0);
    });
    return { value, gradient: slope, hessian: curvature };
  };
}

function newtonStep({ values, vectors }: Eigen, gradient: Float64Array): Float64Array {
  const n = values.length;
  const floor = FLAT * longest(values);
  const step = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += vectors[i * n + j]! * gradient[i]!;
    const length = along / Math.max(Math.abs(values[j]!), floor, Number.MIN_VALUE);
    const bounded = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, length));
    for (let i = 0; i < n; i++) step[i] = step[i]! + bounded * vectors[i * n + j]!;
  }
  return step;
}

function* climb(
  objective: Objective,
  at: Float64Array,
  here: Evaluation,
  step: Float64Array,
): Steps<[Float64Array, Evaluation] | null> {
  const slack = longest(step) < NEAR ? Infinity : VALUE_NOISE * Math.abs(here.value);
  for (let halving = 0, scale = 1; halving < HALVINGS; halving++, scale /= 2) {
    const next = at.map((value, i) => value + scale * step[i]!);
    const there = objective(next);
    yield;
    if (there.value >= here.value - slack) return [next, there];
  }
  return null;
}

function summary(
  at: Float64Array,
  { value }: Evaluation,
  eigen: Eigen,
  stopped: boolean,
  iterations: number,
): Maximum {
  const peaked = eigen.values.every((curvature) => curvature > FLAT * longest(eigen.values));
  const converged = stopped && peaked && Number.isFinite(value);
  return { at, value, covariance: inverse(eigen), converged, iterations };
}

function inverse({ values, vectors }: Eigen): Float64Array {
  const n = values.length;
  const out = new Float64Array(n * n);
  for (let ij = 0; ij < n * n; ij++) {
    const row = Math.floor(ij / n) * n;
    const column = (ij % n) * n;
    for (let k = 0; k < n; k++) out[ij] = out[ij]! + (vectors[row + k]! * vectors[column + k]!) / values[k]!;
  }
  return out;
}

function capped(step: Float64Array): Float64Array {
  const scale = Math.min(1, LONGEST_STEP / longest(step));
  return step.map((value) => value * scale);
}

function longest(vector: Float64Array): number {
  return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function negate(value: number): number {
  return -value;
}
