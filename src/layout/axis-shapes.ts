import type { Axis, Tick } from './axis';
import type { Measure, Shape, TextShape } from './shapes';

/** The inner rectangle of a plot. */
export interface PlotBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One side of a plot. */
export interface AxisSide {
  axis: Axis;
  /** In words, with the unit. */
  title: string;
  format: (value: number) => string;
  /** Words for values without a place on a log scale. */
  laneLabel: string;
  /** A figure to be named on the axis whatever else gives way. */
  figure: number | null;
}

export const AXIS_TEXT = 11;
/** Ticks closer than this are more lines than anybody reads. */
const MIN_STEP = 60;

/** Room that labels of the left axis need. */
export function leftRoom(side: AxisSide, height: number, measure: Measure): number {
  const labels = leftTicks(side, height, measure).map((tick) => side.format(tick.value));
  if (side.axis.lane) labels.push(side.laneLabel);
  const widths = labels.map((label) => measure(label, AXIS_TEXT));
  if (side.figure !== null) widths.push(measure(side.format(side.figure), AXIS_TEXT, 600));
  return Math.ceil(Math.max(16, ...widths)) + 8;
}

/** Grid, ticks and title of the left axis. */
export function leftAxis(side: AxisSide, box: PlotBox, measure: Measure): Shape[] {
  const { axis, format, title, laneLabel, figure } = side;
  const label = (text: string, y: number, strong = false): TextShape => ({
    kind: 'text',
    x: box.left - 8,
    y,
    text,
    fill: strong ? 'text' : 'muted',
    weight: strong ? 600 : 400,
    size: AXIS_TEXT,
    anchor: 'end',
    vertical: 'middle',
  });
  const at = figure === null ? null : axis.border(figure);
  const ticks = leftTicks(side, box.bottom - box.top, measure);
  const free = ticks.filter((tick) => at === null || Math.abs(tick.at - at) >= 13);
  const shapes: Shape[] = ticks.map((tick) => ({
    kind: 'line',
    x1: box.left,
    x2: box.right,
    y1: Math.round(tick.at),
    y2: Math.round(tick.at),
    stroke: 'grid',
  }));
  shapes.push(...free.map((tick) => label(format(tick.value), tick.at)));
  if (at !== null && figure !== null) shapes.push(label(format(figure), at, true));
  const lane = axis.lane && (axis.lane.from + axis.lane.to) / 2;
  if (lane !== null && (at === null || Math.abs(lane - at) >= 13)) shapes.push(label(laneLabel, lane));
  shapes.push({ kind: 'text', x: 0, y: 11, text: title, fill: 'muted', size: AXIS_TEXT });
  return shapes;
}

/** Ticks and title of the bottom axis; `grid` also draws lines up the plot. */
export function bottomAxis(side: AxisSide, box: PlotBox, width: number, measure: Measure): Shape[] {
  const { axis, format, title, laneLabel, figure } = side;
  const taken: { from: number; to: number }[] = [];
  const shapes: Shape[] = [];
  const label = (text: string, x: number, strong: boolean): void => {
    const weight = strong ? 600 : 400;
    const half = measure(text, AXIS_TEXT, weight) / 2;
    const middle = Math.min(Math.max(x, half), width - half);
    const span = { from: middle - half - 5, to: middle + half + 5 };
    if (taken.some((other) => span.from < other.to && other.from < span.to)) return;
    taken.push(span);
    shapes.push({
      kind: 'text',
      x: middle,
      y: box.bottom + 15,
      text,
      fill: strong ? 'text' : 'muted',
      weight,
      size: AXIS_TEXT,
      anchor: 'middle',
    });
  };
  if (figure !== null) label(format(figure), axis.border(figure), true);
  if (axis.lane) label(laneLabel, (axis.lane.from + axis.lane.to) / 2, false);
  const ticks = bottomTicks(side, measure);
  for (const tick of ticks) {
    const x = Math.round(tick.at);
    shapes.push({ kind: 'line', x1: x, x2: x, y1: box.top, y2: box.bottom, stroke: 'grid' });
    label(format(tick.value), tick.at, false);
  }
  shapes.push({
    kind: 'text',
    x: box.right,
    y: box.bottom + 33,
    text: title,
    fill: 'muted',
    size: AXIS_TEXT,
    anchor: 'end',
  });
  return shapes;
}

function leftTicks({ axis, format }: AxisSide, height: number, _measure: Measure): readonly Tick[] {
  const room = height < 240 ? 26 : 30;
  return firstThatFits(axis, format, () => room);
}

function bottomTicks({ axis, format }: AxisSide, measure: Measure): readonly Tick[] {
  return firstThatFits(axis, format, (tick) =>
    Math.max(MIN_STEP, measure(format(tick.value), AXIS_TEXT) + 24),
  );
}

/**
 * The finest ticks of which no two come closer than the room each needs, or are written alike; counts may be left out
 * one by one.
 */
function firstThatFits(
  axis: Axis,
  format: (value: number) => string,
  room: (tick: Tick) => number,
): readonly Tick[] {
  const fits = axis.ticks.find((ticks) =>
    ticks.every((tick, index) => {
      const next = ticks[index + 1];
      if (!next) return true;
      if (format(next.value) === format(tick.value)) return false;
      return Math.abs(next.at - tick.at) >= (room(tick) + room(next)) / 2;
    }),
  );
  if (fits && fits.length > 1) return fits;
  return thinned(axis.ticks.at(-1) ?? [], room);
}

function thinned(ticks: readonly Tick[], room: (tick: Tick) => number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (!last || Math.abs(tick.at - last.at) >= (room(tick) + room(last)) / 2) kept.push(tick);
  }
  return kept;
}
