import { badOptions } from './checks/bad-options';
import { oddTables } from './checks/odd-tables';
import { published } from './checks/published';
import { smallShop } from './checks/small-shop';
import type { Check } from './support/check';

/** All that is held to be true of the analytics in any engine, by what it is about. */
export const SUITE: Readonly<Record<string, readonly Check[]>> = {
  'a small shop reckoned by hand': smallShop,
  'figures that others have published': published,
  'odd tables': oddTables,
  'an option that cannot be': badOptions,
};
