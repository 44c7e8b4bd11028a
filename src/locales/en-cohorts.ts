import type { Period } from '../compute/results';
import type { CohortWords } from './words';

const one: Record<Period, string> = { week: 'week', month: 'month', quarter: 'quarter', year: 'year' };
const many = (period: Period, count: number): string => `${count} ${one[period]}${count === 1 ? '' : 's'}`;

/** Cohorts in English. */
export const enCohorts: CohortWords = {
  name: 'Cohorts',
  finding: ({ period, returning, next, later }, f) => {
    const next1 = f.share(next);
    const then = later && f.share(later.share);
    if (returning === 'on-or-after') {
      const after = later ? `; ${then} still do after ${many(period, later.period)}` : '';
      return `${next1} of new customers buy again in the next ${one[period]} or later${after}`;
    }
    if (returning === 'streak') {
      const after = later ? `; ${then} have in each of ${many(period, later.period)}` : '';
      return `${next1} of new customers buy again in the next ${one[period]}${after}`;
    }
    const still = later && later.share > next ? 'do' : 'still do';
    const after = later ? `; after ${many(period, later.period)} ${then} ${still}` : '';
    return `${next1} of new customers buy again in the next ${one[period]}${after}`;
  },
  findingRevenue: ({ period, first, later }) =>
    `A new customer brings ${first} in the first ${one[period]}${
      later ? `, and ${later.sum} by the end of ${one[period]} ${later.period}` : ''
    }`,
  findingNone: ({ cohorts, customers }, f) =>
    `${f.count(customers)} new ${customers === 1 ? 'customer' : 'customers'} in ${f.count(cohorts)} ${cohorts === 1 ? 'cohort' : 'cohorts'}`,
  description: ({ period, measure, cohorts, customers, asOf }, f) =>
    `${measure} by ${one[period]} of first purchase, ${f.count(cohorts)} ${
      cohorts === 1 ? 'cohort' : 'cohorts'
    }, ${f.count(customers)} ${customers === 1 ? 'customer' : 'customers'}, as of ${asOf}`,
  measures: {
    retention: 'Retention',
    customers: 'Active customers',
    revenue: 'Revenue',
    'revenue-per-customer': 'Revenue per customer',
    'cumulative-revenue': 'Cumulative revenue',
    orders: 'Orders',
  },
  cohort: 'Cohort',
  size: 'Size',
  periods: {
    week: 'Weeks after the first purchase',
    month: 'Months after the first purchase',
    quarter: 'Quarters after the first purchase',
    year: 'Years after the first purchase',
  },
  blocks: (days) => `Blocks of ${days} days after the first purchase`,
  at: ({ period, number }, f) => `${one[period]} ${f.count(number)}`,
  average: { pooled: 'Average, pooled', simple: 'Average, simple', matched: 'Average, matched' },
  averageNote: {
    pooled: 'Average: customers who bought by all customers of the cohorts whose period is over.',
    simple: 'Average: mean of the rates of the cohorts whose period is over.',
    matched: 'Average: the same cohorts throughout, those that have reached the last period.',
  },
  customersOf: (customers, size, f) => `${f.count(customers)} of ${f.count(size)}`,
  interval: '95% interval',
  range: (low, high) => `${low} to ${high}`,
  returned: 'Customers',
  completeOn: 'Complete on',
  notComplete: (on) => `not complete before ${on}`,
  averagedOver: 'Over customers',
  ofPrevious: 'Rates: of those who counted in the period before.',
  hatched: (asOf) => `Hatched: not over on ${asOf}.`,
  dashed: (asOf) => `Dotted: not over on ${asOf}.`,
  small: (size, f) => `Cohorts of fewer than ${f.count(size)} customers are not coloured.`,
  notDrawn: (count, size, f) =>
    `${f.count(count)} ${count === 1 ? 'cohort' : 'cohorts'} of fewer than ${f.count(size)} customers not drawn.`,
  scale: (low, high) => `Colour from ${low} to ${high}`,
  colours: 'Colours',
  scales: {
    table: 'over the table',
    row: 'over each row',
    column: 'over each column',
    mean: 'around the mean',
  },
  least: 'least',
  most: 'most',
  layout: 'Picture',
  layouts: { triangle: 'Triangle', curves: 'Curves' },
  measure: 'What is shown',
  transpose: 'Swap rows and columns',
  starred: '* not over yet',
};
