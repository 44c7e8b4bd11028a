import type { Analysis, IsoDate } from './analysis';
import type { Segment } from './rfm';

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

export type ParetoResult = Analysis<ParetoRow, ParetoSummary>;
