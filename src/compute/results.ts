import type { Table } from 'apache-arrow';
import type { Rule } from './rule';

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

export type RejectReason =
  | 'malformed-row'
  | 'excluded'
  | 'missing-customer'
  | 'bad-date'
  | 'bad-amount'
  | 'after-as-of';

/** Rows left out for one reason, with up to five samples as they stood in the file. */
export interface Rejected {
  reason: RejectReason;
  rows: number;
  /** Sum of the amounts that could be read in those rows. */
  amount?: number;
  /** `input` is the file, where several were read together. */
  samples: { input?: string; line: number; text: string }[];
}

/** What became of every row: `rowsUsed` plus all `rejected` is `rowsRead`, always. */
export interface Report {
  rowsRead: number;
  rowsUsed: number;
  rejected: Rejected[];
  amount: { read: number; used: number; refunds: number; rejected: number };
  encoding: string | null;
  delimiter: string | null;
  dateFormat: string | null;
  decimal: string | null;
  currency: string | null;
  /** How sure each part of the mapping is, 0 to 1; 1 where it was named. */
  confidence: Readonly<Record<string, number>>;
  from: IsoDate;
  to: IsoDate;
  customers: number;
  refundRows: number;
  zeroRows: number;
  duplicateRows: number;
  refundOnlyCustomers: number;
  /** `details` holds what the message tells of, for words in another language. */
  notes: { code: string; message: string; details?: Readonly<Record<string, unknown>> }[];
}

export const SEGMENTS = [
  'champions',
  'loyal',
  'potential-loyalist',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'cant-lose',
  'at-risk',
  'hibernating',
  'lost',
] as const;
export type Segment = (typeof SEGMENTS)[number];

export const TIERS = ['platinum', 'gold', 'iron', 'lead'] as const;
export type Tier = (typeof TIERS)[number];

export interface RfmRow {
  customer: string;
  recency_days: number;
  frequency: number;
  monetary: number;
  r: number;
  f: number;
  m: number;
  score: number;
  segment: string;
}

export interface SegmentSummary {
  segment: string;
  customers: number;
  customerShare: number;
  amount: number;
  /** Share of all amounts; null where they sum to nothing or less. */
  amountShare: number | null;
  medianRecencyDays: number;
  medianFrequency: number;
  medianMonetary: number;
}

export interface RfmSummary {
  asOf: IsoDate;
  customers: number;
  /** Ascending breaks, k - 1 of each; a value above a break scores higher (for recency: lower). */
  thresholds: { r: number[]; f: number[]; m: number[] };
  /** In the order of the segment grid (champions first), the rules or the clusters; only those with customers. */
  segments: SegmentSummary[];
  /** Of the clusters, where `scheme` is kmeans. */
  centers?: RfmCenter[];
}

export type Direction = 'up' | 'down' | 'level';

/** A cluster's means in original units, and whether each lies above or below that of all customers. */
export interface RfmCenter {
  segment: string;
  customers: number;
  recency: number;
  frequency: number;
  monetary: number;
  score: number;
  against: { recency: Direction; frequency: Direction; monetary: Direction };
}

export type AbcClass = 'A' | 'B' | 'C';

/** A point of the curve: the first `rank` items are `item_share` of all and bring `value_share` of the value. */
export interface ParetoRow {
  rank: number;
  item_share: number;
  /** Null where the total is not above 0. */
  value_share: number | null;
  class: AbcClass;
  /** The item of this rank, where items are the values of a dimension. */
  item?: string;
}

/** The figures of one curve. */
export interface ParetoFigures {
  items: number;
  total: number;
  /** Shares of value, 0..1, of the top 1, 10 and 20 per cent of items. */
  shareOfTop1: number | null;
  shareOfTop10: number | null;
  shareOfTop20: number | null;
  /** The fewest items that reach the target share, and their share of all items. */
  itemsForTarget: number | null;
  itemsForTargetShare: number | null;
  gini: number | null;
  giniReason: string | null;
  /** Above 1 a few large items make the inequality, below 1 many small ones do; null where Gini is. */
  lorenzAsymmetry: number | null;
  /** Sum of squared shares, 0..1; null where values below 0 take it beyond. */
  hhi: number | null;
  /** The highest cumulative share, null where the total is not above 0, and the fewest items that reach it. */
  peakShare: number | null;
  peakAt: number;
  negativeItems: number;
  classes: { class: AbcClass; items: number; itemShare: number; value: number; valueShare: number | null }[];
}

/** A second curve beside the first: of the marked customers or a segment's, ranked among themselves, or of the rows of other days. */
export interface ParetoCompared extends ParetoFigures {
  with: 'selection' | 'segment' | 'period';
  /** Which, where it is of a segment. */
  segment?: Segment;
  /** First day of the period, of a segment too; null where it is open, or none is meant. */
  from: IsoDate | null;
  to: IsoDate | null;
  curve: Pick<ParetoRow, 'item_share' | 'value_share'>[];
}

export interface ParetoSummary extends ParetoFigures {
  /** Where `compare` asks for it, and there is something to compare with. */
  compared?: ParetoCompared;
}

export interface QuadrantRow {
  customer: string;
  current_value: number;
  potential_value: number;
  tier: Tier;
}

export interface TierSummary {
  tier: Tier;
  customers: number;
  customerShare: number;
  currentValue: number;
  /** Share of all current value; null where it sums to nothing or less. */
  valueShare: number | null;
  potentialValue: number;
}

export type PotentialMethod = 'expected' | 'momentum' | 'headroom' | 'column';

export interface QuadrantSummary {
  splits: { current: number; potential: number };
  /** Always the four, platinum, gold, iron, lead. */
  tiers: TierSummary[];
  potential: {
    method: PotentialMethod;
    /** What was asked for, where it had to be answered by another method. */
    asked: string;
    horizonDays: number;
    /** The fitted models, where the method is `expected`. */
    model?: PotentialModel;
    /** Null where it cannot be reckoned: the data are too short, or the potential is the host's own figure. */
    backtest: Backtest | null;
    warnings: Warning[];
  };
}

export interface Warning {
  code: string;
  message: string;
}

/** Parameters of the MBG/NBD (alpha in weeks) and the Gamma-Gamma model (v in the currency). */
export interface PotentialModel {
  name: string;
  parameters: { r: number; alpha: number; a: number; b: number };
  logLikelihood: number;
  spend: { parameters: { p: number; q: number; v: number }; logLikelihood: number };
}

/** Shares of the second half's revenue that the top 20 % of customers of the first half won, chosen four ways. */
export interface Backtest {
  splitDate: IsoDate;
  /** The method that could be used at the split. */
  method: PotentialMethod;
  model: number | null;
  pastSpend: number | null;
  random: number | null;
  best: number | null;
}

export const PERIODS = ['month', 'week', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** One cell of the triangle: period `period` (from 0) of the cohort that began in `cohort`. */
export interface CohortRow {
  cohort: IsoDate;
  cohort_size: number;
  period: number;
  period_start: IsoDate;
  customers: number;
  retention: number;
  revenue: number;
  /** Orders that began in the period. */
  orders: number;
  /** Whether the period was over at as-of. */
  complete: boolean;
  /** 95 % Wilson interval of retention. */
  low: number;
  high: number;
}

export interface CohortSummary {
  period: Period;
  /** How many cohorts there are. */
  cohorts: number;
  /** Over complete cells only; `customers` is the sum of the sizes averaged over. */
  averages: { period: number; retention: number; customers: number }[];
}

export type RfmResult = Analysis<RfmRow, RfmSummary>;
export type ParetoResult = Analysis<ParetoRow, ParetoSummary>;
export type QuadrantResult = Analysis<QuadrantRow, QuadrantSummary>;
export type CohortResult = Analysis<CohortRow, CohortSummary>;

/** Customers and money of one period: active = new + retained + reactivated; the previous active = retained + lost. */
export interface FlowRow {
  /** First day of the period. */
  period: IsoDate;
  active: number;
  new: number;
  retained: number;
  reactivated: number;
  lost: number;
  amount_new: number;
  amount_retained: number;
  amount_reactivated: number;
  /** What the lost customers spent in the period before. */
  amount_lost: number;
  /** Rise and fall of the retained customers' amount against the period before. */
  amount_expansion: number;
  amount_contraction: number;
  /** Refunds of customers who bought nothing in the period. */
  amount_refunds_other: number;
}

/** Rates are those of the last complete period that has one before it; null where they divide by nothing. */
export interface FlowSummary {
  period: Period;
  /** First day of the period the rates are of; null where no period is complete. */
  lastComplete: IsoDate | null;
  /** (new + reactivated) / lost; null where nobody was lost. */
  quickRatio: number | null;
  retention: number | null;
  grossRetention: number | null;
  netRetention: number | null;
  /** Share of the money of all complete periods that came from customers who had bought in an earlier one. */
  shareFromExisting: number | null;
  /** Means over complete periods after the first; `retention` is pooled; `halfLife` the periods in which half is lost at that rate. */
  averages: {
    active: number;
    new: number;
    retained: number;
    reactivated: number;
    lost: number;
    retention: number | null;
    halfLife: number | null;
  } | null;
}

export interface MigrationRow {
  /** Null: the customer had bought nothing in the earlier window. */
  from_class: string | null;
  /** Null: the customer has bought nothing in the later window. */
  to_class: string | null;
  customers: number;
  /** Net amount in the later window; of those who left, in the earlier. */
  amount: number;
}

export interface MigrationSummary {
  from: IsoDate;
  to: IsoDate;
  window: number;
  by: 'tier' | 'segment';
  upgraded: number;
  downgraded: number;
  stable: number;
  entered: number;
  left: number;
  /** Of those who were iron, the share that is gold or platinum now; null where nobody was, and by segment. */
  ironRiseRate: number | null;
}

export interface KpiRow {
  kpi: string;
  value: number | null;
}

/** Figures that need the customers alone. */
export interface PlainKpis {
  customers: number;
  activeCustomers: number;
  orders: number;
  amount: number;
  averageOrderValue: number | null;
  /** Null where there are no customers. */
  repeatRate: number | null;
}

/** A month on the way to the figures; totals are those of the month, the rest as of its end. */
export interface KpiMonth {
  /** First day of the month. */
  month: IsoDate;
  /** Whether it was over at as-of. */
  complete: boolean;
  newCustomers: number;
  orders: number;
  amount: number;
  /** Of the month. */
  averageOrderValue: number | null;
  customers: number;
  activeCustomers: number;
  repeatRate: number | null;
  /** Share of the customers of the month before who bought in this one; null where it had none. */
  retention: number | null;
}

export interface KpiSummary extends PlainKpis {
  shareOfTop20: number | null;
  /** Share of the customers of the month before the last complete month who bought in it. */
  retention: number | null;
  medianDaysBetweenOrders: number | null;
  /** `half`: the fewest customers who bring half of the amount, where a hundred do. */
  concentration: {
    top1: number | null;
    top5: number | null;
    top10: number | null;
    hhi: number | null;
    half: number | null;
  };
}

export type FlowResult = Analysis<FlowRow, FlowSummary>;
export type MigrationResult = Analysis<MigrationRow, MigrationSummary>;
export type KpiResult = Analysis<KpiRow, KpiSummary>;

/** One customer with everything that is known; further keys are the dimensions' columns, of the last row. */
export interface CustomerRow extends RfmRow {
  tier: Tier;
  first_purchase: IsoDate;
  last_purchase: IsoDate;
  orders: number;
  average_order: number | null;
  /** Probability that the customer is still one, 0..1; null where no model stands. */
  p_alive: number | null;
  /** Expected over a year, undiscounted; null where no model stands. */
  expected_value: number | null;
  [dimension: string]: string | number | null;
}

export interface HistoryRow {
  date: IsoDate;
  order: string | null;
  amount: number;
  kind: 'purchase' | 'refund';
}

/** A customer's figures, and how likely it was that the customer still was one, from the first purchase to as-of. */
export type CustomerFigures = CustomerRow & { alive: readonly AlivePoint[] | null };

/** The probability, 0..1, on the evening of a day, by what was known of the customer then. */
export interface AlivePoint {
  date: IsoDate;
  p_alive: number;
}

export type CustomersResult = Analysis<CustomerRow, { total: number }>;
export type HistoryResult = Analysis<HistoryRow, CustomerFigures>;
