import { smallShop } from './checks/small-shop';
import type { Check } from './support/check';

/** All that is held to be true of the analytics in any engine, by what it is about. */
export const SUITE: Readonly<Record<string, readonly Check[]>> = {
  'a small shop reckoned by hand': smallShop,
};
