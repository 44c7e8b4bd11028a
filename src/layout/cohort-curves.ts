import { extent, nice } from 'd3-array';
import { line } from 'd3-shape';
import { linearAxis } from './axis';
import { type AxisSide, bottomAxis, leftAxis, leftRoom } from './axis-shapes';
import { averageKey, besideCurves, endNames } from './cohort-curve-names';
import {
  type CurvePlace,
  type CurvePoint,
  type Curves,
  type CurvesInput,
  type CurvesPlacing,
  curvePoints,
} from './cohort-curve-shapes';
import { type AverageFigure, FIGURE } from './cohort-shapes';
import { type CohortFigure, type CohortLine, lastPeriod, SMALL_COHORT } from './cohort-table';
import type { Shape } from './shapes';
import { stepAxis } from './step-axis';

/** More curves than this stand back further. */
const CROWD = 12;

/** A thin curve for each cohort and a strong one for the average, over periods since the first purchase. */
export function cohortCurves(input: CurvesInput): Curves {
  const drawn = input.lines.filter((cohort) => !cohort.small && curvePoints(input, cohort).length > 0);
  const last = Math.max(lastPeriod(drawn), input.from + 1);
  const average = averagesDrawn(input, last);
  const place = placing(input, drawn, average, last);
  const paths = new Map(drawn.map((cohort) => [cohort.cohort, path(place, curvePoints(input, cohort))]));
  return {
    scene: {
      width: input.width,
      height: input.height,
      shapes: [
        ...axes(input, place),
        ...drawn.flatMap((cohort) => cohortShapes(place, curvePoints(input, cohort), drawn.length)),
        ...averageShapes(place, average),
        ...(place.named ? besideCurves(place, endNames(input, drawn, average)) : averageKey(input, average)),
      ],
    },
    places: [...averagePlaces(place, average), ...cohortPlaces(input, place, drawn, average.length > 0)],
    paths,
    left: input.lines.length - drawn.length,
  };
}

/** What a handful of customers have reached is no average to draw a strong line for. */
function averagesDrawn({ averages, from }: CurvesInput, last: number): AverageFigure[] {
  return averages.filter(
    ({ period, customers }) => period >= from && period <= last && customers >= SMALL_COHORT,
  );
}

function placing(
  input: CurvesInput,
  drawn: readonly CohortLine[],
  average: readonly AverageFigure[],
  last: number,
): CurvesPlacing {
  const { width, height, measure } = input;
  const [top, bottom] = [26, height - 38];
  const value = valueSide(input, drawn, average, [bottom, top]);
  const left = leftRoom(value, bottom - top, measure);
  const named = width >= 480;
  const names = named ? endNames(input, drawn, average).map(({ text }) => measure(text, FIGURE, 600)) : [];
  const right = Math.max(left + 40, width - Math.ceil(Math.max(12, ...names.map((name) => name + 18))));
  const periods = periodSide(input, last, [left, right]);
  const { place: x } = periods.axis;
  const { place: y } = value.axis;
  return {
    plot: { left, top, right, bottom },
    sides: { periods, value },
    x: (period) => x(period, 0),
    y: (figure) => y(figure, 0),
    named,
  };
}

function valueSide(
  input: CurvesInput,
  drawn: readonly CohortLine[],
  average: readonly AverageFigure[],
  range: readonly [number, number],
): AxisSide {
  const values = [
    ...drawn.flatMap((cohort) => curvePoints(input, cohort).map(({ value }) => value)),
    ...average.map(({ value }) => value),
  ];
  const [low, high] = extent(values);
  const [bottom, top] = nice(Math.min(0, low ?? 0), Math.max(0, high ?? 0) || 1, 5);
  return {
    axis: linearAxis([], range, [bottom, top]),
    title: input.labels.value,
    format: input.figure,
    laneLabel: '',
    figure: null,
  };
}

function periodSide({ from, labels }: CurvesInput, last: number, range: readonly [number, number]): AxisSide {
  return {
    axis: stepAxis([from, last], range, [1, 2, 3, 6, 12, 24, 52, 104]),
    title: labels.periods,
    format: String,
    laneLabel: '',
    figure: null,
  };
}

function path({ x, y }: CurvesPlacing, curve: readonly CurvePoint[]): string {
  const draw = line<CurvePoint>(
    ({ period }) => x(period),
    ({ value }) => y(value),
  ).digits(2);
  return draw(curve) ?? '';
}

function axes({ width, measure }: CurvesInput, { plot, sides, y }: CurvesPlacing): Shape[] {
  const zero = Math.round(y(0));
  return [
    ...leftAxis(sides.value, plot, measure),
    ...bottomAxis(sides.periods, plot, width, measure).filter((shape) => shape.kind === 'text'),
    { kind: 'line', x1: plot.left, x2: plot.right, y1: zero, y2: zero, stroke: 'axis' },
  ];
}

/** What is not over yet is dashed. */
function cohortShapes(
  place: CurvesPlacing,
  curve: readonly (CohortFigure & CurvePoint)[],
  crowd: number,
): Shape[] {
  const opacity = crowd > CROWD ? 0.4 : 0.7;
  const stroke = { kind: 'path', stroke: 'seq-5', width: 1, opacity } as const;
  const complete = curve.filter(({ row }) => row.complete);
  const open = curve.slice(Math.max(0, complete.length - 1));
  const solid: Shape[] = complete.length > 1 ? [{ ...stroke, d: path(place, complete) }] : [];
  return open.length > 1 ? [...solid, { ...stroke, d: path(place, open), dash: '2 3' }] : solid;
}

function averageShapes(place: CurvesPlacing, average: readonly AverageFigure[]): Shape[] {
  return average.length > 1
    ? [
        { kind: 'path', d: path(place, average), stroke: 'surface', width: 5 },
        { kind: 'path', d: path(place, average), stroke: 'accent', width: 2.5 },
      ]
    : [];
}

function averagePlaces(place: CurvesPlacing, average: readonly AverageFigure[]): CurvePlace[] {
  return average.map((figure) => ({
    key: `average:${figure.period}`,
    line: 0,
    period: figure.period,
    x: place.x(figure.period),
    y: place.y(figure.value),
    value: figure.value,
    row: null,
    average: figure,
  }));
}

function cohortPlaces(
  input: CurvesInput,
  place: CurvesPlacing,
  drawn: readonly CohortLine[],
  averaged: boolean,
): CurvePlace[] {
  return drawn.flatMap((cohort, i) =>
    curvePoints(input, cohort).map(({ row, value, period }) => ({
      key: `${cohort.cohort}:${period}`,
      line: averaged ? i + 1 : i,
      period,
      x: place.x(period),
      y: place.y(value),
      value,
      row,
      average: null,
    })),
  );
}
