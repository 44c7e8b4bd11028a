import type { ParetoRow, ParetoSummary } from '../compute/results';
import { AXIS_TEXT, type AxisSide, type PlotBox } from './axis-shapes';
import type { CurvePoint } from './pareto-curve';
import type { SelectedStretch } from './pareto-selected';
import type { Measure, Scene } from './shapes';

/** Words on the picture, in the language of the page. */
export interface ParetoLabels {
  /** Beside the line of equality. */
  equality: string;
  /** At the crossing of the target. */
  crossing: string;
  /** At the top of a whale curve. */
  peak: string;
  /** Titles of the axes. */
  items: string;
  value: string;
}

/** Figures for the side of a wide picture, in groups of rows: what, share of items, share of value. */
export interface ParetoAside {
  head: readonly [items: string, value: string];
  groups: readonly (readonly (readonly [label: string, items: string, value: string])[])[];
}

export interface ParetoLayoutInput {
  rows: readonly ParetoRow[];
  summary: Pick<ParetoSummary, 'itemsForTargetShare' | 'peakShare' | 'peakAt' | 'items' | 'classes'>;
  /** The share of value whose crossing is drawn, 0..1. */
  target: number;
  width: number;
  height: number;
  labels: ParetoLabels;
  /** Shown where it fits beside a plot that stays near square. */
  aside: ParetoAside | null;
  /** A second curve, ranked for itself, and its name; null where there is none. */
  compared: { curve: readonly CurvePoint[]; label: string } | null;
  /** The selected customers, along the ranking; null where none are. */
  selected: { stretches: readonly SelectedStretch[]; label: string } | null;
  percent: (share: number) => string;
  count: (items: number) => string;
  measure: Measure;
}

export type Plot = PlotBox;

/** The picture, and what a cursor needs to walk its curve. */
export interface ParetoLayout {
  scene: Scene;
  plot: Plot;
  points: CurvePoint[];
  x: (itemShare: number) => number;
  y: (valueShare: number) => number;
  /** The share of items under `px`, within 0..1. */
  itemsUnder: (px: number) => number;
  /** The share of value at the height `py`, from 0 to the highest. */
  valueAcross: (py: number) => number;
}

/** What every part of the picture is placed by. */
export interface Placing {
  input: ParetoLayoutInput;
  plot: Plot;
  /** Where the figures beside the plot begin; null where there is no room for them. */
  aside: number | null;
  points: CurvePoint[];
  sides: { items: AxisSide; value: AxisSide };
  x: (itemShare: number) => number;
  y: (valueShare: number) => number;
}

/** Sizes of the two kinds of text in the plot, in px. */
export const TICK_SIZE: number = AXIS_TEXT;
export const LABEL_SIZE = 12;
