import type { Table } from 'apache-arrow';
import type { Rule } from '../rule';

/** A calendar date as text, `YYYY-MM-DD`. */
export type IsoDate = string;

/** What every analysis resolves to: the full table, the same as plain rows, its figures, and what they rest on. */
export interface Analysis<Row, Summary> {
  /** Columns in snake_case; shared with the engine, not to be changed. */
  table: Table;
  /** The table as plain objects: numbers, text, booleans, null; dates as `YYYY-MM-DD`. */
  rows(): Row[];
  summary: Summary;
  definition: Definition;
}

/** All that the figures of a result depend on. */
export interface Definition {
  analysis: string;
  asOf: IsoDate;
  refunds: RefundRule;
  zeroAmounts: ZeroRule;
  /** Month, 1-12, in which quarters and years begin. */
  yearStart: number;
  mapping: Mapping;
  currency: string | null;
  /** Rows of the source within as-of and filter; every other row read is left out. */
  rowsUsed: number;
  rowsLeftOut: number;
  /** The narrowing that stands on the source, null where there is none. */
  filter: Filter | null;
  /** Where the data are a rollup of a sample of the customers: how sure the figures are. Null where they are of all. */
  sampled: Sampling | null;
  /** The options of this analysis, with their defaults filled in. */
  options: Readonly<Record<string, unknown>>;
  /** One line each: the rules in words. */
  rules: readonly string[];
  /** The same rules by code and figures, for other languages. */
  ruleCodes: readonly Required<Omit<Rule, 'message'>>[];
  /** The statements that ran, in order. */
  sql: readonly string[];
}

/** Counts and sums are those of the sample; shares, means and medians are estimates of those of all customers. */
export interface Sampling {
  /** Share of all customers that the sample was taken as. */
  share: number;
  /** Customers of the sample that the figures are of. */
  customers: number;
  /** Half the width of a 95 % interval of a share of customers, at most: that of one half. */
  error: number;
  /** Shares of the summary with their standard errors; of cohorts the rows hold intervals of their own. */
  shares: readonly ShareError[];
}

/** A share of customers or of value, and its standard error. The name of a top is the share of customers it is of. */
export interface ShareError {
  kind: 'segment' | 'tier' | 'top';
  name: string;
  by: 'customers' | 'value';
  share: number;
  error: number;
}

export type RefundRule = 'net' | 'exclude' | 'as-orders';
export type ZeroRule = 'keep' | 'drop';

export interface Filter {
  from?: IsoDate;
  to?: IsoDate;
  dimensions?: Readonly<Record<string, readonly string[]>>;
}

/** Which columns of the input play which part. `amount` is a column or a product of two, `"Quantity*UnitPrice"`. */
export interface Mapping {
  customer: string;
  date: string;
  amount: string;
  order?: string;
  profit?: string;
  dimensions?: readonly string[];
}
