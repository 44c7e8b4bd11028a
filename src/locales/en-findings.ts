import type { Formats } from '../util/format';
import type { FindingWords } from './words-findings';

const customers = (count: number, f: Formats): string =>
  `${f.count(count)} ${count === 1 ? 'customer' : 'customers'}`;
const brings = (count: number): string => (count === 1 ? 'brings' : 'bring');
const moved = (change: number, f: Formats): string =>
  Math.abs(change) < 0.005 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${f.share(Math.abs(change))}`;

/** What stands out, in English. */
export const enFindings: FindingWords = {
  title: 'What stands out',
  looking: 'Looking for what stands out …',
  none: 'Nothing stands out in these data.',
  show: (name) => `Show: ${name}`,
  mark: (count, f) => `Mark ${count === 1 ? 'this customer' : `these ${f.count(count)} customers`}`,
  marked: {
    half: 'Bring half of revenue, missed for long',
    leaving: 'Good customers about to leave',
    once: 'Bought only once',
    fading: 'Brought much, expected to bring little',
    growing: 'Brought little, could become valuable',
  },
  trend: ({ months, amount, orders, averageOrder }, f) =>
    `Revenue of the last ${months} months is ${moved(amount, f)} on the ${months} before${
      orders === null || averageOrder === null
        ? ''
        : `: orders ${moved(orders, f)}, average order ${moved(averageOrder, f)}`
    }.`,
  half: ({ count, share, missed, missedShare, days }, f) =>
    `${customers(count, f)}${count > 100 ? ` (${f.share(share)})` : ''} ${brings(count)} half of revenue${
      missed === 0
        ? ''
        : count === 1
          ? `, and has not bought for ${days} days`
          : `; ${f.count(missed)} of them ${missed === 1 ? 'has' : 'have'} not bought for ${days} days, who brought ${f.share(missedShare)} of it all`
    }.`,
  leaving: ({ count, amountShare }, f) =>
    `${f.count(count)} good ${count === 1 ? 'customer is' : 'customers are'} about to leave${
      amountShare === null ? '' : `; they brought ${f.share(amountShare)} of revenue`
    }.`,
  once: ({ count, share, amountShare }, f) =>
    `${f.share(share)} of customers (${f.count(count)}) have bought only once so far${
      amountShare === null ? '' : `; they brought ${f.share(amountShare)} of revenue`
    }.`,
  fading: ({ count, valueShare }, f) =>
    `${customers(count, f)} who brought much${valueShare === null ? '' : ` (${f.share(valueShare)} of revenue)`} ${
      count === 1 ? 'is' : 'are'
    } expected to bring little from now on.`,
  growing: ({ count, valueShare }, f) =>
    `${customers(count, f)} who brought little so far could become valuable${
      valueShare === null ? '' : `: ${f.share(valueShare)} of what is expected would come from them`
    }.`,
  door: ({ months, came, left, existing }, f) =>
    `In the last ${months === 1 ? 'complete month' : `${months} complete months`} ${customers(came, f)} came or came back and ${f.count(left)} left${
      existing === null ? '' : `; ${f.share(existing)} of sales came from existing customers`
    }.`,
  again: ({ retention, best, worst }, f) =>
    `${f.share(retention)} of new customers buy again in the next month: between ${f.share(worst.retention)} (${f.month(
      worst.cohort,
    )}) and ${f.share(best.retention)} (${f.month(best.cohort)}).`,
  moved: ({ from, up, down, left }, f) =>
    `Since ${f.date(from)} ${customers(up, f)} moved to a better tier, ${f.count(down)} to a worse one, and ${f.count(left)} left.`,
};
