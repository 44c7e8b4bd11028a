import { checkOneOf, checkOption } from '../compute/option-checks';
import type { RefundRule, ZeroRule } from '../compute/results';
import { DIALECT, DIALECTS, type DialectName } from '../sql/rollup-dialects';
import { selectRollup } from '../sql/rollup-query';
import { ROLLUP_PERIODS, type RollupPeriod } from '../sql/rollup-schema';

/** Which columns of a table in a company's own engine play which part. */
export interface RollupColumns {
  customer: string;
  /** A date, or a timestamp whose date as written counts. */
  date: string;
  /** A column, or a product of two: `"Quantity*UnitPrice"`. */
  amount: string;
  order?: string | undefined;
  /** Refunded amounts, where they stand in a column of their own. */
  refund?: string | undefined;
  profit?: string | undefined;
  dimensions?: readonly string[] | undefined;
}

export interface RollupOptions {
  dialect: DialectName;
  /** With dots between catalogue, schema and table; a list where a name holds a dot itself. */
  table: string | readonly string[];
  columns: RollupColumns;
  /** What one row spans; `month` by default. */
  period?: RollupPeriod | undefined;
  /** A condition on the rows, in the dialect's own SQL; taken as it stands. */
  where?: string | undefined;
  refunds?: RefundRule | undefined;
  zeroAmounts?: ZeroRule | undefined;
  /** Share of customers to take, by a hash of their ids, where all are too many for a browser; 1 (all) by default. */
  sample?: number | undefined;
}

/**
 * One SELECT in the SQL of `dialect` that reduces a table of transactions to the kit's rollup: one row per customer and
 * period, from which the analyses give the figures of the rows. Names are quoted, so they are taken to the letter.
 *
 * Rows without date or amount are left out; those without a customer are summed under an empty one, which the report of
 * the source counts. Throws `invalid-option`.
 */
export function rollupSql(options: RollupOptions): string {
  const dialect = DIALECT[checkOneOf('dialect', options.dialect, DIALECTS)];
  const columns = options.columns ?? {};
  const { dimensions = [] } = columns;
  checkOption(Array.isArray(dimensions), 'columns.dimensions', dimensions, 'a list of column names');
  return selectRollup(dialect, {
    table: checkTable(options.table),
    customer: checkName('columns.customer', columns.customer),
    date: checkName('columns.date', columns.date),
    amount: checkAmount(columns.amount),
    order: optionalName('columns.order', columns.order),
    refund: optionalName('columns.refund', columns.refund),
    profit: optionalName('columns.profit', columns.profit),
    dimensions: dimensions.map((name) => checkName('columns.dimensions', name)),
    where: optionalName('where', options.where),
    period: checkOneOf('period', options.period || 'month', ROLLUP_PERIODS),
    refunds: checkOneOf('refunds', options.refunds || 'net', ['net', 'exclude', 'as-orders']),
    zeroAmounts: checkOneOf('zeroAmounts', options.zeroAmounts || 'keep', ['keep', 'drop']),
    sample: checkSample(options.sample ?? 1),
  });
}

function checkSample(sample: unknown): number {
  const share = typeof sample === 'string' && sample.trim() !== '' ? Number(sample) : sample;
  const fits = typeof share === 'number' && share >= 0.0001 && share <= 1;
  checkOption(fits, 'sample', sample, 'a share of customers from 0.0001 to 1, such as 0.1');
  return share as number;
}

function checkTable(table: RollupOptions['table']): string[] {
  const names = typeof table === 'string' ? table.split('.') : table;
  const whole = Array.isArray(names) && names.length > 0;
  checkOption(whole, 'table', table, 'the name of a table, such as "shop.sales"');
  return names.map((name) => checkName('table', name));
}

function checkAmount(amount: unknown): string[] {
  const names = checkName('columns.amount', amount).split('*');
  checkOption(
    names.length <= 2,
    'columns.amount',
    amount,
    'a column or a product of two, "Quantity*UnitPrice"',
  );
  return names.map((name) => checkName('columns.amount', name));
}

/** What the engines refuse in a name, or read as its end. */
const UNNAMEABLE = /\0/;

function checkName(option: string, name: unknown): string {
  const isName = typeof name === 'string' && name.trim() !== '' && !UNNAMEABLE.test(name);
  checkOption(isName, option, name, 'a name');
  return (name as string).trim();
}

function optionalName(option: string, name: unknown): string | null {
  return name === undefined || name === null || name === '' ? null : checkName(option, name);
}
