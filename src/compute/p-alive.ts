import { allSteps, type Steps } from '../util/steps';
import { columnSteps } from './column-of';
import { weeksPer } from './duration';
import { firstChance, type LifetimeModel } from './lifetime-model';
import { type CustomerHistory, checkHistory, checkRepeatBuying, type RepeatBuying } from './repeat-buying';

/**
 * The probability, 0..1, that a customer with this history is still one.
 *
 * 1 / (1 + e^w) in the notation of `lifetimeLikelihood`; for the BG/NBD 1 where x = 0. The history may be in days
 * or weeks. Throws `invalid-option` for what is no history. Fader, Hardie and Lee (2008), "Computing P(alive)
 * using the BG/NBD model"; Batislam, Denizel and Filiztekin (2007).
 */
export function pAlive(model: LifetimeModel, history: CustomerHistory): number {
  checkHistory(history);
  const scale = weeksPer(history.unit);
  return pAliveInWeeks(model, history.x, history.t_x * scale, history.T * scale);
}

/** `pAlive` of every row of columns, in their order. */
export function pAliveColumn(model: LifetimeModel, customers: RepeatBuying): Float64Array {
  return allSteps(pAliveSteps(model, customers));
}

/** `pAliveColumn` in steps. */
export function* pAliveSteps(model: LifetimeModel, customers: RepeatBuying): Steps<Float64Array> {
  checkRepeatBuying(customers);
  const { unit, x, t_x, T } = customers;
  const scale = weeksPer(unit);
  return yield* columnSteps(x.length, (i) => pAliveInWeeks(model, x[i]!, t_x[i]! * scale, T[i]! * scale));
}

/** `pAlive` without checks, times in weeks. */
export function pAliveInWeeks(
  { name, parameters }: LifetimeModel,
  x: number,
  t_x: number,
  T: number,
): number {
  const { r, alpha, a, b } = parameters;
  const c = firstChance(name);
  if (c === 0 && x === 0) return 1;
  const silence = Math.log1p((T - t_x) / (alpha + t_x));
  const w = Math.log(a) - Math.log(b + x + c - 1) + (r + x) * silence;
  return 1 / (1 + Math.exp(w));
}
