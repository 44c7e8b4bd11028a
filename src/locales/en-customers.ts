import type { CustomersWords } from './words-customers';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const NO_MODEL: Record<string, string> = {
  'model-degenerate': 'the model of purchases found no parameters to be trusted on these data',
  'too-few-repeaters': 'too few customers bought on more than one day for the model of purchases',
  'short-history': 'the data span too few weeks for the model of purchases',
  'needs-rows': 'this rollup does not tell the purchase days of a part of the dimensions',
};

/** Of the list of customers, in English. */
export const enCustomers: CustomersWords = {
  name: 'Customers',
  finding: ({ customers, asOf }, f) =>
    `${f.count(customers)} ${plural(customers, 'customer', 'customers')}, as of ${asOf}`,
  description: ({ column, descending }) =>
    `Ordered by ${column.charAt(0).toLowerCase()}${column.slice(1)}, ${descending ? 'the highest first' : 'the lowest first'}`,
  columns: {
    customer: 'Customer',
    recency_days: 'Days since purchase',
    frequency: 'Frequency',
    monetary: 'Monetary value',
    r: 'R',
    f: 'F',
    m: 'M',
    score: 'RFM score',
    segment: 'Segment',
    tier: 'Tier',
    first_purchase: 'First purchase',
    last_purchase: 'Last purchase',
    orders: 'Orders',
    average_order: 'Average order',
    p_alive: 'P(alive)',
    expected_value: 'Expected in a year',
  },
  selected: 'Selected',
  search: 'Search by id',
  found: (count, f) => `${f.count(count)} ${plural(count, 'customer', 'customers')} found`,
  nothing: (search) => (search ? `No customer’s id contains “${search}”.` : 'No customer is selected.'),
  onlySelected: 'Selected only',
  exportSelected: (count, f) => `Export selected (${f.count(count)})`,
  exportAll: 'Export all',
  exporting: 'Writing the file',
  onPaper: ({ first, last, total }, f) =>
    `Customers ${f.count(first)} to ${f.count(last)} of ${f.count(total)}. The export has all.`,
  ticked: (count, f) => `${f.count(count)} ticked ${plural(count, 'customer', 'customers')}`,
  keys: 'Arrow keys move, Enter opens a customer or sorts by a column, Space selects.',
  history: 'History',
  timeline: ({ orders, from, to }, f) =>
    `${f.count(orders)} ${plural(orders, 'order', 'orders')} from ${from} to ${to}`,
  purchase: 'Purchase',
  refund: 'Refund',
  alive: 'P(alive), the chance of still being a customer',
  noModel: (code) =>
    `P(alive) and expected value are empty: ${NO_MODEL[code] ?? 'no model stands on these data'}.`,
  figures: {
    segment: 'Segment',
    tier: 'Tier',
    scores: 'R F M',
    recency: 'Days since purchase',
    orders: 'Orders',
    monetary: 'Monetary value',
    average: 'Average order',
    alive: 'P(alive)',
    expected: 'Expected in a year',
  },
  positions: 'Where the customer stood',
  positionsNote: 'Scored anew among all customers of that day.',
  notYet: 'no purchase yet',
  reading: 'Reading …',
  date: 'Date',
  order: 'Order',
  amount: 'Amount',
  kind: 'Kind',
  file: 'customers',
};
