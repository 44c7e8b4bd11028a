import type { CohortRow } from '../compute/results';
import type { CellColours } from './cohort-colours';
import type { CohortLine } from './cohort-table';
import type { Measure, Scene } from './shapes';

export interface CohortLabels {
  /** Heads of the columns at the left. */
  cohort: string;
  size: string;
  /** Over the numbers of the periods. */
  periods: string;
  /** Which average the row shows. */
  average: string;
}

export interface AverageFigure {
  period: number;
  value: number;
  /** Customers averaged over. */
  customers: number;
}

/** One way to write figures, and what a period 0 that is always all is written like beside them. */
export interface FigureWay {
  figure: (value: number) => string;
  start: (value: number) => string;
}

export interface TriangleInput {
  lines: readonly CohortLine[];
  /** Empty where no average is shown. */
  averages: readonly AverageFigure[];
  colours: CellColours | null;
  /** The period that figures begin at: where period 0 is always all, 1. */
  from: 0 | 1;
  /** Width that is there; the picture may need more. */
  width: number;
  labels: CohortLabels;
  /** A cohort's date in words, the longer and the shorter way. */
  cohort: readonly ((cohort: string) => string)[];
  size: (customers: number) => string;
  /** A figure in words, from the fullest way to the shortest. */
  figures: readonly FigureWay[];
  /** How many customers a figure rests on, from the fullest way to the shortest, under it where all have room; none for nothing. */
  counts: readonly ((customers: number) => string)[];
  measure: Measure;
}

/** A place that pointer and keyboard can go to. */
export interface TriangleCell {
  key: string;
  /** 0 is the average row where there is one. */
  line: number;
  period: number;
  x: number;
  y: number;
  width: number;
  height: number;
  value: number | null;
  /** The row of the result; null in the average row. */
  row: CohortRow | null;
  average: AverageFigure | null;
}

export interface Triangle {
  /** The whole picture. */
  scene: Scene;
  /** Its columns at the left once more, to stay in place while the rest scrolls. */
  stub: Scene;
  cells: TriangleCell[];
  /** Whether the picture is wider than what is there. */
  overflows: boolean;
}

/** Sizes of text, in px. */
export const SMALL = 11;
export const FIGURE = 12;
