import type { RejectReason, Segment, Tier } from '../compute/results';
import type { Formats } from '../util/format';

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
}

export type Measure = 'recency' | 'frequency' | 'monetary' | 'score';

export interface CommonWords {
  /** Separates the parts of a line: ", " or "，". */
  comma: string;
  /** Ends a sentence. */
  stop: string;
  loading: Record<'engine' | 'reading' | 'computing', string>;
  progress(loaded: number, total: number, f: Formats): string;
  waiting: string;
  waitingFor(id: string): string;
  empty: string;
  failed: string;
  retry: string;
  code(code: string): string;
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
  rowsLeftOut(left: number, all: number, f: Formats): string;
  reasons: Record<RejectReason, string>;
  card: {
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
}

export interface ScatterWords {
  name: string;
  /** `share` of customers, `value` of the amount or null where amounts sum to nothing. */
  finding(p: { segment: string; share: number; value: number | null }, f: Formats): string;
  nobody: string;
  description(p: { x: string; y: string; customers: number; asOf: string }, f: Formats): string;
  sizeBy(measure: string): string;
  one: (share: number, f: Formats) => string;
  score: (score: number) => string;
  zeroAndBelow: string;
  below: string;
  zero: string;
  legend: string;
  daysAgo(days: number, f: Formats): string;
  orders(count: number, f: Formats): string;
  segment: string;
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
  description(p: { customers: number; asOf: string; potential: string }, f: Formats): string;
  methods: Record<'expected' | 'momentum' | 'headroom' | 'column', string>;
  current: string;
  potential(horizonDays: number, f: Formats): string;
  split(value: string): string;
  tier: string;
  customers: string;
  shareOfCustomers: string;
  shareOfValue: string;
  currentValue: string;
  potentialValue: string;
  ofCustomers(share: number, f: Formats): string;
  ofValue(share: number | null, f: Formats): string;
  methodLine(p: { method: string; horizonDays: number }, f: Formats): string;
  warnings: Record<string, string>;
  answeredInstead(p: { asked: string; method: string }): string;
}
