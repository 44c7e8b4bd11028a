import { area, line } from 'd3-shape';
import { linearAxis } from './axis';
import { type AxisSide, bottomAxis, leftAxis, leftRoom, type PlotBox } from './axis-shapes';
import type { Measure, Scene, Shape, Tone } from './shapes';
import { stepAxis } from './step-axis';

/** One month as it is and as it would be. */
export interface WhatIfPoint {
  period: number;
  base: number;
  lifted: number;
}

interface WhatIfInput {
  points: readonly WhatIfPoint[];
  width: number;
  height: number;
  /** Titles of the axes, and what the two lines are called. */
  labels: { y: string; x: string; base: string; lifted: string };
  format: (value: number) => string;
  count: (value: number) => string;
  measure: Measure;
}

export interface WhatIfLayout {
  scene: Scene;
  box: PlotBox;
  at(point: WhatIfPoint): { x: number; base: number; lifted: number };
}

const BOTTOM = 40;
const TOP = 26;

/** Two lines over the months, and what lies between them. */
export function whatIfLayout({
  points,
  width,
  height,
  labels,
  format,
  count,
  measure,
}: WhatIfInput): WhatIfLayout {
  const values = points.flatMap(({ base, lifted }) => [base, lifted]);
  const bottom = height - BOTTOM;
  const y = { title: `↑ ${labels.y}`, format, laneLabel: '', figure: null };
  const upright = linearAxis(values, [bottom, TOP], []);
  const side: AxisSide = { ...y, axis: upright };
  const left = leftRoom(side, bottom - TOP, measure);
  const ends = [labels.base, labels.lifted].map((text) => measure(text, 12, 600));
  const box: PlotBox = { left, top: TOP, right: width - Math.ceil(Math.max(...ends)) - 12, bottom };
  const [first, last] = [points[0]?.period ?? 1, points.at(-1)?.period ?? 1];
  const across = stepAxis([first, Math.max(last, first + 1)], [box.left, box.right], [1, 2, 3, 6, 12, 24]);
  const months: AxisSide = {
    axis: across,
    title: `${labels.x} →`,
    format: count,
    laneLabel: '',
    figure: null,
  };
  const at = (point: WhatIfPoint): { x: number; base: number; lifted: number } => ({
    x: across.place(point.period, 0),
    base: upright.place(point.base, 0),
    lifted: upright.place(point.lifted, 0),
  });
  const places = points.map(at);
  const between = area<(typeof places)[number]>(
    ({ x }) => x,
    ({ base }) => base,
    ({ lifted }) => lifted,
  )(places);
  const path = (key: 'base' | 'lifted'): string =>
    line<(typeof places)[number]>(
      ({ x }) => x,
      (place) => place[key],
    )(places) ?? '';
  const shapes: Shape[] = [...leftAxis(side, box, measure), ...bottomAxis(months, box, width, measure)];
  if (between) shapes.push({ kind: 'path', d: between, fill: 'accent', opacity: 0.14 });
  shapes.push({ kind: 'path', d: path('base'), stroke: 'muted', width: 2, dash: '4 3' });
  shapes.push({ kind: 'path', d: path('lifted'), stroke: 'accent', width: 2 });
  const end = places.at(-1);
  if (end) {
    const apart = Math.abs(end.base - end.lifted) >= 15 ? 0 : (15 - Math.abs(end.base - end.lifted)) / 2;
    const way = end.lifted <= end.base ? 1 : -1;
    const name = (text: string, fill: Tone, level: number): Shape => ({
      kind: 'text',
      x: end.x + 8,
      y: level,
      text,
      fill,
      size: 12,
      weight: 600,
      vertical: 'middle',
    });
    shapes.push(name(labels.base, 'muted', end.base + way * apart));
    shapes.push(name(labels.lifted, 'accent', end.lifted - way * apart));
  }
  return { scene: { width, height, shapes }, box, at };
}
