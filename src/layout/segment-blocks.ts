import type { Measure, Shape, Tone } from './shapes';

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
  /** How its share of customers changed; empty where it is not known. */
  change: string;
  changeTone: Tone;
  /** What to do with it. */
  action: string;
  /** Share of its customers who are selected; null without a selection. */
  selected: number | null;
}

/** Something with a key, and where it lies. */
export interface SegmentPlace {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SegmentLayout {
  shapes: Shape[];
  places: SegmentPlace[];
  width: number;
  height: number;
}

export interface SegmentInput {
  blocks: readonly SegmentBlock[];
  width: number;
  measure: Measure;
}

/** Over what is not selected a veil; where some are, a bar as long as their share, at the bottom. */
export function selectedShapes(
  { key, x, y, width, height }: SegmentPlace,
  tone: Tone,
  selected: number | null,
): Shape[] {
  if (selected === null) return [];
  if (selected === 0) return [{ kind: 'rect', key, x, y, width, height, fill: 'surface', opacity: 0.66 }];
  const bar = { kind: 'rect', key, x, y: y + height - 5, height: 5, fill: tone } as const;
  return [
    { ...bar, width, opacity: 0.25 },
    { ...bar, width: Math.max(2, width * Math.min(1, selected)) },
  ];
}
