import type { WhatIfWords } from './words-what-if';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Of what some points of retention are worth, in English. */
export const enWhatIf: WhatIfWords = {
  name: 'What retention is worth',
  finding: ({ points, months, revenue, profit }, f) =>
    points > 0
      ? `${f.decimal(points, 1)} more ${plural(points, 'point', 'points')} of retention bring ${revenue} in ${f.count(months)} ${plural(months, 'month', 'months')}, ${profit} of it profit`
      : `${f.decimal(-points, 1)} ${plural(-points, 'point', 'points')} of retention less cost ${revenue} in ${f.count(months)} ${plural(months, 'month', 'months')}, ${profit} of it profit`,
  findingNone: 'Without a change in retention nothing changes',
  description: ({ customers, asOf }, f) =>
    `${f.count(customers)} ${plural(customers, 'customer', 'customers')} along the retention of these data, as of ${asOf}`,
  measures: { revenue: 'Revenue', profit: 'Profit', customers: 'Customers' },
  axes: {
    revenue: 'Revenue a month',
    profit: 'Profit a month, discounted',
    customers: 'Customers who buy in the month',
  },
  months: 'Months from now',
  month: (number, f) => `Month ${f.count(number)}`,
  base: 'as it is',
  lifted: (points, f) =>
    `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points), 1)} ${plural(Math.abs(points), 'point', 'points')}`,
  more: 'Difference',
  sliders: {
    retentionPoints: 'Points of retention',
    margin: 'Margin',
    costRatio: 'Winning costs, in costs of keeping',
    discountRate: 'Discount a year',
    horizonPeriods: 'Months',
  },
  points: (points, f) =>
    `${points > 0 ? '+' : points < 0 ? '−' : ''}${f.decimal(Math.abs(points), 1)} ${plural(Math.abs(points), 'point', 'points')}`,
  ratio: (times, f) => `${f.decimal(times, 1)} ×`,
  figures: {
    revenue: 'More revenue',
    profit: 'More profit',
    kept: 'More customers buy in the last month',
    equivalent: 'New customers who would bring as much profit',
    cost: 'What winning them would cost',
  },
  costNote: ({ ratio, keep }, f) => `${f.decimal(ratio, 1)} × ${keep} each`,
  keepCost: 'Keeping one costs',
  assumptions: 'What is assumed',
  assumed: {
    start: (customers, f) =>
      `${plural(customers, 'The customer begins', `All ${f.count(customers)} customers begin`)} at month 0 and ${plural(customers, 'follows', 'follow')} the pooled monthly retention of the complete cohorts.`,
    points: (points, f) =>
      `The share of those still there who buy again changes by ${f.decimal(points, 1)} ${plural(points, 'point', 'points')} each month, to at most 100%.`,
    revenue: 'A customer who buys in a month spends what such customers have spent so far.',
    profit: ({ margin, discount }) => `Profit is ${margin} of revenue, discounted by ${discount} a year.`,
    observed: (month, f) =>
      `The data reach to month ${f.count(month)}; from there its last rate and revenue are carried on.`,
    folklore: (ratio, f) =>
      `That winning a customer costs ${f.decimal(ratio, 1)} times as much as keeping one is folklore, not a finding: put in what you know of your own costs.`,
  },
  figure: 'Figure',
  value: 'Value',
};
