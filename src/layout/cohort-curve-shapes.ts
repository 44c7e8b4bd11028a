import type { CohortRow } from '../compute/results';
import type { AxisSide, PlotBox } from './axis-shapes';
import type { AverageFigure } from './cohort-shapes';
import type { CohortFigure, CohortLine } from './cohort-table';
import type { Measure, Scene } from './shapes';

export interface CurvesInput {
  lines: readonly CohortLine[];
  averages: readonly AverageFigure[];
  /** The period that curves begin at: where period 0 is always all, 1. */
  from: 0 | 1;
  width: number;
  height: number;
  labels: { value: string; periods: string; average: string };
  cohort: (cohort: string) => string;
  /** A figure on the axis. */
  figure: (value: number) => string;
  measure: Measure;
}

/** A point that pointer and keyboard can go to. */
export interface CurvePlace {
  key: string;
  /** 0 is the average where there is one. */
  line: number;
  period: number;
  x: number;
  y: number;
  value: number;
  row: CohortRow | null;
  average: AverageFigure | null;
}

export interface Curves {
  scene: Scene;
  places: CurvePlace[];
  /** Path of each cohort's curve, to bring it forward. */
  paths: ReadonlyMap<string, string>;
  /** Cohorts too small to be drawn. */
  left: number;
}

/** A figure of a curve at a period. */
export interface CurvePoint {
  period: number;
  value: number;
}

/** What every part of the picture is placed by. */
export interface CurvesPlacing {
  plot: PlotBox;
  sides: { periods: AxisSide; value: AxisSide };
  x: (period: number) => number;
  y: (value: number) => number;
  /** Whether names stand at the right of the curves. */
  named: boolean;
}

/** The figures of a cohort that a curve is drawn through. */
export function curvePoints({ from }: CurvesInput, cohort: CohortLine): (CohortFigure & CurvePoint)[] {
  return cohort.figures.flatMap((figure) =>
    figure.value === null || figure.row.period < from
      ? []
      : [{ ...figure, value: figure.value, period: figure.row.period }],
  );
}
