import { line } from 'd3-shape';
import { leftRoom } from './axis-shapes';
import { asideHeight, asideShapes, asideWidth } from './pareto-aside';
import { bandShapes } from './pareto-bands';
import { comparedShapes } from './pareto-compared';
import { type CurvePoint, paretoCurve } from './pareto-curve';
import { crossingShapes, equalityShapes, peakShapes } from './pareto-labels';
import { axisShapes, highestShare, itemSide, valueSide } from './pareto-marks';
import { selectedShapes } from './pareto-selected';
import type { ParetoLayout, ParetoLayoutInput, Placing } from './pareto-shapes';
import type { Shape } from './shapes';

/** Width of a plot beside which figures stand, in its heights. */
const WIDEST = 1.6;
/** Between the plot and the figures beside it: the last tick's text reaches into it. */
const ASIDE_GAP = 56;

/** Height for a plot that stays near square without growing past what a screen shows. */
export function paretoHeight(width: number): number {
  const wall = Math.max(0, width - 1000) * 0.3;
  return Math.round(Math.min(440, Math.max(280, width * 0.85)) + Math.min(280, wall));
}

/** The cumulative curve with its bands, guides and labels for a box of `width` x `height`. */
export function paretoLayout(input: ParetoLayoutInput): ParetoLayout {
  const place = placing(input);
  const { plot, points, x, y } = place;
  return {
    scene: { width: input.width, height: input.height, shapes: shapes(place) },
    plot,
    points,
    x,
    y,
    valueAcross: (py) =>
      Math.min(1, Math.max(0, (plot.bottom - py) / (plot.bottom - plot.top))) *
      highestShare([...points, ...(input.compared?.curve ?? [])]),
    itemsUnder: (px) => Math.min(1, Math.max(0, (px - plot.left) / (plot.right - plot.left))),
  };
}

function placing(input: ParetoLayoutInput): Placing {
  const points = paretoCurve(input.rows);
  const [top, bottom] = [26, input.height - 38];
  const value = valueSide(input, points, { top, bottom });
  const left = leftRoom(value, bottom - top, input.measure);
  const { right, aside } = widths(input, left, bottom - top);
  const plot = { left, top, right, bottom };
  const items = itemSide(input, plot);
  const sides = { items, value };
  const { place: x } = items.axis;
  const { place: y } = value.axis;
  return { input, plot, aside, points, sides, x: (share) => x(share, 0), y: (share) => y(share, 0) };
}

/** Where the plot ends, and where the figures beside it begin: only where a plot near square leaves them room. */
function widths(
  { width, aside, measure }: ParetoLayoutInput,
  left: number,
  height: number,
): { right: number; aside: number | null } {
  const needed = aside ? asideWidth(aside, measure) + ASIDE_GAP : 0;
  const room = width - needed - 4;
  const fits = aside && room - left >= height && asideHeight(aside) <= height;
  if (!fits) return { right: Math.max(left + 40, width - 14), aside: null };
  const right = Math.min(room, left + Math.round(WIDEST * height));
  return { right, aside: right + ASIDE_GAP };
}

function shapes(place: Placing): Shape[] {
  const { input } = place;
  return [
    ...axisShapes(place),
    // Below the bands, whose letters it may run through.
    ...selectedShapes(place),
    ...comparedShapes(place),
    ...bandShapes(place),
    ...equalityShapes(place),
    ...crossingShapes(place),
    { kind: 'path', d: curvePath(place), stroke: 'accent', width: 2 },
    ...peakShapes(place),
    ...(input.aside && place.aside !== null
      ? asideShapes(input.aside, place.aside, place.plot, input.measure)
      : []),
  ];
}

function curvePath({ x, y, points }: Placing): string {
  const path = line<CurvePoint>(
    (point) => x(point.items),
    (point) => y(point.value),
  ).digits(2);
  return path(points) ?? '';
}
