import { max, nice, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { CohortRow } from '../compute/results';
import { type AverageFigure, FIGURE, SMALL } from './cohort-shapes';
import { type CohortFigure, type CohortLine, lastPeriod, SMALL_COHORT } from './cohort-table';
import { dodge } from './dodge';
import type { Measure, Scene, Shape, Tone } from './shapes';

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

/** As many names as stand at the ends of curves without a search. */
const NAMED = 6;

/** More curves than this stand back further. */
const CROWD = 12;

/** A thin curve for each cohort and a strong one for the average, over periods since the first purchase. */
export function cohortCurves(input: CurvesInput): Curves {
  const drawn = input.lines.filter((cohort) => !cohort.small && points(input, cohort).length > 0);
  const place = placing(input, drawn);
  const paths = new Map(drawn.map((cohort) => [cohort.cohort, path(place, points(input, cohort))]));
  const average = averagesDrawn(input, place.last);
  return {
    scene: {
      width: input.width,
      height: input.height,
      shapes: [
        ...axes(input, place),
        ...drawn.flatMap((cohort) => cohortShapes(place, points(input, cohort), drawn.length)),
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

interface Point {
  period: number;
  value: number;
}

interface Placing {
  plot: { left: number; top: number; right: number; bottom: number };
  x: (period: number) => number;
  y: (value: number) => number;
  values: number[];
  last: number;
  /** Whether names stand at the right of the curves. */
  named: boolean;
}

function placing(input: CurvesInput, drawn: readonly CohortLine[]): Placing {
  const { width, height, measure } = input;
  const last = Math.max(lastPeriod(drawn), input.from + 1);
  const top = highest(input, drawn);
  const [low, high] = nice(0, top, 5);
  const values = ticks(low, high, 5);
  const named = width >= 480;
  const names = named
    ? endNames(input, drawn, averagesDrawn(input, last)).map(({ text }) => measure(text, FIGURE, 600))
    : [];
  const left = Math.ceil(Math.max(...values.map((value) => measure(input.figure(value), SMALL)))) + 10;
  const right = Math.max(left + 40, width - Math.ceil(Math.max(12, ...names.map((name) => name + 18))));
  const plot = { left, top: 26, right, bottom: height - 38 };
  const x = scaleLinear([input.from, last], [plot.left, plot.right]);
  const y = scaleLinear([low, high], [plot.bottom, plot.top]);
  return { plot, x: (at) => hundredths(x(at)), y: (at) => hundredths(y(at)), values, last, named };
}

function hundredths(px: number): number {
  return Math.round(px * 100) / 100;
}

function highest(input: CurvesInput, drawn: readonly CohortLine[]): number {
  const cohorts = max(drawn, (cohort) => max(points(input, cohort), ({ value }) => value));
  const average = max(input.averages, ({ period, value }) => (period >= input.from ? value : undefined));
  return Math.max(cohorts ?? 0, average ?? 0) || 1;
}

function points({ from }: CurvesInput, cohort: CohortLine): (CohortFigure & Point)[] {
  return cohort.figures.flatMap((figure) =>
    figure.value === null || figure.row.period < from
      ? []
      : [{ ...figure, value: figure.value, period: figure.row.period }],
  );
}

function path({ x, y }: Placing, curve: readonly Point[]): string {
  const draw = line<Point>(
    ({ period }) => x(period),
    ({ value }) => y(value),
  ).digits(2);
  return draw(curve) ?? '';
}

function axes(input: CurvesInput, place: Placing): Shape[] {
  const { plot, x, y, values } = place;
  const text = { kind: 'text', size: SMALL, fill: 'muted' } as const;
  return [
    ...values.flatMap((value, i): Shape[] => [
      {
        kind: 'line',
        x1: plot.left,
        x2: plot.right,
        y1: y(value),
        y2: y(value),
        stroke: i === 0 ? 'axis' : 'grid',
      },
      {
        ...text,
        x: plot.left - 8,
        y: y(value),
        text: input.figure(value),
        anchor: 'end',
        vertical: 'middle',
      },
    ]),
    ...periodTicks(input, place).map(
      (period): Shape => ({
        ...text,
        x: x(period),
        y: plot.bottom + 16,
        text: String(period),
        anchor: 'middle',
      }),
    ),
    { ...text, x: 0, y: 11, text: input.labels.value },
    { ...text, x: plot.right, y: input.height - 4, text: input.labels.periods, anchor: 'end' },
  ];
}

/** Whole periods, years of months in twelves where there are many. */
function periodTicks({ from }: CurvesInput, { plot, last }: Placing): number[] {
  const room = Math.max(2, Math.floor((plot.right - plot.left) / 36));
  const step = [1, 2, 3, 6, 12, 24, 52].find((size) => (last - from) / size <= room) ?? 104;
  const first = Math.ceil(from / step) * step;
  const stops = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return stops[0] === from ? stops : [from, ...stops.filter((stop) => stop - from > step / 2)];
}

/** What is not over yet is dashed. */
function cohortShapes(place: Placing, curve: readonly (CohortFigure & Point)[], crowd: number): Shape[] {
  const opacity = crowd > CROWD ? 0.4 : 0.7;
  const stroke = { kind: 'path', stroke: 'seq-5', width: 1, opacity } as const;
  const complete = curve.filter(({ row }) => row.complete);
  const open = curve.slice(Math.max(0, complete.length - 1));
  const solid: Shape[] = complete.length > 1 ? [{ ...stroke, d: path(place, complete) }] : [];
  return open.length > 1 ? [...solid, { ...stroke, d: path(place, open), dash: '2 3' }] : solid;
}

function averageShapes(place: Placing, average: readonly AverageFigure[]): Shape[] {
  return average.length > 1
    ? [
        { kind: 'path', d: path(place, average), stroke: 'surface', width: 5 },
        { kind: 'path', d: path(place, average), stroke: 'accent', width: 2.5 },
      ]
    : [];
}

function averagePlaces(place: Placing, average: readonly AverageFigure[]): CurvePlace[] {
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
  place: Placing,
  drawn: readonly CohortLine[],
  averaged: boolean,
): CurvePlace[] {
  return drawn.flatMap((cohort, i) =>
    points(input, cohort).map(({ row, value, period }) => ({
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

interface EndName {
  text: string;
  at: Point;
  fill: Tone;
  weight: 400 | 600;
}

/** Names for the ends of curves: the average always, cohorts while they are few. */
function endNames(
  input: CurvesInput,
  drawn: readonly CohortLine[],
  averages: readonly AverageFigure[],
): EndName[] {
  const last = averages.at(-1);
  const names: EndName[] =
    last && last.period >= input.from
      ? [{ text: input.labels.average, at: last, fill: 'text', weight: 600 }]
      : [];
  if (drawn.length > NAMED) return names;
  const cohorts = drawn.flatMap((cohort): EndName[] => {
    const at = points(input, cohort).at(-1);
    return at ? [{ text: input.cohort(cohort.cohort), at, fill: 'muted', weight: 400 }] : [];
  });
  return [...names, ...cohorts];
}

/** What the strong line is, at the top right, where there is no room beside it. */
function averageKey({ labels, width, measure }: CurvesInput, average: readonly AverageFigure[]): Shape[] {
  if (average.length === 0) return [];
  const text = width - measure(labels.average, SMALL, 600);
  if (text - 30 < measure(labels.value, SMALL)) return [];
  return [
    { kind: 'line', x1: text - 22, x2: text - 6, y1: 7, y2: 7, stroke: 'accent', width: 2.5 },
    {
      kind: 'text',
      x: width,
      y: 11,
      text: labels.average,
      fill: 'text',
      size: SMALL,
      weight: 600,
      anchor: 'end',
    },
  ];
}

/** Names in one column at the right, each led to by a thin line from where its curve ends. */
function besideCurves({ plot, x, y }: Placing, names: readonly EndName[]): Shape[] {
  const sorted = [...names].sort((a, b) => y(a.at.value) - y(b.at.value));
  const spans = sorted.map(({ at }) => ({ center: y(at.value), length: 14 }));
  const centers = dodge(spans, 0, plot.bottom + 8, 1);
  return sorted.flatMap(({ text, at, fill, weight }, i): Shape[] => {
    const middle = centers?.[i] ?? y(at.value);
    const end = { x1: x(at.period) + 3, y1: y(at.value), x2: plot.right + 10, y2: middle };
    return [
      { kind: 'line', ...end, stroke: 'axis', dash: '1 2' },
      {
        kind: 'text',
        x: plot.right + 14,
        y: middle,
        text,
        fill,
        weight,
        size: FIGURE,
        vertical: 'middle',
        halo: true,
      },
    ];
  });
}
