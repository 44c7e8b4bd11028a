import type { RefundRule, ZeroRule } from '../compute/results';

/** The version of the rollup's schema: a table of another one is refused. */
export const ROLLUP_VERSION = 1;

/** What one row of a rollup spans. Weeks begin on Monday and are cut where a month begins, so that they add up to months. */
export const ROLLUP_PERIODS = ['day', 'week', 'month'] as const;
export type RollupPeriod = (typeof ROLLUP_PERIODS)[number];

/** The rules a rollup was made by; they stand in the column `rfm_rollup` of every row. */
export interface RollupKind {
  period: RollupPeriod;
  refunds: RefundRule;
  zeroAmounts: ZeroRule;
  /** Share of customers whose rows are in it, chosen by a hash of their ids; 1: all. */
  sample: number;
}

/** The column that tells a rollup from any other table, and its rules. */
export const KIND_COLUMN = 'rfm_rollup';

/** Begins the name of each column that is a dimension. */
export const DIMENSION_PREFIX = 'dim_';

/** Between the ids in `shared_orders`: the unit separator, which stands in no id. */
export const ORDER_SEPARATOR = '\u001f';

/** What every rollup has, beside its rules: customer, first day of the period, and what adds up. */
export const COMMON_COLUMNS = [
  'customer',
  'period_start',
  'transactions',
  'purchases',
  'orders',
  'amount',
  'refunds',
  'refund_rows',
  'zero_rows',
] as const;

/** What a row that spans several days has besides: which of them count for what. */
export const DAY_COLUMNS = [
  'first_day',
  'last_day',
  'first_purchase',
  'last_purchase',
  'purchase_day_bits',
  'net_days',
  'first_net_day',
  'last_net_day',
  'net_amount',
  'first_net_amount',
] as const;

/** The whole numbers that a rollup's rows have in the engine beside customer, day (the first of the period) and amount. */
export function encodedCounts(period: RollupPeriod): readonly string[] {
  const counts = ['part', 'transactions', 'purchases', 'orders', 'refund_rows', 'zero_rows'];
  return period === 'day' ? counts : [...counts, ...DAY_COLUMNS.filter((name) => !name.endsWith('_amount'))];
}

/** The sums of money besides amount and profit. */
export function encodedSums(period: RollupPeriod): readonly string[] {
  return period === 'day' ? ['refunds'] : ['refunds', 'net_amount', 'first_net_amount'];
}

/** The rules as the column says them: `1 month net keep`, and of a sample its share behind that. */
export function kindText({ period, refunds, zeroAmounts, sample }: RollupKind): string {
  return [ROLLUP_VERSION, period, refunds, zeroAmounts, ...(sample < 1 ? [sample] : [])].join(' ');
}
