import { allSteps, type Steps } from '../util/steps';
import { fitLifetimeSteps, type LifetimeFitOptions } from './fit-lifetime';
import type { LifetimeFit } from './lifetime-model';
import type { RepeatBuying } from './repeat-buying';

/**
 * The MBG/NBD model fitted by maximum likelihood: buy at a gamma rate, maybe drop out after any purchase, the first too.
 *
 * Takes columns x, t_x, T with their unit, one row a customer or, with `n`, one a distinct history; answers with
 * parameters in weeks, or with a refusal: `too-few-repeaters`, `short-history`, `model-degenerate` (a parameter
 * outside 1e-4..1e4, or no maximum). Throws `invalid-option` for columns that are no histories.
 * Batislam, Denizel and Filiztekin (2007), "Empirical validation and comparison of models for customer base analysis".
 */
export function fitMbgNbd(customers: RepeatBuying, options: LifetimeFitOptions = {}): LifetimeFit {
  return allSteps(fitMbgNbdSteps(customers, options));
}

/** `fitMbgNbd` in steps. */
export function fitMbgNbdSteps(
  customers: RepeatBuying,
  options: LifetimeFitOptions = {},
): Steps<LifetimeFit> {
  return fitLifetimeSteps('mbg-nbd', customers, options);
}
