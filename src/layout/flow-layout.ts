import { ticks } from 'd3-array';
import { AXIS_TEXT, type PlotBox } from './axis-shapes';
import { CAME, type FlowColumn, type FlowPart, LEFT, sums } from './flow-columns';
import type { Measure, Scene, Shape, Tone } from './shapes';

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

/** A part of a column and where it lies; none of them is empty. */
export interface FlowPlace {
  key: string;
  column: number;
  part: FlowPart;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FlowLayout {
  scene: Scene;
  places: FlowPlace[];
  box: PlotBox;
  /** The column under a pixel. */
  columnAt: (x: number) => number;
}

/** The tones of the parts, and how strong: what stays is quiet. */
const INK: Readonly<Record<FlowPart, { fill: Tone; opacity: number }>> = {
  new: { fill: 'fresh', opacity: 1 },
  reactivated: { fill: 'fresh', opacity: 0.5 },
  expansion: { fill: 'rise', opacity: 0.85 },
  retained: { fill: 'rise', opacity: 0.35 },
  lost: { fill: 'fall', opacity: 1 },
  contraction: { fill: 'fall', opacity: 0.5 },
};
const GHOST = 0.22;
const WIDEST = 44;
/** Longer figures are written short. */
const MOST_FIGURE = 72;
/** Air above and below those who stay, so that the door is seen as one. */
const AIR = 6;

interface Placing {
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

/**
 * The revolving door: what came stands above a lane, what left hangs below it, and in the lane between them, on the same
 * scale, are those who stayed. The net line has the same scale with the lane as its zero.
 */
export function flowLayout(input: FlowInput): FlowLayout {
  const legend = legendShapes(input);
  const place = placing(input, legend.height);
  const places = input.columns.flatMap((column, i) => placesOf(column, i, place));
  const { box } = place;
  return {
    scene: {
      width: input.width,
      height: input.height,
      shapes: [
        ...legend.shapes,
        ...axisShapes(input, place),
        ...places.flatMap((one) => barShapes(one, input, place)),
        ...netShapes(input, place),
        ...lastFigures(input, place),
        ...periodShapes(input, place),
      ],
    },
    places,
    box,
    columnAt: (x) =>
      Math.min(input.columns.length - 1, Math.max(0, Math.floor((x - box.left) / Math.max(1, place.step)))),
  };
}

function placing(input: FlowInput, top: number): Placing {
  const { columns, width, height, measure, short } = input;
  const all = columns.map(sums);
  const most = (name: 'came' | 'stayed' | 'left'): number => Math.max(0, ...all.map((one) => one[name]));
  const [came, stayed, left] = [most('came'), most('stayed'), most('left')];
  // Room for the figures of the last column.
  const [first, bottom] = [top + 34, height - 36];
  const unit = Math.max(1, bottom - first - 2 * AIR - 14) / Math.max(1e-9, came + stayed + left);
  const up = first + came * unit;
  const down = up + stayed * unit + 2 * AIR;
  const tickStep = ticks(0, Math.max(came, left), unit * Math.max(came, left) > 110 ? 4 : 2).filter(
    (value) => value > 0,
  );
  const texts = [
    ...tickStep.map((value) => measure(short(value), AXIS_TEXT)),
    measure(input.labels.stayed, AXIS_TEXT),
  ];
  const gutter = Math.ceil(Math.max(16, ...texts)) + 10;
  const box = { left: gutter, top: first, right: width - 4, bottom };
  const step = (box.right - box.left) / Math.max(1, columns.length);
  return {
    box,
    unit,
    up,
    down,
    step,
    bar: Math.max(1, Math.min(WIDEST, step > 6 ? step * 0.72 : step - 0.5)),
    x: (column) => box.left + (column + 0.5) * step,
    tickStep,
  };
}

function placesOf(column: FlowColumn, index: number, { x, bar, unit, up, down }: Placing): FlowPlace[] {
  const place = (part: FlowPart, y: number, height: number): FlowPlace => ({
    key: `${column.period}|${part}`,
    column: index,
    part,
    x: x(index) - bar / 2,
    y,
    width: bar,
    height,
  });
  let [top, bottom] = [up, down];
  const came = CAME.map((part) => {
    const height = column.parts[part] * unit;
    top -= height;
    return place(part, top, height);
  });
  const stayed = column.parts.retained * unit;
  const left = LEFT.map((part) => {
    const height = column.parts[part] * unit;
    bottom += height;
    return place(part, bottom - height, height);
  });
  return [...came, place('retained', (up + down - stayed) / 2, stayed), ...left].filter(
    ({ height }) => height > 0,
  );
}

function barShapes(
  { key, column, part, x, y, width, height }: FlowPlace,
  { columns, selected }: FlowInput,
  { unit }: Placing,
): Shape[] {
  const { complete, period } = columns[column]!;
  const { fill, opacity } = INK[part];
  const rect = { kind: 'rect', key, x, width, fill } as const;
  const whole: Shape = {
    ...rect,
    y,
    height,
    opacity: selected ? GHOST * opacity : complete ? opacity : opacity * 0.45,
    ...(!complete && { hatch: fill }),
  };
  const own = (selected?.get(period)?.parts[part] ?? 0) * unit;
  if (own <= 0) return [whole];
  // From the side that the bar stands on.
  const from = LEFT.some((name) => name === part)
    ? y
    : part === 'retained'
      ? y + (height - own) / 2
      : y + height - own;
  return [whole, { ...rect, y: from, height: own, opacity }];
}

function axisShapes({ short, labels }: FlowInput, { box, up, down, unit, tickStep }: Placing): Shape[] {
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

function netShapes({ columns, selected }: FlowInput, { x, up, down, unit }: Placing): Shape[] {
  const y = (net: number): number =>
    net > 0 ? up - net * unit : net < 0 ? down - net * unit : (up + down) / 2;
  const at = columns.map((column, i) => ({ x: x(i), y: y(column.net), complete: column.complete }));
  const opacity = selected ? GHOST * 2 : 1;
  const lines = at.slice(1).map((point, i): Shape => {
    const from = at[i]!;
    const ends = { x1: from.x, y1: from.y, x2: point.x, y2: point.y };
    return {
      kind: 'line',
      ...ends,
      stroke: 'text',
      width: 1.5,
      opacity,
      ...(!point.complete && { dash: '3 3' }),
    };
  });
  const radius = columns.length > 60 ? 1.5 : columns.length > 30 ? 2.5 : 3.5;
  const dots = at.map(
    ({ complete, ...point }): Shape => ({
      kind: 'circle',
      cx: point.x,
      cy: point.y,
      r: radius,
      fill: complete ? 'text' : 'surface',
      stroke: complete ? 'surface' : 'text',
      strokeWidth: 1.5,
      opacity,
    }),
  );
  return [...lines, ...dots];
}

/** What came and left in the last period that is over, in figures: the two to be compared. */
function lastFigures(
  { columns, short, full, measure }: FlowInput,
  { x, up, down, unit, box }: Placing,
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
function periodShapes({ columns, names, measure }: FlowInput, { x, step, box }: Placing): Shape[] {
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
function legendShapes({ parts, labels, width, measure }: FlowInput): { shapes: Shape[]; height: number } {
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
