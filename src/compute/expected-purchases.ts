import { allSteps, type Steps } from '../util/steps';
import { columnSteps } from './column-of';
import { type Duration, inWeeks, weeksPer } from './duration';
import { firstChance, type LifetimeModel } from './lifetime-model';
import { pAliveInWeeks } from './p-alive';
import { purchasesWhileAlive } from './purchases-while-alive';
import { type CustomerHistory, checkHistory, checkRepeatBuying, type RepeatBuying } from './repeat-buying';

/**
 * How many buying days to expect of a customer within `horizon` from the end of observation.
 *
 * P(alive) times the expectation given that the customer is alive; with x = 0 and T = 0 that of a new customer.
 * History and horizon may be in days or weeks, each carries its unit. Throws `invalid-option` for what is no
 * history and no duration. Fader, Hardie and Lee (2005), equation 10; Batislam, Denizel and Filiztekin (2007).
 */
export function expectedPurchases(model: LifetimeModel, history: CustomerHistory, horizon: Duration): number {
  checkHistory(history);
  const scale = weeksPer(history.unit);
  const t = inWeeks('horizon', horizon);
  return purchasesInWeeks(model, history.x, history.t_x * scale, history.T * scale, t);
}

/** `expectedPurchases` of every row of columns, in their order. */
export function expectedPurchasesColumn(
  model: LifetimeModel,
  customers: RepeatBuying,
  horizon: Duration,
): Float64Array {
  return allSteps(expectedPurchasesSteps(model, customers, horizon));
}

/** `expectedPurchasesColumn` in steps. */
export function* expectedPurchasesSteps(
  model: LifetimeModel,
  customers: RepeatBuying,
  horizon: Duration,
): Steps<Float64Array> {
  checkRepeatBuying(customers);
  const { unit, x, t_x, T } = customers;
  const scale = weeksPer(unit);
  const t = inWeeks('horizon', horizon);
  return yield* columnSteps(x.length, (i) =>
    purchasesInWeeks(model, x[i]!, t_x[i]! * scale, T[i]! * scale, t),
  );
}

function purchasesInWeeks(model: LifetimeModel, x: number, t_x: number, T: number, t: number): number {
  const { r, alpha, a, b } = model.parameters;
  const alive = { shape: r + x, rate: alpha + T, a, b: b + x + firstChance(model.name) };
  return pAliveInWeeks(model, x, t_x, T) * purchasesWhileAlive(alive, t);
}
