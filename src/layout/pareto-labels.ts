import { reachedBy, VISIBLE_HUMP } from './pareto-curve';
import { LABEL_SIZE, type Placing, TICK_SIZE } from './pareto-shapes';
import type { CircleShape, Shape, TextShape } from './shapes';

/** Where the target is reached: two guides to the axes, a dot, and the words where they have room. */
export function crossingShapes(place: Placing): Shape[] {
  const { input, plot, x, y } = place;
  const share = input.summary.itemsForTargetShare;
  if (share === null) return [];
  const at = { x: x(share), y: y(reachedBy(place.points, share, input.target)) };
  const guide = { kind: 'line', stroke: 'accent', width: 1, opacity: 0.6 } as const;
  const label = crossingLabel(place);
  return [
    { ...guide, x1: plot.left, x2: at.x, y1: at.y, y2: at.y },
    { ...guide, x1: at.x, x2: at.x, y1: at.y, y2: plot.bottom },
    dot(at),
    ...(label ? [label] : []),
  ];
}

/** The words of the crossing; null where they have no room. */
export function crossingLabel(place: Placing): TextShape | null {
  const { input, x, y } = place;
  const share = input.summary.itemsForTargetShare;
  if (share === null) return null;
  const at = { x: x(share), y: y(reachedBy(place.points, share, input.target)) };
  return besideCurve(place, at, input.labels.crossing);
}

/** The top of a whale curve, where its end lies visibly below it. */
export function peakShapes(place: Placing): Shape[] {
  const { input, plot, x, y } = place;
  const { peakShare, peakAt, items } = input.summary;
  if (peakShare === null || peakShare < VISIBLE_HUMP) return [];
  const at = { x: x(peakAt / items), y: y(peakShare) };
  const half = input.measure(input.labels.peak, LABEL_SIZE, 600) / 2;
  if (plot.right - plot.left < 2 * half) return [dot(at)];
  const middle = Math.min(Math.max(at.x, plot.left + half), plot.right - half);
  return [dot(at), { ...words(input.labels.peak), x: middle, y: at.y - 9, anchor: 'middle' }];
}

/** What the curve would be if all brought the same, dotted, and named where there is room below it and no other curve. */
export function equalityShapes(place: Placing): Shape[] {
  const { input, plot, x, y } = place;
  const equality: Shape = {
    kind: 'line',
    x1: x(0),
    y1: y(0),
    x2: x(1),
    y2: y(1),
    stroke: 'muted',
    dash: '1 4',
  };
  const start = plot.right - 4 - input.measure(input.labels.equality, TICK_SIZE);
  const baseline = equalityAt(place, start) + 18;
  const needed = input.summary.itemsForTargetShare;
  // Letters and counts of the bands stand below, and other lines run through.
  const crossed = needed !== null && x(needed) > start - 4 && y(input.target) < baseline;
  if (input.selected || input.compared || crossed || start < plot.left + 8 || baseline > plot.bottom - 42)
    return [equality];
  const label: TextShape = {
    kind: 'text',
    x: start,
    y: baseline,
    text: input.labels.equality,
    fill: 'muted',
    size: TICK_SIZE,
    halo: true,
  };
  return [equality, label];
}

/**
 * A label at a point of the curve where nothing else is drawn: above to the left, where a rising curve has not
 * been yet; else below to the right, if the line of equality leaves room there; else none.
 */
function besideCurve(place: Placing, at: { x: number; y: number }, text: string): TextShape | null {
  const { input, plot } = place;
  const width = input.measure(text, LABEL_SIZE, 600);
  if (at.x - 8 - width >= plot.left + 4) {
    return { ...words(text), x: at.x - 8, y: at.y - 8, anchor: 'end' };
  }
  const below = { x: at.x + 8, y: at.y + 18 };
  const end = below.x + width;
  const clear = end <= plot.right && below.y + 4 < equalityAt(place, end);
  return clear ? { ...words(text), ...below, anchor: 'start' } : null;
}

/** Height of the line of equality at `px`. */
function equalityAt({ plot, y }: Placing, px: number): number {
  return y((px - plot.left) / (plot.right - plot.left));
}

function dot(at: { x: number; y: number }): CircleShape {
  return { kind: 'circle', cx: at.x, cy: at.y, r: 4, fill: 'accent', stroke: 'surface', strokeWidth: 2 };
}

function words(text: string): TextShape {
  return { kind: 'text', x: 0, y: 0, text, fill: 'text', size: LABEL_SIZE, weight: 600, halo: true };
}
