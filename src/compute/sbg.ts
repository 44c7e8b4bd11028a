import type { Refusal } from './lifetime-model';
import { type LogRising, logRising } from './log-rising';
import { type Evaluation, inLogSpace, maximise, type Objective } from './maximise';
import { checkAtLeast, checkOption } from './option-checks';

/** The chance to leave at each renewal is beta(`alpha`, `beta`) over customers. */
export interface SbgParameters {
  alpha: number;
  beta: number;
}

export type SbgFit =
  | { ok: true; parameters: SbgParameters; logLikelihood: number }
  | Refusal<'model-degenerate' | 'short-history'>;

const LEAST = 1e-4;
const MOST = 1e4;

/**
 * The shifted-beta-geometric model of contractual retention fitted by maximum likelihood.
 *
 * Takes how many of a cohort remain after 0, 1, 2 … renewals, at least three figures that never rise; answers with
 * a refusal where nobody left or the likelihood runs off. For subscriptions, not for repeat purchases. Throws
 * `invalid-option` for figures that rise or are below 0. Fader and Hardie (2007), "How to project customer retention".
 */
export function fitSbg(survivors: ArrayLike<number>): SbgFit {
  for (let t = 0; t < survivors.length; t++) {
    checkAtLeast(`survivors[${t}]`, survivors[t]!, 0);
    if (t > 0)
      checkOption(survivors[t]! <= survivors[t - 1]!, `survivors[${t}]`, survivors[t], 'no more than before');
  }
  if (survivors.length < 3) {
    return {
      ok: false,
      code: 'short-history',
      message: 'A projection needs figures after two renewals or more.',
    };
  }
  const { at, value, converged } = maximise(inLogSpace(sbgLikelihood(survivors)), [0, 0]);
  const [alpha, beta] = [Math.exp(at[0]!), Math.exp(at[1]!)];
  const sound = converged && [alpha, beta].every((parameter) => parameter >= LEAST && parameter <= MOST);
  if (sound) return { ok: true, parameters: { alpha, beta }, logLikelihood: value };
  const message = `The likelihood runs off (alpha = ${alpha.toPrecision(3)}, beta = ${beta.toPrecision(3)}).`;
  return { ok: false, code: 'model-degenerate', message };
}

/** The rate of those who renew for the `t`-th time, t from 1, of those who could: (beta + t - 1)/(alpha + beta + t - 1). */
export function sbgRetention({ alpha, beta }: SbgParameters, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}

/** The share of the cohort, 0..1, that remains after each of 0 .. `periods` renewals. */
export function sbgSurvival(parameters: SbgParameters, periods: number): number[] {
  const survival = [1];
  for (let t = 1; t <= periods; t++) survival.push(survival[t - 1]! * sbgRetention(parameters, t));
  return survival;
}

/** sum over t of those lost at t times ln P(T = t), plus those left times ln S; alpha, beta in that order. */
function sbgLikelihood(survivors: ArrayLike<number>): Objective {
  const last = survivors.length - 1;
  const times = Array.from({ length: last + 1 }, (_, t) => t);
  return (parameters) => {
    const [alpha, beta] = [parameters[0]!, parameters[1]!];
    const ofBeta = logRising(beta, times);
    const ofBoth = logRising(alpha + beta, times);
    const out: Evaluation = { value: 0, gradient: new Float64Array(2), hessian: new Float64Array(4) };
    for (let t = 1; t <= last; t++) {
      const lost = survivors[t - 1]! - survivors[t]!;
      add(out, lost, ofBeta[t - 1]!, ofBoth[t]!);
      out.value += lost * Math.log(alpha);
      out.gradient[0]! += lost / alpha;
      out.hessian[0]! -= lost / (alpha * alpha);
    }
    add(out, survivors[last]!, ofBeta[last]!, ofBoth[last]!);
    return out;
  };
}

function add(out: Evaluation, n: number, ofBeta: LogRising, ofBoth: LogRising): void {
  out.value += n * (ofBeta.value - ofBoth.value);
  out.gradient[0]! -= n * ofBoth.first;
  out.gradient[1]! += n * (ofBeta.first - ofBoth.first);
  out.hessian[0]! -= n * ofBoth.second;
  out.hessian[1]! -= n * ofBoth.second;
  out.hessian[2]! -= n * ofBoth.second;
  out.hessian[3]! += n * (ofBeta.second - ofBoth.second);
}
