import { allSteps } from '../util/steps';
import { fitLifetimeSteps, type LifetimeFitOptions } from './fit-lifetime';
import type { LifetimeFit } from './lifetime-model';
import type { RepeatBuying } from './repeat-buying';

/**
 * The BG/NBD model fitted by maximum likelihood: buy at a gamma rate, maybe drop out after any repeat purchase.
 *
 * Takes and answers what `fitMbgNbd` does. By its construction a customer without a repeat is alive for certain.
 * Fader, Hardie and Lee (2005), "Counting your customers the easy way: an alternative to the Pareto/NBD model".
 */
export function fitBgNbd(customers: RepeatBuying, options: LifetimeFitOptions = {}): LifetimeFit {
  return allSteps(fitLifetimeSteps('bg-nbd', customers, options));
}
