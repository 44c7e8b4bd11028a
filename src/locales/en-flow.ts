import type { Period } from '../compute/results';
import type { Formats } from '../util/format';
import type { FlowWords } from './words-flow';

const one: Record<Period, string> = { week: 'week', month: 'month', quarter: 'quarter', year: 'year' };

const share = (existing: number | null, f: Formats): string =>
  existing === null ? '' : `; in all, ${f.share(existing)} of sales came from existing customers`;

/** The revolving door in English. */
export const enFlow: FlowWords = {
  name: 'Revolving door',
  finding: ({ measure, came, left, ratio, period, existing }, f) => {
    const money = measure === 'revenue';
    const balance =
      ratio === null || ratio > 1.1
        ? money
          ? 'More sales won than lost'
          : 'More customers come than leave'
        : ratio < 0.9
          ? money
            ? 'More sales lost than won'
            : 'More customers leave than come'
          : money
            ? 'As much in sales is lost as won'
            : 'As many customers leave as come';
    const figures = money ? `${came} won, ${left} lost` : `${came} in, ${left} out`;
    return `${balance}: ${figures} in ${period}${share(existing, f)}`;
  },
  findingStill: ({ measure, period, existing }, f) =>
    `${measure === 'revenue' ? 'No sales were won or lost' : 'Nobody came and nobody left'} in ${period}${share(existing, f)}`,
  findingNone: ({ period, customers }, f) =>
    `${f.count(customers)} ${customers === 1 ? 'customer' : 'customers'}, and no two complete ${one[period]}s to compare yet`,
  description: ({ measure, period, customers, asOf }, f) =>
    `${measure === 'revenue' ? 'Revenue' : 'Customers'} won, kept and lost by ${one[period]}, ${f.count(customers)} ${
      customers === 1 ? 'customer' : 'customers'
    }, as of ${asOf}`,
  parts: {
    new: 'New',
    reactivated: 'Reactivated',
    expansion: 'Expansion',
    retained: 'Retained',
    lost: 'Lost',
    contraction: 'Contraction',
  },
  measure: 'What is counted',
  measures: { customers: 'Customers', revenue: 'Revenue' },
  by: 'Length of a period',
  kept: 'Kept',
  net: 'Net change',
  stayed: 'stayed',
  axis: ({ measure, period }) =>
    `${measure === 'revenue' ? 'Revenue' : 'Customers'} a ${one[period]}: ↑ came, ↓ left`,
  periods: { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
  active: 'Active',
  revenueOf: (part) => `Revenue: ${part.toLowerCase()}`,
  refundsOther: 'Refunds of others',
  quickRatio: 'Quick ratio',
  rates: ({ period, unit, quickRatio, retention, gross, net }, f) => {
    const parts = [
      ...(quickRatio === null ? [] : [`quick ratio ${f.decimal(quickRatio, 2)} (came by left)`]),
      ...(retention === null ? [] : [`${f.share(retention)} of the ${one[unit]} before bought again`]),
      ...(gross === null ? [] : [`gross revenue retention ${f.share(gross)}`]),
      ...(net === null ? [] : [`net ${f.share(net)}`]),
    ];
    return `${period}: ${parts.join(', ')}.`;
  },
  halfLife: ({ unit, retention, halfLife }, f) =>
    `On average ${f.share(retention)} buy again in the next ${one[unit]}: half are gone after ${f.decimal(halfLife, 1)} ${one[unit]}s.`,
  existing: ({ unit }) =>
    `Existing customers: those who had bought in an earlier ${one[unit]}; sales of all complete ${one[unit]}s.`,
  open: ({ period, asOf }) =>
    `Hatched: ${period} was not over on ${asOf}; who counts as lost in it may still buy.`,
  notComplete: 'not over',
  chosen: ({ part, period }) => `${part}, ${period}`,
};
