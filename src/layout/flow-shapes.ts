import { AXIS_TEXT, type PlotBox } from './axis-shapes';
import { type FlowColumn, type FlowPart, sums } from './flow-columns';
import type { Measure, Shape, Tone } from './shapes';

export interface FlowInput {
  columns: readonly FlowColumn[];
  /** The same of the selected customers, by period; null where none are. */
  selected: ReadonlyMap<string, FlowColumn> | null;
  parts: readonly FlowPart[];
  width: number;
  height: number;
  labels: {
    title: string;
    parts: Readonly<Record<FlowPart, string>>;
    net: string;
    /** What the middle holds. */
    stayed: string;
  };
  /** The ways to name a period, the fuller first. */
  names: readonly ((period: string) => string)[];
  /** A figure on the axis. */
  short: (value: number) => string;
  /** The same in full. */
  full: (value: number) => string;
  measure: Measure;
}

/** The tones of the parts, and how strong: what stays is quiet. */
export const INK: Readonly<Record<FlowPart, { fill: Tone; opacity: number }>> = {
  new: { fill: 'fresh', opacity: 1 },
  reactivated: { fill: 'fresh', opacity: 0.5 },
  expansion: { fill: 'rise', opacity: 0.85 },
  retained: { fill: 'rise', opacity: 0.35 },
  lost: { fill: 'fall', opacity: 1 },
  contraction: { fill: 'fall', opacity: 0.5 },
};
/** Longer figures are written short. */
const MOST_FIGURE = 72;
/** Where everything stands, worked out once. */
export interface FlowPlacing {
  box: PlotBox;
  /** Pixels of one. */
  unit: number;
  /** Where what came stands on, and what left hangs from. */
  up: number;
  down: number;
  step: number;
  bar: number;
  /** The middle of a column. */
  x: (column: number) => number;
  tickStep: readonly number[];
}

/** Grid, figures and the two lines of the door. */
export function axisShapes(
  { short, labels }: FlowInput,
  { box, up, down, unit, tickStep }: FlowPlacing,
): Shape[] {
  const line = (y: number): Shape => ({
    kind: 'line',
    x1: box.left,
    x2: box.right,
    y1: y,
    y2: y,
    stroke: 'grid',
  });
  const text = (y: number, words: string): Shape => ({
    kind: 'text',
    x: box.left - 8,
    y,
    text: words,
    fill: 'muted',
    size: AXIS_TEXT,
    anchor: 'end',
    vertical: 'middle',
  });
  const above = tickStep
    .map((value) => ({ value, y: up - value * unit }))
    .filter(({ y }) => y >= box.top - 2);
  const below = tickStep
    .map((value) => ({ value, y: down + value * unit }))
    .filter(({ y }) => y <= box.bottom + 2);
  const door: Shape[] = [up, down].map((y) => ({
    kind: 'line',
    x1: box.left,
    x2: box.right,
    y1: y,
    y2: y,
    stroke: 'axis',
  }));
  return [
    ...[...above, ...below].flatMap(({ value, y }) => [line(y), text(y, short(value))]),
    ...door,
    text((up + down) / 2, labels.stayed),
  ];
}

/** What came and left in the last period that is over, in figures: the two to be compared. */
export function lastFigures(
  { columns, short, full, measure }: FlowInput,
  { x, up, down, unit, box }: FlowPlacing,
): Shape[] {
  const index = columns.findLastIndex(({ complete }) => complete);
  const column = columns[index];
  if (!column) return [];
  const { came, left } = sums(column);
  const write = (value: number): string =>
    measure(full(value), 12, 600) <= MOST_FIGURE ? full(value) : short(value);
  const text = (words: string, y: number, fill: Tone, vertical: 'baseline' | 'top'): Shape => {
    const half = measure(words, 12, 600) / 2;
    return {
      kind: 'text',
      x: Math.min(box.right - half, Math.max(box.left + half, x(index))),
      y,
      text: words,
      size: 12,
      weight: 600,
      fill,
      anchor: 'middle',
      vertical,
      halo: true,
    };
  };
  return [
    ...(came > 0 ? [text(`+${write(came)}`, up - came * unit - 6, 'fresh', 'baseline')] : []),
    ...(left > 0 ? [text(`−${write(left)}`, down + left * unit + 6, 'fall', 'top')] : []),
  ];
}

/** Names of periods under the columns, as many as there is room for; the fuller where that costs few of them. */
export function periodShapes({ columns, names, measure }: FlowInput, { x, step, box }: FlowPlacing): Shape[] {
  const every = (name: (period: string) => string): number => {
    const widest = Math.max(0, ...columns.map(({ period }) => measure(name(period), AXIS_TEXT)));
    return Math.max(1, Math.ceil((widest + 10) / step));
  };
  const name = names.find((one) => every(one) <= 3) ?? names.at(-1) ?? String;
  const skip = every(name);
  const shapes: Shape[] = [];
  let free = box.right + 4;
  // From the last on, which is what everybody looks for.
  for (let i = columns.length - 1; i >= 0; i -= skip) {
    const text = name(columns[i]!.period);
    const half = measure(text, AXIS_TEXT) / 2;
    const middle = Math.min(box.right + 4 - half, Math.max(half, x(i)));
    if (middle + half > free) continue;
    free = middle - half - 8;
    shapes.push({
      kind: 'text',
      x: middle,
      y: box.bottom + 30,
      text,
      fill: 'muted',
      size: AXIS_TEXT,
      anchor: 'middle',
    });
  }
  return shapes;
}

/** The names of the parts over the picture, in as many lines as they need, and the unit. */
export function legendShapes({ parts, labels, width, measure }: FlowInput): {
  shapes: Shape[];
  height: number;
} {
  const shapes: Shape[] = [];
  let [x, y] = [0, 8];
  const entries = [
    ...parts.map((part) => ({ part, text: labels.parts[part] })),
    { part: null, text: labels.net },
  ];
  for (const { part, text } of entries) {
    const length = 17 + measure(text, 12) + 14;
    if (x > 0 && x + length - 14 > width) [x, y] = [0, y + 18];
    if (part) shapes.push({ kind: 'rect', x, y: y - 5, width: 11, height: 11, radius: 2, ...INK[part] });
    else {
      shapes.push({ kind: 'line', x1: x, x2: x + 12, y1: y, y2: y, stroke: 'text', width: 1.5 });
      shapes.push({ kind: 'circle', cx: x + 6, cy: y, r: 3, fill: 'text' });
    }
    shapes.push({ kind: 'text', x: x + 17, y, text, fill: 'text', size: 12, vertical: 'middle' });
    x += length;
  }
  shapes.push({ kind: 'text', x: 0, y: y + 26, text: labels.title, fill: 'muted', size: AXIS_TEXT });
  return { shapes, height: y + 18 };
}
