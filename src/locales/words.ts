import type { CohortAverageRule, CohortReturn } from '../compute/cohort-choices';
import type { AbcClass, Period, RejectReason, Segment, Tier } from '../compute/results';
import type { Formats } from '../util/format';
import type { CustomersWords } from './words-customers';
import type { DashboardWords } from './words-dashboard';
import type { ExportWords } from './words-export';
import type { FilterWords } from './words-filter';
import type { FindingWords } from './words-findings';
import type { FlowWords } from './words-flow';
import type { ImportWords } from './words-import';
import type { KpiWords } from './words-kpis';
import type { MigrationWords } from './words-migration';
import type { PlaneWords } from './words-plane';
import type { ProblemWords } from './words-problems';
import type { SampledWords } from './words-sampled';
import type { SegmentingWords } from './words-segmenting';
import type { SelectionWords } from './words-selection';
import type { WeightsWords } from './words-weights';
import type { WhatIfWords } from './words-what-if';

/** All the words of the kit in one language. Texts with figures are functions of the figures and their formats. */
export interface Words {
  common: CommonWords;
  segments: Record<Segment, string> & Record<string, string>;
  tiers: Record<Tier, string>;
  measures: Record<Measure, string>;
  /** The ends and units of axes. */
  axes: Record<Measure, string>;
  scatter: ScatterWords;
  quadrant: QuadrantWords;
  pareto: ParetoWords;
  cohorts: CohortWords;
  kpis: KpiWords;
  migration: MigrationWords;
  segmenting: SegmentingWords;
  customers: CustomersWords;
  flow: FlowWords;
  weights: WeightsWords;
  whatIf: WhatIfWords;
  filter: FilterWords;
  dashboard: DashboardWords;
  importer: ImportWords;
  exporting: ExportWords;
  problems: ProblemWords;
  selection: SelectionWords;
  sampled: SampledWords;
  plane: PlaneWords;
  findings: FindingWords;
}

/** What only one element says. It brings the English of it when its class is loaded, so that no other carries it. */
export type OwnPart =
  | 'cohorts'
  | 'customers'
  | 'dashboard'
  | 'filter'
  | 'findings'
  | 'flow'
  | 'importer'
  | 'kpis'
  | 'migration'
  | 'pareto'
  | 'segmenting'
  | 'weights'
  | 'whatIf';

export type SharedWords = Omit<Words, OwnPart>;

export type Measure = 'recency' | 'frequency' | 'monetary' | 'score';

export interface CommonWords {
  /** Separates the parts of a line: ", " or "，". */
  comma: string;
  /** Ends a sentence. */
  stop: string;
  /** Between two sentences: a blank, or nothing. */
  gap: string;
  loading: Record<'engine' | 'reading' | 'computing', string>;
  progress(loaded: number, total: number, f: Formats): string;
  waiting: string;
  waitingFor(id: string): string;
  empty: string;
  failed: string;
  retry: string;
  code(code: string): string;
  /** A customer in the place of the id. */
  masked(number: number, f: Formats): string;
  showTable: string;
  showChart: string;
  definition: string;
  close: string;
  copy: string;
  copied: string;
  /** Of a table cut to its first rows. */
  firstRows(shown: number, all: number, f: Formats): string;
  customers(count: number, f: Formats): string;
  asOf(date: string): string;
  /** `why` names the reasons with their counts, and may be empty. */
  rowsLeftOut(p: { left: number; all: number; why: string }, f: Formats): string;
  reasons: Record<RejectReason, string>;
  /** Rows that a filter, or an earlier as-of, leaves aside. */
  outside: string;
  /** Where nobody bought anything within a filter, or up to an early date; and the way back. */
  nobody(p: { date: string; filtered: boolean }): string;
  unfilter: string;
  toLatest: string;
  card: {
    /** Between options. */
    between: string;
    asOf: string;
    columns: string;
    refunds: string;
    zeroAmounts: string;
    rowsUsed: string;
    rowsLeftOut: string;
    filter: string;
    options: string;
    rules: string;
    sql: string;
    none: string;
  };
  refunds: Record<'net' | 'exclude' | 'as-orders', string>;
  zeroAmounts: Record<'keep' | 'drop', string>;
  parts: Record<'customer' | 'date' | 'amount' | 'order' | 'profit' | 'dimensions', string>;
  /** How the keyboard walks the picture; read with its label. */
  keys: string;
  cleared: string;
  quarter(quarter: number, year: number): string;
}

export interface ScatterWords {
  name: string;
  /** `share` of customers, `value` of the amount or null where amounts sum to nothing. */
  finding(p: { segment: string; share: number; value: number | null }, f: Formats): string;
  /** Segments as the subject of the finding, where they are called otherwise there. */
  subjects: Record<string, string>;
  /** Of a segment whose name cannot be a subject: a cluster, or one of the host's own. */
  findingNamed(p: { segment: string; share: number; value: number | null }, f: Formats): string;
  cluster(number: number): string;
  nobody: string;
  description(p: { x: string; y: string; customers: number; asOf: string }, f: Formats): string;
  sizeBy(measure: string): string;
  one: (share: number, f: Formats) => string;
  /** Segments that the legend has no room for, and to have room for them no more. */
  more(count: number, f: Formats): string;
  fewer: string;
  daysAgo(days: number, f: Formats): string;
  orders(count: number, f: Formats): string;
  segment: string;
  segments: string;
  customer: string;
  customersHead: string;
  shareOfCustomers: string;
  amount: string;
  shareOfAmount: string;
  medianRecency: string;
  medianFrequency: string;
  medianMonetary: string;
  segmentLine(
    p: { segment: string; customers: number; share: number; value: number | null },
    f: Formats,
  ): string;
}

export interface QuadrantWords {
  name: string;
  finding(p: { customers: number; share: number; value: number | null; iron: number }, f: Formats): string;
  findingNone(p: { customers: number }, f: Formats): string;
  description(p: { customers: number; asOf: string }, f: Formats): string;
  methods: Record<'expected' | 'momentum' | 'headroom' | 'column', string>;
  current: string;
  potential(horizonDays: number, f: Formats): string;
  tier: string;
  tiers: string;
  customer: string;
  customers: string;
  shareOfCustomers: string;
  shareOfValue: string;
  /** The same, where there is little room. */
  ofCustomersShort: string;
  ofValueShort: string;
  currentValue: string;
  potentialValue: string;
  countLine(p: { customers: number; share: number }, f: Formats): string;
  valueLine(share: number | null, f: Formats): string;
  tierLine(p: { tier: string; customers: number; share: number; value: number | null }, f: Formats): string;
  splitLine(p: { rule: string; current: string; potential: string }): string;
  splitRules: Record<'mean' | 'median' | 'given', string>;
  methodLine(p: { method: string; horizonDays: number }, f: Formats): string;
  /** Shares of the later revenue won by the top fifth, chosen in four ways. */
  backtest(
    p: { since: string; model: number; pastSpend: number; random: number; best: number },
    f: Formats,
  ): string;
  /** How customers of a tier are best treated. */
  treatment: string;
  treatments: Record<Tier, string>;
  /** Over the customers of a tier, the most valuable first. */
  largest(shown: number, all: number, f: Formats): string;
  saveList: string;
  /** By code; a warning without words here is shown as it came. */
  warnings: Record<string, string>;
  lanes: { zero: string; negative: string; both: string; below: (value: string) => string };
}

/** What a Pareto curve is of: whose shares, of what. `of` is `customer` or the name of a dimension. */
export interface ParetoSubject {
  of: string;
  value: ParetoValue;
}

export type ParetoValue = 'amount' | 'profit' | 'orders';

export interface ParetoWords {
  name: string;
  /** Before the choice of what is ranked, and of what it is ranked by. */
  ranked: string;
  by: string;
  customers: string;
  /** The measured, as the object of "bring". */
  values: Record<ParetoValue, string>;
  finding(p: ParetoSubject & { top: number; target: number; needed: number | null }, f: Formats): string;
  /** Where the top fifth bring less than half. */
  findingEven(p: ParetoSubject & { top: number; target: number; needed: number | null }, f: Formats): string;
  /** Where there are too few to speak of a fifth. */
  findingFew(p: ParetoSubject & { items: number; largest: number }, f: Formats): string;
  findingWhale(p: ParetoSubject & { share: number; peak: number }, f: Formats): string;
  /** Where the sum is nothing or less, and shares of it mean nothing. */
  noShares(p: ParetoSubject & { total: string }): string;
  description(p: ParetoSubject & { items: number; asOf: string }, f: Formats): string;
  items(p: ParetoSubject, count: number, f: Formats): string;
  /** The axes' titles. */
  itemsAxis(p: ParetoSubject): string;
  valueAxis(p: ParetoSubject): string;
  equality: string;
  crossing(p: ParetoSubject & { share: number; brings: number }, f: Formats): string;
  peak(p: ParetoSubject & { share: number; peak: number }, f: Formats): string;
  /** The cursor: what the top `share` bring. */
  reading(p: ParetoSubject & { share: number; brings: number }, f: Formats): string;
  /** The cursor read the other way: where a share of the value comes from. */
  readingAcross(p: ParetoSubject & { share: number; brings: number }, f: Formats): string;
  /** How the keyboard moves the cursor. */
  keys: string;
  /** The second curve: the selected, a period in words, or all up to a date. */
  selected: string;
  period(p: { from: string | null; to: string }): string;
  /** What the second curve is of, for the foot. */
  beside(p: ParetoSubject & { name: string; items: number; top: number | null }, f: Formats): string;
  /** Where a second curve of the selected was asked for and nobody is. */
  besideNobody: string;
  classes: Record<AbcClass, (bounds: readonly [string, string]) => string>;
  gini(gini: number, f: Formats): string;
  noGini(p: ParetoSubject & { negative: number }, f: Formats): string;
  figure: string;
  number: string;
  class: string;
  shareOfItems(p: ParetoSubject): string;
  shareOfValue(p: ParetoSubject): string;
  total(p: ParetoSubject): string;
  top(share: string): string;
  /** Before a share of the largest: "Top". */
  first: string;
  /** Heads of columns of shares. */
  ofItems(p: ParetoSubject): string;
  ofValue(p: ParetoSubject): string;
  forTarget(target: string): string;
  keyFigures: string;
  curve: string;
}

export interface CohortWords {
  name: string;
  /** Of the average: who comes back in the next period, and later. */
  finding(
    p: {
      period: Period;
      returning: CohortReturn;
      next: number;
      later: { period: number; share: number } | null;
    },
    f: Formats,
  ): string;
  /** What a new customer brings, in the period of the first purchase and up to a later one. */
  findingRevenue(
    p: { period: Period; first: string; later: { period: number; sum: string } | null },
    f: Formats,
  ): string;
  findingNone(p: { cohorts: number; customers: number }, f: Formats): string;
  description(
    p: { period: Period; measure: string; cohorts: number; customers: number; asOf: string },
    f: Formats,
  ): string;
  measures: Record<
    'retention' | 'customers' | 'revenue' | 'revenue-per-customer' | 'cumulative-revenue' | 'orders',
    string
  >;
  cohort: string;
  size: string;
  /** Over the numbers of the columns. */
  periods: Record<Period, string>;
  /** The same where each customer's own blocks of days are counted. */
  blocks(days: number): string;
  /** One place in time: month 3. */
  at(p: { period: Period; number: number }, f: Formats): string;
  average: Record<CohortAverageRule, string>;
  averageNote: Record<CohortAverageRule, string>;
  customersOf(customers: number, size: number, f: Formats): string;
  interval: string;
  range(low: string, high: string): string;
  returned: string;
  completeOn: string;
  notComplete(on: string): string;
  averagedOver: string;
  /** Where rates are of those of the period before. */
  ofPrevious: string;
  hatched(asOf: string): string;
  dashed(asOf: string): string;
  small(size: number, f: Formats): string;
  notDrawn(count: number, size: number, f: Formats): string;
  scale(low: string, high: string): string;
  /** Names the choice of what colours compare. */
  colours: string;
  scales: Record<'table' | 'row' | 'column' | 'mean', string>;
  /** The ends of a ramp that each row or column has for itself. */
  least: string;
  most: string;
  /** The choice of a picture, and of what it shows. */
  layout: string;
  layouts: Record<'triangle' | 'curves', string>;
  measure: string;
  transpose: string;
  starred: string;
}
