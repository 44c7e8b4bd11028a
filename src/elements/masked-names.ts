import type { Source } from '../data/source';
import type { Words } from '../locales/words';
import type { Formats } from '../util/format';

/** The number of each customer that was shown masked, in all elements of a source as long as the page lives. */
const NUMBERS = new WeakMap<Source, Map<string, number>>();

/** What is shown of a customer. */
export type NameOf = (customer: string) => string;

/** What is shown of a customer where ids are: the id. */
export const asItIs: NameOf = (customer) => customer;

/** What is shown of a customer while ids are masked: a number. */
export function maskedNames(source: Source, { common }: Words, f: Formats): NameOf {
  const numbers = NUMBERS.get(source) ?? new Map<string, number>();
  NUMBERS.set(source, numbers);
  return (customer) => {
    const number = numbers.get(customer) ?? numbers.size + 1;
    numbers.set(customer, number);
    return common.masked(number, f);
  };
}
