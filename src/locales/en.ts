import { enExport } from './en-export';
import { enPlane } from './en-plane';
import { enProblems } from './en-problems';
import { enSampled } from './en-sampled';
import { enSelection } from './en-selection';
import type { SharedWords } from './words';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** A name within a sentence: without its capital, unless it is all capitals. */
const within = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** English that any element may say; what only one says it brings itself. */
export const en: SharedWords = {
  common: {
    comma: ', ',
    stop: '.',
    gap: ' ',
    loading: { engine: 'Starting the engine', reading: 'Reading the data', computing: 'Computing' },
    progress: (loaded, total, f) =>
      total > 0
        ? `${f.bytes(loaded)} of ${f.bytes(total)} (${f.share(Math.round((100 * loaded) / total) / 100)})`
        : f.bytes(loaded),
    waiting: 'No data yet.',
    waitingFor: (id) => `Waiting for the data source “${id}”: no <rfm-source id="${id}"> is on this page.`,
    empty: 'There are no customers to show. Check the filter, or the rows that were left out.',
    failed: 'This could not be shown.',
    retry: 'Try again',
    code: (code) => `Code: ${code}`,
    masked: (number, f) => `Customer ${f.count(number)}`,
    showTable: 'Show as table',
    showChart: 'Show as chart',
    definition: 'How this is computed',
    close: 'Close',
    copy: 'Copy',
    copied: 'Copied',
    firstRows: (shown, all, f) => `The first ${f.count(shown)} of ${f.count(all)} rows. The export has all.`,
    customers: (count, f) => `${f.count(count)} ${plural(count, 'customer', 'customers')}`,
    asOf: (date) => `as of ${date}`,
    rowsLeftOut: ({ left, all, why }, f) =>
      `${f.count(left)} of ${f.count(all)} ${plural(all, 'row', 'rows')} left out${why ? ` (${why})` : ''}.`,
    reasons: {
      'malformed-row': 'not readable as a row',
      excluded: 'excluded by a rule',
      'missing-customer': 'no customer',
      'bad-date': 'no readable date',
      'bad-amount': 'no readable amount',
      'after-as-of': 'after the as-of date',
    },
    outside: 'outside the filter or after the as-of date',
    nobody: ({ date, filtered }) =>
      filtered
        ? `Within the filter nobody bought anything up to ${date}.`
        : `Nobody had bought anything by ${date}.`,
    unfilter: 'Take the filter away',
    toLatest: 'Back to the latest date',
    card: {
      between: '; ',
      asOf: 'As of',
      columns: 'Columns',
      refunds: 'Refunds',
      zeroAmounts: 'Zero amounts',
      rowsUsed: 'Rows used',
      rowsLeftOut: 'Rows left out',
      filter: 'Filter',
      options: 'Options',
      rules: 'Rules',
      sql: 'SQL that ran',
      none: 'none',
    },
    refunds: {
      net: 'netted: they reduce value, not frequency',
      exclude: 'ignored',
      'as-orders': 'counted like purchases',
    },
    zeroAmounts: { keep: 'kept as purchases', drop: 'dropped' },
    parts: {
      customer: 'customer',
      date: 'date',
      amount: 'amount',
      order: 'order',
      profit: 'profit',
      dimensions: 'dimensions',
    },
    keys: 'Use the arrow keys to walk the chart.',
    cleared: 'Selection cleared',
    quarter: (quarter, year) => `Q${quarter} ${year}`,
  },
  segments: {
    champions: 'Champions',
    loyal: 'Loyal',
    'potential-loyalist': 'Potential loyalists',
    new: 'New',
    promising: 'Promising',
    'need-attention': 'Need attention',
    'about-to-sleep': 'About to sleep',
    'cant-lose': 'Can’t lose',
    'at-risk': 'At risk',
    hibernating: 'Hibernating',
    lost: 'Lost',
    others: 'Others',
    'important-value': 'Important: keep close',
    'important-develop': 'Important: develop',
    'important-keep': 'Important: win back',
    'important-retain': 'Important: retain',
    'general-value': 'General: keep close',
    'general-develop': 'General: develop',
    'general-keep': 'General: win back',
    'general-retain': 'General: retain',
    'high-value': 'High value',
    'important-general': 'Important: keep serving',
    general: 'General',
    'no-value': 'Little value',
  },
  tiers: { platinum: 'Platinum', gold: 'Gold', iron: 'Iron', lead: 'Lead' },
  measures: { recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary value', score: 'RFM score' },
  axes: {
    recency: 'Days since last purchase, more recent',
    frequency: 'Number of orders',
    monetary: 'Total spend',
    score: 'RFM score, 0 to 1',
  },
  scatter: {
    name: 'RFM scatter',
    finding: ({ segment, share, value }, f) =>
      value === null
        ? `${segment} are ${f.share(share)} of customers`
        : `${segment} are ${f.share(share)} of customers and bring ${f.share(value)} of revenue`,
    subjects: {
      loyal: 'Loyal customers',
      new: 'New customers',
      promising: 'Promising customers',
      'need-attention': 'Customers who need attention',
      'about-to-sleep': 'Customers about to sleep',
      'cant-lose': 'Customers not to lose',
      'at-risk': 'Customers at risk',
      hibernating: 'Hibernating customers',
      lost: 'Lost customers',
      'important-value': 'Important customers to keep close',
      'important-develop': 'Important customers to develop',
      'important-keep': 'Important customers to win back',
      'important-retain': 'Important customers to retain',
      'general-value': 'General customers to keep close',
      'general-develop': 'General customers to develop',
      'general-keep': 'General customers to win back',
      'general-retain': 'General customers to retain',
      'high-value': 'Customers of high value',
      'important-general': 'Important customers to keep serving',
      general: 'General customers',
      'no-value': 'Customers of little value',
    },
    findingNamed: ({ segment, share, value }, f) =>
      `${segment}: ${f.share(share)} of customers${value === null ? '' : ` bring ${f.share(value)} of revenue`}`,
    cluster: (number) => `Cluster ${number}`,
    nobody: 'No customers',
    description: ({ x, y, customers, asOf }, f) =>
      `${y} against ${within(x)}, ${en.common.customers(customers, f)}, as of ${asOf}`,
    sizeBy: (measure) => `Size: ${within(measure)}`,
    one: (share, f) => `One order: ${f.share(share)} of customers`,
    more: (count, f) => `${f.count(count)} more`,
    fewer: 'Fewer',
    daysAgo: (days, f) => `${f.count(days)} ${plural(days, 'day', 'days')} ago`,
    orders: (count, f) => `${f.count(count)} ${plural(count, 'order', 'orders')}`,
    segment: 'Segment',
    segments: 'Segments',
    customer: 'Customer',
    customersHead: 'Customers',
    shareOfCustomers: 'Share of customers',
    amount: 'Revenue',
    shareOfAmount: 'Share of revenue',
    medianRecency: 'Median days since last purchase',
    medianFrequency: 'Median orders',
    medianMonetary: 'Median spend',
    segmentLine: ({ segment, customers, share, value }, f) =>
      `${segment}: ${en.common.customers(customers, f)}, ${f.share(share)} of customers${
        value === null ? '' : `, ${f.share(value)} of revenue`
      }`,
  },
  quadrant: {
    name: 'Value quadrant',
    finding: ({ customers, share, value, iron }, f) => {
      const bring =
        value === null ? '' : ` ${plural(customers, 'brings', 'bring')} ${f.share(value)} of current value`;
      const grow = iron > 0 ? `; ${f.count(iron)} iron could grow` : '';
      return `${f.count(customers)} platinum ${plural(customers, 'customer', 'customers')} (${f.share(share)})${bring}${grow}`;
    },
    findingNone: ({ customers }, f) =>
      `None of ${en.common.customers(customers, f)} stands above both splits`,
    description: ({ customers, asOf }, f) =>
      `Current value against potential value, ${en.common.customers(customers, f)}, as of ${asOf}`,
    methods: {
      expected: 'expected purchases (MBG/NBD and Gamma-Gamma)',
      momentum: 'momentum of recent spend',
      headroom: 'headroom below comparable customers',
      column: 'given by a column',
    },
    current: 'Current value',
    potential: (days, f) => `Potential value, next ${f.count(days)} days →`,
    tier: 'Tier',
    tiers: 'Tiers',
    customer: 'Customer',
    customers: 'Customers',
    shareOfCustomers: 'Share of customers',
    shareOfValue: 'Share of value',
    ofCustomersShort: 'Share',
    ofValueShort: 'Of value',
    currentValue: 'Current value',
    potentialValue: 'Potential value',
    countLine: ({ customers, share }, f) => `${en.common.customers(customers, f)} · ${f.share(share)}`,
    valueLine: (share, f) => (share === null ? '' : `${f.share(share)} of value`),
    tierLine: ({ tier, customers, share, value }, f) =>
      `${tier}: ${en.common.customers(customers, f)}, ${f.share(share)} of customers${
        value === null ? '' : `, ${f.share(value)} of current value`
      }`,
    splitLine: ({ rule, current, potential }) =>
      `High begins above ${rule}: current value ${current}, potential value ${potential}.`,
    splitRules: { mean: 'the mean', median: 'the median', given: 'the lines as set' },
    methodLine: ({ method, horizonDays }, f) => `Potential: ${method}, ${f.count(horizonDays)} days.`,
    backtest: ({ since, model, pastSpend, random, best }, f) =>
      `Backtest: chosen on ${since}, the top 20% by this potential won ${f.share(model)} of later revenue; by past spend ${f.share(pastSpend)}, at random ${f.share(random)}, at best ${f.share(best)}.`,
    treatment: 'Treatment',
    treatments: {
      platinum: 'Make them partners and give them dedicated care',
      gold: 'Raise the share of wallet: cross-sell and upgrade',
      iron: 'Develop them: a second and third purchase, then habit',
      lead: 'Serve cheaply, or let go',
    },
    largest: (shown, all, f) =>
      shown < all
        ? `The ${f.count(shown)} of ${f.count(all)} with the most current value`
        : `All ${en.common.customers(all, f)}, by current value`,
    saveList: 'Save the list (CSV)',
    warnings: {
      'model-degenerate':
        'The model of purchases found no parameters to be trusted on these data: potential is told by recent spend instead.',
    },
    lanes: { zero: '0', negative: 'below 0', both: '0 or less', below: (value) => `< ${value}` },
  },
  exporting: enExport,
  problems: enProblems,
  selection: enSelection,
  sampled: enSampled,
  plane: enPlane,
};
