import type { Formats } from '../util/format';
import type { KpiWords } from './words-kpis';

const inMonths = (months: number): string => (months === 1 ? 'month' : `${months} months`);
const moved = (change: number, f: Formats): string =>
  Math.abs(change) < 0.005 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${f.share(Math.abs(change))}`;

/** The figures at a glance, in English. */
export const enKpis: KpiWords = {
  name: 'Key figures',
  labels: {
    amount: 'Revenue',
    customers: 'Customers',
    activeCustomers: 'Active customers, 90 days',
    orders: 'Orders',
    averageOrderValue: 'Average order value',
    repeatRate: 'Bought more than once',
    retention: 'Bought again next month',
    medianDaysBetweenOrders: 'Median days between orders',
    shareOfTop20: 'Revenue of the top 20%',
  },
  history: { month: 'Month', new: 'New customers' },
  finding: ({ amount, active, months }, f) => {
    const parts = [
      ...(amount === null
        ? []
        : [`Revenue of the last ${inMonths(months)} ${moved(amount, f)} on the ${inMonths(months)} before`]),
      ...(active === null ? [] : [`active customers ${moved(active, f)}`]),
    ].join(', ');
    return parts.charAt(0).toUpperCase() + parts.slice(1);
  },
  findingPlain: ({ customers, amount, repeat }, f) =>
    `${f.count(customers)} ${customers === 1 ? 'customer' : 'customers'} brought ${amount}${
      repeat === null ? '' : `; ${f.share(repeat)} bought more than once`
    }`,
  findingFew: ({ top1, top5, half }, f) => {
    if (top1 >= 0.5) return `One customer brings ${f.share(top1)} of revenue`;
    if (half !== null && half <= 10) return `${f.count(half)} customers bring half of revenue`;
    return top1 >= 0.1
      ? `The largest customer brings ${f.share(top1)} of revenue`
      : `The 5 largest customers bring ${f.share(top5)} of revenue`;
  },
  description: ({ asOf, before, months }) =>
    before === null
      ? `Figures as of ${asOf}`
      : `Figures as of ${asOf}; changes: the last ${inMonths(months)} against the ${inMonths(months)} before, or against ${before}`,
  changed: 'Change',
  added: (text, months) => `${text} in the last ${inMonths(months)}`,
  addedShort: (text, months) => `${text} in ${months === 1 ? 'a month' : inMonths(months)}`,
  onBefore: (change, months) => `${change} on the ${inMonths(months)} before`,
  onBeforeShort: (change, months) => `${change} on the ${months === 1 ? 'one' : months} before`,
  addedIn: (months) => `Added in the last ${inMonths(months)}`,
  was: (text) => `was ${text}`,
  before: 'Before',
  now: 'Now',
  points: (points, f) => `${f.decimal(100 * points, 1)} points`,
  days: (days, f) => `${f.decimal(days, 1)} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
  concentration: 'Revenue concentration',
  largest: (count, f) => (count === 1 ? 'The largest' : `Largest ${f.count(count)}`),
  warning: ({ top1, top5 }, f) =>
    `Revenue rests on few: the largest customer brings ${f.share(top1)}, the largest five ${f.share(top5)}. From 10% or 25% on, losing one hurts.`,
  refundsOnly: ({ customers, brought, used }, f) =>
    `${f.count(customers)} ${customers === 1 ? 'customer has' : 'customers have'} refunds only and ${customers === 1 ? 'is' : 'are'} in no figure: ${brought} of the ${used} in the rows used.`,
  hhi: 'Herfindahl index',
  half: 'Half of revenue from',
  figure: 'Figure',
  noComparison: (months) =>
    `No comparison: the data do not say how it was ${months === 1 ? 'a month' : `${months} months`} before.`,
  repeaters: 'Bought more than once',
  tenLargest: 'The 10 largest customers',
  topFifth: 'Top 20% by revenue',
  stayed: (month) => `Bought again in ${month}`,
};
