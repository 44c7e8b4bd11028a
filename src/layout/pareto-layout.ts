import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { asideHeight, asideShapes, asideWidth } from './pareto-aside';
import { bandShapes } from './pareto-bands';
import { type CurvePoint, paretoCurve, reachedBy, VISIBLE_HUMP } from './pareto-curve';
import { crossingShapes, equalityShapes, peakShapes } from './pareto-labels';
import { axisShapes, gridShapes } from './pareto-marks';
import { LABEL_SIZE, type ParetoLayout, type ParetoLayoutInput, type Placing } from './pareto-shapes';
import type { Shape } from './shapes';

/** Width of a plot beside which figures stand, in its heights. */
const WIDEST = 1.6;
/** Between the plot and the figures beside it: the last tick's text reaches into it. */
const ASIDE_GAP = 56;

/** Height for a plot that stays near square without growing past what a screen shows. */
export function paretoHeight(width: number): number {
  const wall = Math.max(0, width - 1000) * 0.2;
  return Math.round(Math.min(440, Math.max(280, width * 0.85)) + Math.min(160, wall));
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
    itemsUnder: (px) => Math.min(1, Math.max(0, (px - plot.left) / (plot.right - plot.left))),
  };
}

function placing(input: ParetoLayoutInput): Placing {
  const points = paretoCurve(input.rows);
  const ticks = valueTicks(highest(points), input.height);
  const left = leftMargin(input, points, ticks);
  const [top, bottom] = [26, input.height - 38];
  const { right, aside } = widths(input, left, bottom - top);
  const plot = { left, top, right, bottom };
  const x = scaleLinear([0, 1], [plot.left, plot.right]);
  const y = scaleLinear([0, ticks.at(-1) ?? 1], [plot.bottom, plot.top]);
  return {
    input,
    plot,
    aside,
    points,
    ticks,
    x: (share) => hundredths(x(share)),
    y: (share) => hundredths(y(share)),
  };
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

/** As fine as a screen can show; keeps the markup short. */
function hundredths(px: number): number {
  return Math.round(px * 100) / 100;
}

function shapes(place: Placing): Shape[] {
  const { input } = place;
  return [
    ...gridShapes(place),
    ...bandShapes(place),
    ...equalityShapes(place),
    ...crossingShapes(place),
    { kind: 'path', d: curvePath(place), stroke: 'accent', width: 2 },
    ...peakShapes(place),
    ...axisShapes(place),
    ...(input.aside && place.aside !== null
      ? asideShapes(input.aside, place.aside, place.plot, input.measure)
      : []),
  ];
}

/** Where the y axis must reach: beyond 100 % only for a hump that can be seen. */
function highest(points: readonly CurvePoint[]): number {
  const peak = points.reduce((most, point) => Math.max(most, point.value), 1);
  return peak < VISIBLE_HUMP ? 1 : peak;
}

function valueTicks(high: number, height: number): number[] {
  const steps = height < 240 ? [0.5, 1, 2, 5] : [0.2, 0.5, 1, 2, 5];
  const step = steps.find((size) => high / size <= 9) ?? 10 ** Math.ceil(Math.log10(high));
  return Array.from({ length: Math.ceil(high / step - 1e-9) + 1 }, (_, i) => Math.round(i * step * 10) / 10);
}

function leftMargin(
  { percent, measure, target, summary }: ParetoLayoutInput,
  points: readonly CurvePoint[],
  ticks: readonly number[],
): number {
  const figure = reachedBy(points, summary.itemsForTargetShare ?? 1, target);
  const widths = [...ticks, figure].map((value) => measure(percent(value), LABEL_SIZE, 600));
  return Math.ceil(Math.max(...widths)) + 10;
}

function curvePath({ x, y, points }: Placing): string {
  const path = line<CurvePoint>(
    (point) => x(point.items),
    (point) => y(point.value),
  ).digits(2);
  return path(points) ?? '';
}
