import type { Steps } from '../util/steps';
import { type Duration, inWeeks, weeks, weeksPer } from './duration';
import { type GroupedRepeatBuying, groupRepeatBuyingSteps } from './group-repeat-buying';
import { lifetimeLikelihood } from './lifetime-likelihood';
import type {
  LifetimeFit,
  LifetimeModel,
  LifetimeModelName,
  LifetimeParameters,
  LifetimeRefusalCode,
  Refusal,
} from './lifetime-model';
import { inLogSpace, type Maximum, maximiseSteps } from './maximise';
import { checkAtLeast } from './option-checks';
import type { RepeatBuying } from './repeat-buying';

/** The least that a fit asks of the data. */
export interface LifetimeFitOptions {
  /** Customers with a repeat; 50 by default. */
  minRepeaters?: number;
  /** Time from the earliest first purchase to the end; 26 weeks by default. */
  minHistory?: Duration;
}

/** Outside of these, in weeks, a parameter has run off. */
const LEAST = 1e-4;
const MOST = 1e4;

/**
 * In log space, times scaled to at most 1. Where little data speak, the likelihood may have a hill and a ridge
 * without end; from these starts both are found. Where much do, the first alone leads up the one hill.
 */
const STARTS = [
  [0, 0, 0, 0],
  [-1, -1.5, -0.5, 1],
  [-1, -1.5, -2, -2],
];
const MUCH_DATA = 20_000;
/** Likelihoods closer than this are one; of those a maximum is preferred to a ridge. */
const SAME = 1e-6;

/** The maximum-likelihood fit of either model, or the reason why there is none, in steps. */
export function* fitLifetimeSteps(
  name: LifetimeModelName,
  customers: RepeatBuying,
  { minRepeaters = 50, minHistory = weeks(26) }: LifetimeFitOptions = {},
): Steps<LifetimeFit> {
  checkAtLeast('minRepeaters', minRepeaters, 0);
  const least = inWeeks('minHistory', minHistory);
  const grouped = yield* groupRepeatBuyingSteps(customers);
  const toWeeks = weeksPer(customers.unit);
  const longest = grouped.T.reduce((most, T) => Math.max(most, T), 0);
  const repeaters = sum(grouped.n, (i) => (grouped.x[i]! > 0 ? 1 : 0));
  if (repeaters === 0 || repeaters < minRepeaters) return tooFew(repeaters, minRepeaters);
  if (longest === 0 || longest * toWeeks < least) return tooShort(longest * toWeeks, least);
  const scaled = scaleTimes(grouped, longest);
  const maximum = yield* climb(name, scaled);
  const scale = longest * toWeeks;
  const parameters = toParameters(maximum.at.map(Math.exp), scale);
  if (!maximum.converged || !inRange(parameters)) return degenerate(parameters, maximum.converged);
  return { ok: true, model: toModel(name, grouped, repeaters, parameters, maximum, scale) };
}

/** The highest end of the starts, a maximum or a ridge; of much data the first start that ends in a maximum. */
function* climb(name: LifetimeModelName, scaled: GroupedRepeatBuying): Steps<Maximum> {
  const objective = inLogSpace(lifetimeLikelihood(name, scaled));
  const enough = scaled.x.length > MUCH_DATA;
  let best = yield* maximiseSteps(objective, STARTS[0]!);
  for (const start of STARTS.slice(1)) {
    if (enough && best.converged) break;
    best = higher(best, yield* maximiseSteps(objective, start));
  }
  return best;
}

function higher(one: Maximum, other: Maximum): Maximum {
  if (!Number.isFinite(other.value)) return one;
  const handicap = other.converged === one.converged ? 0 : one.converged ? SAME : -SAME;
  return other.value > one.value + handicap || !Number.isFinite(one.value) ? other : one;
}

function scaleTimes({ unit, x, t_x, T, n }: GroupedRepeatBuying, longest: number): GroupedRepeatBuying {
  const scaled = (column: Float64Array) => column.map((value) => value / longest);
  return { unit, x, t_x: scaled(t_x), T: scaled(T), n };
}

function toModel(
  name: LifetimeModelName,
  { x, n }: GroupedRepeatBuying,
  repeaters: number,
  parameters: LifetimeParameters,
  { at, covariance, value, iterations }: Maximum,
  scale: number,
): LifetimeModel {
  const errors = at.map((log, i) => Math.exp(log) * Math.sqrt(covariance[i * 4 + i]!));
  return {
    name,
    unit: 'weeks',
    parameters,
    standardErrors: toParameters(errors, scale),
    logLikelihood: value - sum(n, (i) => x[i]!) * Math.log(scale),
    customers: sum(n, () => 1),
    repeaters,
    iterations,
  };
}

function toParameters(values: Float64Array, scale: number): LifetimeParameters {
  const [r, alpha, a, b] = [values[0]!, values[1]!, values[2]!, values[3]!];
  return { r, alpha: alpha * scale, a, b };
}

function inRange(parameters: LifetimeParameters): boolean {
  return Object.values(parameters).every((value) => value >= LEAST && value <= MOST);
}

function sum(n: Float64Array, of: (i: number) => number): number {
  return n.reduce((total, weight, i) => total + weight * of(i), 0);
}

function tooFew(repeaters: number, least: number): Refusal<LifetimeRefusalCode> {
  const message = `${repeaters} customers bought on more than one day; the model asks for ${Math.max(1, least)}.`;
  return { ok: false, code: 'too-few-repeaters', message };
}

function tooShort(longest: number, least: number): Refusal<LifetimeRefusalCode> {
  const message = `The history is ${round(longest)} weeks long; the model asks for ${round(least)}.`;
  return { ok: false, code: 'short-history', message };
}

function degenerate(parameters: LifetimeParameters, converged: boolean): Refusal<LifetimeRefusalCode> {
  const found = Object.entries(parameters).map(([name, value]) => `${name} = ${value.toPrecision(3)}`);
  const why = converged ? `outside ${LEAST} to ${MOST}` : 'without a maximum';
  const message = `The likelihood runs off (${found.join(', ')}; ${why}): this history does not tell purchase rates from drop-out.`;
  return { ok: false, code: 'model-degenerate', message };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
