import { area } from 'd3-shape';
import type { AbcClass } from '../compute/results';
import { dodge } from './dodge';
import { type CurvePoint, itemsAt, valueAt } from './pareto-curve';
import { highestShare } from './pareto-marks';
import { LABEL_SIZE, type Placing, TICK_SIZE } from './pareto-shapes';
import type { Shape } from './shapes';

interface Band {
  class: AbcClass;
  items: number;
  from: number;
  to: number;
}

/** Ink of each band: enough to tell them apart, never enough to outweigh the curve. */
const INK: Readonly<Record<AbcClass, number>> = { A: 0.06, B: 0.035, C: 0.015 };

/** A, B and C under the curve, with their counts above the axis. */
export function bandShapes(place: Placing): Shape[] {
  const bands = bandsOf(place);
  return [
    ...bands.map((band): Shape => {
      const key = `class-${band.class}`;
      return { kind: 'path', d: bandPath(place, band), fill: 'accent', opacity: INK[band.class], key };
    }),
    ...bands.slice(1).map((band) => separator(place, band.from)),
    ...bandLabels(place, bands),
  ];
}

function bandsOf({ input }: Placing): Band[] {
  const { classes, items: all } = input.summary;
  let before = 0;
  return classes
    .filter((band) => band.items > 0)
    .map((band) => {
      const from = before / all;
      before += band.items;
      return { class: band.class, items: band.items, from, to: before / all };
    });
}

function bandPath({ points, x, y }: Placing, { from, to }: Band): string {
  const inside = points.filter((point) => point.items > from && point.items < to);
  const start = { items: from, value: valueAt(points, from) };
  const end = { items: to, value: valueAt(points, to) };
  const path = area<CurvePoint>()
    .x((point) => x(point.items))
    .y0(y(0))
    .y1((point) => y(point.value))
    .digits(2);
  return path([start, ...inside, end]) ?? '';
}

function separator({ points, x, y }: Placing, at: number): Shape {
  return { kind: 'line', x1: x(at), x2: x(at), y1: y(valueAt(points, at)), y2: y(0), stroke: 'grid' };
}

/** Letters and counts in one row above the axis; where counts do not fit letters alone, else nothing. */
function bandLabels(place: Placing, bands: readonly Band[]): Shape[] {
  const { measure, count } = place.input;
  for (const withCount of [true, false]) {
    const spans = bands.map((band) => ({
      center: (place.x(band.from) + place.x(band.to)) / 2,
      length: Math.max(
        measure(band.class, LABEL_SIZE, 600),
        withCount ? measure(count(band.items), TICK_SIZE) : 0,
      ),
    }));
    const centers = dodge(spans, clearOfCurve(place, withCount ? 36 : 22), place.plot.right - 4, 10);
    if (centers) return bands.flatMap((band, i) => bandLabel(place, band, centers[i] ?? 0, withCount));
  }
  return [];
}

function bandLabel({ input, plot }: Placing, band: Band, x: number, withCount: boolean): Shape[] {
  const text = { kind: 'text', x, anchor: 'middle', halo: true } as const;
  const letter: Shape = {
    ...text,
    y: plot.bottom - (withCount ? 22 : 8),
    text: band.class,
    fill: 'text',
    size: LABEL_SIZE,
    weight: 600,
  };
  if (!withCount) return [letter];
  const count = input.count(band.items);
  return [letter, { ...text, y: plot.bottom - 8, text: count, fill: 'muted', size: TICK_SIZE }];
}

/** Where the curve has risen past `height` px above the axis, and a label under it has room. */
function clearOfCurve({ points, plot, x }: Placing, height: number): number {
  const share = (height / (plot.bottom - plot.top)) * highestShare(points);
  return x(itemsAt(points, share) ?? 0) + 8;
}
