import type { KeyedBox } from './selected-share';
import type { Measure, Shape, Tone } from './shapes';

/** How a share changed, in words: empty where it is not known. */
export interface ShareChange {
  text: string;
  tone: Tone;
}

/** A segment as a picture needs it: names and figures in words. */
export interface SegmentBlock {
  key: string;
  tone: Tone;
  name: string;
  /** What its area stands for. */
  size: number;
  customerShare: number;
  /** Null where amounts sum to nothing. */
  amountShare: number | null;
  /** The two shares in words. */
  customers: string;
  amount: string;
  /** How its two shares changed. */
  changes: Readonly<Record<'customers' | 'revenue', ShareChange>>;
  /** What to do with it. */
  action: string;
  /** Share of its customers who are selected; null without a selection. */
  selected: number | null;
}

export interface SegmentLayout {
  shapes: Shape[];
  places: KeyedBox[];
  width: number;
  height: number;
}

export interface SegmentInput {
  blocks: readonly SegmentBlock[];
  width: number;
  measure: Measure;
}
