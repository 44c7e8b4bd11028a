import { allSteps, type Steps } from '../util/steps';
import { columnOf } from './column-of';
import { gammaGammaLikelihood, type SpendColumns } from './gamma-gamma-likelihood';
import type { Refusal } from './lifetime-model';
import { inLogSpace, type Maximum, maximiseSteps } from './maximise';
import { checkAtLeast, checkOption } from './option-checks';
import { pearson } from './pearson';

/** Spending of customers, a column each: `x` repeat buying days at a mean net `z`; `n` customers a row (1 if absent). */
export interface RepeatSpend {
  x: ArrayLike<number>;
  z: ArrayLike<number>;
  n?: ArrayLike<number>;
}

/** Spend per buying day is gamma(`p`, rate nu), nu is gamma(`q`, rate `v`); `v` is in the currency of z. */
export interface GammaGammaParameters {
  p: number;
  q: number;
  v: number;
}

/** A fitted Gamma-Gamma model of mean spend per buying day, with q > 1. */
export interface GammaGammaModel {
  name: 'gamma-gamma';
  parameters: GammaGammaParameters;
  /** From the exact Hessian at the maximum. */
  standardErrors: GammaGammaParameters;
  logLikelihood: number;
  /** The customers it was fitted on: those with a repeat. */
  repeaters: number;
  /** Mean spend per buying day of the population, p v / (q - 1). */
  meanSpend: number;
  /** Pearson's correlation of x and z among repeaters; null where one of them does not vary. */
  correlation: number | null;
  warnings: { code: 'frequency-spend-correlated'; message: string }[];
  iterations: number;
}

export interface GammaGammaOptions {
  /** Customers with a repeat; 50 by default. */
  minRepeaters?: number;
}

export type GammaGammaFit =
  | { ok: true; model: GammaGammaModel }
  | Refusal<'too-few-repeaters' | 'model-degenerate'>;

const MOST = 1e4;
const CORRELATED = 0.15;
/** In log space, money scaled to a mean of 1. */
const START = [1, 1, 1];

/**
 * The Gamma-Gamma model of spend per buying day fitted by maximum likelihood on customers with a repeat.
 *
 * Rows with x = 0 are passed over. Refuses with `too-few-repeaters`, or `model-degenerate` where p or q is above
 * 1e4, q is at most 1 (no finite mean) or there is no maximum; warns of `frequency-spend-correlated` above 0.15.
 * Throws `invalid-option` for a repeater whose z is not above 0.
 * Fader and Hardie (2013), "The Gamma-Gamma model of monetary value".
 */
export function fitGammaGamma(spend: RepeatSpend, options: GammaGammaOptions = {}): GammaGammaFit {
  return allSteps(fitGammaGammaSteps(spend, options));
}

/** `fitGammaGamma` in steps. */
export function* fitGammaGammaSteps(
  spend: RepeatSpend,
  { minRepeaters = 50 }: GammaGammaOptions = {},
): Steps<GammaGammaFit> {
  checkAtLeast('minRepeaters', minRepeaters, 0);
  const columns = repeatersOf(spend);
  const repeaters = columns.n.reduce((sum, n) => sum + n, 0);
  if (repeaters === 0 || repeaters < minRepeaters) return tooFew(repeaters, minRepeaters);
  const scale = columns.z.reduce((sum, z, i) => sum + (z * columns.n[i]!) / repeaters, 0);
  const scaled = { ...columns, z: columns.z.map((z) => z / scale) };
  const maximum = yield* maximiseSteps(inLogSpace(gammaGammaLikelihood(scaled)), START);
  const parameters = toParameters(maximum.at.map(Math.exp), scale);
  if (!maximum.converged || !inRange(parameters)) return degenerate(parameters);
  return { ok: true, model: toModel(columns, repeaters, parameters, maximum, scale) };
}

function repeatersOf({ x, z, n }: RepeatSpend): SpendColumns {
  checkOption(z.length === x.length, 'z.length', z.length, `that of x (${x.length})`);
  checkOption((n ?? x).length === x.length, 'n.length', n?.length, `that of x (${x.length})`);
  const rows: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (x[i] === 0) continue;
    if (!isRepeatSpend(x[i]!, z[i]!)) refuseSpend(i, x[i]!, z[i]!);
    rows.push(i);
  }
  const pick = (column: ArrayLike<number>) => columnOf(rows.length, (i) => column[rows[i]!]!);
  return { x: pick(x), z: pick(z), n: n === undefined ? new Float64Array(rows.length).fill(1) : pick(n) };
}

function isRepeatSpend(x: number, z: number): boolean {
  return Number.isInteger(x) && x > 0 && z > 0 && z < Infinity;
}

function refuseSpend(row: number, x: number, z: number): void {
  checkOption(Number.isInteger(x) && x > 0, `x[${row}]`, x, 'a whole number of at least 0');
  checkOption(false, `z[${row}]`, z, 'above 0 where x is');
}

function toModel(
  columns: SpendColumns,
  repeaters: number,
  parameters: GammaGammaParameters,
  { at, covariance, value, iterations }: Maximum,
  scale: number,
): GammaGammaModel {
  const errors = at.map((log, i) => Math.exp(log) * Math.sqrt(covariance[i * 3 + i]!));
  const correlation = pearson(columns.x, columns.z, columns.n);
  return {
    name: 'gamma-gamma',
    parameters,
    standardErrors: toParameters(errors, scale),
    logLikelihood: value - repeaters * Math.log(scale),
    repeaters,
    meanSpend: (parameters.p * parameters.v) / (parameters.q - 1),
    correlation,
    warnings: correlationWarnings(correlation),
    iterations,
  };
}

function toParameters(values: Float64Array, scale: number): GammaGammaParameters {
  const [p, q, v] = [values[0]!, values[1]!, values[2]!];
  return { p, q, v: v * scale };
}

function inRange({ p, q }: GammaGammaParameters): boolean {
  return p <= MOST && q <= MOST && q > 1;
}

function correlationWarnings(correlation: number | null): GammaGammaModel['warnings'] {
  if (correlation === null || Math.abs(correlation) <= CORRELATED) return [];
  const found = correlation.toFixed(2);
  const message = `Among repeaters frequency and spend are correlated (${found}); the model takes them as independent.`;
  return [{ code: 'frequency-spend-correlated', message }];
}

function tooFew(repeaters: number, least: number): GammaGammaFit {
  const message = `${repeaters} customers bought on more than one day; the model asks for ${Math.max(1, least)}.`;
  return { ok: false, code: 'too-few-repeaters', message };
}

function degenerate(parameters: GammaGammaParameters): GammaGammaFit {
  const found = Object.entries(parameters).map(([name, value]) => `${name} = ${value.toPrecision(3)}`);
  const message = `The likelihood of spend runs off or has no finite mean (${found.join(', ')}).`;
  return { ok: false, code: 'model-degenerate', message };
}
