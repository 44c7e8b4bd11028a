import { nice } from 'd3-array';
import { type AxisSide, bottomAxis, leftAxis } from './axis-shapes';
import { type CurvePoint, reachedBy, VISIBLE_HUMP } from './pareto-curve';
import type { ParetoLayoutInput, Placing, Plot } from './pareto-shapes';
import type { Shape } from './shapes';
import { stepAxis } from './step-axis';

/** Where the axis of the value ends: beyond 100 % only for a hump that can be seen. */
export function highestShare(points: readonly CurvePoint[]): number {
  const peak = points.reduce((most, point) => Math.max(most, point.value), 1);
  return peak < VISIBLE_HUMP ? 1 : nice(0, peak, 6)[1];
}

/** The axis of the value between `top` and `bottom`; the crossing's height is named on it. */
export function valueSide(
  { summary, target, labels, percent, compared }: ParetoLayoutInput,
  points: readonly CurvePoint[],
  { top, bottom }: Pick<Plot, 'top' | 'bottom'>,
): AxisSide {
  const { itemsForTargetShare: needed } = summary;
  const all = [...points, ...(compared?.curve ?? [])];
  const steps = [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  return {
    axis: stepAxis([0, highestShare(all)], [bottom, top], steps),
    title: labels.value,
    format: percent,
    laneLabel: '',
    figure: needed === null ? null : reachedBy(points, needed, target),
  };
}

/** The axis of the items between `left` and `right`; the share that reaches the target is named on it. */
export function itemSide(
  { summary, labels, percent }: ParetoLayoutInput,
  { left, right }: Pick<Plot, 'left' | 'right'>,
): AxisSide {
  return {
    axis: stepAxis([0, 1], [left, right], [0.2, 0.25, 0.5, 1]),
    title: labels.items,
    format: percent,
    laneLabel: '',
    figure: summary.itemsForTargetShare,
  };
}

/** Both axes with quiet lines across; nothing and, where the curve goes beyond it, 100 % speak up. */
export function axisShapes({ input, plot, sides, y }: Placing): Shape[] {
  const across = (share: number): Shape => {
    const height = Math.round(y(share));
    return { kind: 'line', x1: plot.left, x2: plot.right, y1: height, y2: height, stroke: 'axis' };
  };
  const beyond = y(1) > plot.top + 1;
  return [
    ...leftAxis(sides.value, plot, input.measure),
    // Lines up the plot would be taken for the classes' ends.
    ...bottomAxis(sides.items, plot, input.width, input.measure).filter((shape) => shape.kind === 'text'),
    across(0),
    ...(beyond ? [across(1)] : []),
  ];
}
