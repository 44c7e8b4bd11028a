import { type CurvePoint, type CurvesInput, type CurvesPlacing, curvePoints } from './cohort-curve-shapes';
import { type AverageFigure, FIGURE, SMALL } from './cohort-shapes';
import type { CohortLine } from './cohort-table';
import { dodge } from './dodge';
import type { Shape, Tone } from './shapes';

/** As many names as stand at the ends of curves without a search. */
const NAMED = 6;

/** A name for the end of a curve. */
export interface EndName {
  text: string;
  at: CurvePoint;
  fill: Tone;
  weight: 400 | 600;
}

/** Names for the ends of curves: the average always, cohorts while they are few. */
export function endNames(
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
    const at = curvePoints(input, cohort).at(-1);
    return at ? [{ text: input.cohort(cohort.cohort), at, fill: 'muted', weight: 400 }] : [];
  });
  return [...names, ...cohorts];
}

/** What the strong line is, at the top right, where there is no room beside it. */
export function averageKey(
  { labels, width, measure }: CurvesInput,
  average: readonly AverageFigure[],
): Shape[] {
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
export function besideCurves({ plot, x, y }: CurvesPlacing, names: readonly EndName[]): Shape[] {
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
