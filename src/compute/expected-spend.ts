import { allSteps, type Steps } from '../util/steps';
import { columnSteps } from './column-of';
import type { GammaGammaModel } from './fit-gamma-gamma';
import { checkOption } from './option-checks';

/** What a customer spent on repeat buying days: `x` of them at a mean net `z`. */
export interface CustomerSpend {
  x: number;
  z: number;
}

/**
 * Expected spend per buying day of a customer, in the currency of z.
 *
 * p (v + x z) / (p x + q - 1): a mean of own and population spend; the population's where x is 0, whatever z.
 * Throws `invalid-option` for x below 0 or z not above 0 with a repeat. Fader and Hardie (2013), equation 5.
 */
export function expectedSpend({ parameters }: GammaGammaModel, { x, z }: CustomerSpend): number {
  checkOption(Number.isInteger(x) && x >= 0, 'x', x, 'a whole number of at least 0');
  checkOption(x === 0 || (z > 0 && z < Infinity), 'z', z, 'above 0 where x is');
  const { p, q, v } = parameters;
  return (p * (v + (x === 0 ? 0 : x * z))) / (p * x + q - 1);
}

/** `expectedSpend` of every row of columns, in their order. */
export function expectedSpendColumn(
  model: GammaGammaModel,
  customers: { x: ArrayLike<number>; z: ArrayLike<number> },
): Float64Array {
  return allSteps(expectedSpendSteps(model, customers));
}

/** `expectedSpendColumn` in steps. */
export function expectedSpendSteps(
  model: GammaGammaModel,
  { x, z }: { x: ArrayLike<number>; z: ArrayLike<number> },
): Steps<Float64Array> {
  return columnSteps(x.length, (i) => expectedSpend(model, { x: x[i]!, z: z[i]! }));
}
