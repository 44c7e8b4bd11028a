import type { Analysis, IsoDate } from './analysis';

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

export type RfmResult = Analysis<RfmRow, RfmSummary>;
