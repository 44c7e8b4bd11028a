import { type Duration, inWeeks } from './duration';
import { expectedPurchases } from './expected-purchases';
import { type CustomerSpend, expectedSpend } from './expected-spend';
import type { GammaGammaModel } from './fit-gamma-gamma';
import type { LifetimeModel } from './lifetime-model';
import { checkAtLeast, checkWhole } from './option-checks';
import type { CustomerHistory } from './repeat-buying';

/** How far and at what rate to discount: `periods` of length `every`, each by 1 + `rate`. */
export interface Discounting {
  periods: number;
  every: Duration;
  /** Per period, 0.01 for one per cent. */
  rate: number;
}

/**
 * The value of a customer's purchases to come, in the currency of z: expected purchases of each period times
 * expected spend, discounted at the period's end.
 *
 * Throws `invalid-option` for what is no history, spend or discounting. As in Fader, Hardie and Lee (2005b),
 * "RFM and CLV: using iso-value curves for customer base analysis", in discrete periods.
 */
export function customerLifetimeValue(
  model: LifetimeModel,
  spend: GammaGammaModel,
  customer: CustomerHistory & CustomerSpend,
  { periods, every, rate }: Discounting,
): number {
  checkWhole('periods', periods, 0, 10_000);
  checkAtLeast('rate', rate, 0);
  const step = inWeeks('every', every);
  let value = 0;
  let before = 0;
  for (let period = 1; period <= periods; period++) {
    const upTo = expectedPurchases(model, customer, { value: period * step, unit: 'weeks' });
    value += (upTo - before) / (1 + rate) ** period;
    before = upTo;
  }
  return value * expectedSpend(spend, customer);
}
