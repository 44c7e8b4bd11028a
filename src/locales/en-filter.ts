import type { FilterWords } from './words-filter';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Of the filter, in English. */
export const enFilter: FilterWords = {
  name: 'Filter',
  finding: ({ customers, all, rows, allRows }, f) =>
    `${f.count(customers)} of ${f.count(all)} customers, ${f.count(rows)} of ${f.count(allRows)} rows`,
  findingAll: ({ all, allRows }, f) =>
    `All ${f.count(all)} ${plural(all, 'customer', 'customers')}, all ${f.count(allRows)} rows`,
  findingNone: 'Nobody bought anything within this filter',
  description: ({ parts, asOf }) =>
    [...(parts.length > 0 ? parts : ['No filter']), `as of ${asOf}`].join(', '),
  dates: (from, to) => `${from} to ${to}`,
  values: ({ dimension, values }, f) =>
    values.length <= 2
      ? `${dimension}: ${values.join(' or ')}`
      : `${dimension}: ${f.count(values.length)} values`,
  nothing: 'Widen the dates, or take away a value; the charts have nothing to show.',
  axis: { day: 'Rows a day', week: 'Rows a week', month: 'Rows a month' },
  rows: (count, f) => `${f.count(count)} ${plural(count, 'row', 'rows')}`,
  amount: 'Revenue',
  from: 'From',
  to: 'To',
  resetDates: 'All dates',
  asOf: 'As of',
  latest: 'Latest',
  play: 'Replay',
  pause: 'Pause',
  replay: 'Replay moves this date through the data, step by step: every chart shows what was known on it.',
  back: 'One step back',
  forward: 'One step on',
  step: 'Step',
  steps: { week: 'a week', month: 'a month', quarter: 'a quarter', year: 'a year' },
  speed: 'Speed',
  speeds: { slow: 'slow', normal: 'normal', fast: 'fast' },
  stands: (asOf) => `As of ${asOf}`,
  search: (dimension) => `Search ${dimension}`,
  more: (count, f) => `${f.count(count)} more: search for them.`,
  noValue: (search) => `No value contains “${search}”.`,
  blank: '(blank)',
  chosen: (count, f) => `${f.count(count)} chosen`,
  any: 'Any value',
  period: 'From',
};
