import { type Axis, amountAxis, countAxis, dayAxis, type LaneNames, laneName, scoreAxis } from './axis';
import { AXIS_TEXT, type AxisSide, bottomAxis, leftAxis, leftRoom, type PlotBox } from './axis-shapes';
import { type Places, radiusFor } from './points';
import type { Measure, Shape, Tone } from './shapes';

export type ScatterMeasure = 'recency' | 'frequency' | 'monetary' | 'score';

/** One measure of every customer, and how it is written. */
export interface Channel {
  measure: ScatterMeasure;
  values: ArrayLike<number>;
  title: string;
  format: (value: number) => string;
  /** Ascending breaks between scores; a value above one scores higher, for recency lower. */
  breaks: readonly number[];
}

export interface ScatterInput {
  x: Channel;
  y: Channel;
  /** Drawn as area. */
  size: ArrayLike<number>;
  /** Index into `tones`. */
  segment: Uint8Array;
  tones: readonly Tone[];
  width: number;
  height: number;
  lanes: LaneNames;
  /** Of the lane of one order, where there is one. */
  oneOrder: string;
  measure: Measure;
}

export interface ScatterLayout {
  under: Shape[];
  over: Shape[];
  places: Places;
  box: PlotBox;
  axes: { x: Axis; y: Axis };
}

const LETTER: Record<ScatterMeasure, string> = { recency: 'R', frequency: 'F', monetary: 'M', score: '' };
/** Strips at the top and the right, in which the scores stand between their thresholds. */
const STRIP = 20;

/** Height for a picture that fills its frame. */
export function scatterHeight(width: number): number {
  return Math.round(Math.min(620, Math.max(320, width * 0.6)));
}

/** Every customer by two measures: axes, thresholds with the scores between them, and the marks. */
export function scatterLayout(input: ScatterInput): ScatterLayout {
  const { width, height, measure } = input;
  const top = 18 + (input.x.breaks.length > 0 ? STRIP : 4);
  const bottom = height - 40;
  const left = sideOf(input.y, [bottom, top], input);
  const right = width - (input.y.breaks.length > 0 ? STRIP + 6 : 8);
  const box: PlotBox = { left: leftRoom(left, bottom - top, measure), top, right, bottom };
  const below = sideOf(input.x, [box.left, box.right], input);
  const places = placesOf(input, below.axis, left.axis);
  return {
    under: [
      ...leftAxis(left, box, measure),
      ...bottomAxis(below, box, width, measure),
      ...thresholdLines(input.x, below.axis, box, 'up'),
      ...thresholdLines(input.y, left.axis, box, 'across'),
    ],
    over: [
      ...scoreLabels(input.x, below.axis, box, 'up', measure),
      ...scoreLabels(input.y, left.axis, box, 'across', measure),
      ...oneOrderLabel(input, left.axis, below.axis, box, places),
    ],
    places,
    box,
    axes: { x: below.axis, y: left.axis },
  };
}

function sideOf(channel: Channel, range: readonly [number, number], input: ScatterInput): AxisSide {
  const axis = axisOf(channel, range);
  const laneLabel = axis.lane ? laneName(axis.lane.holds, input.lanes, channel.format) : '';
  return { axis, title: channel.title, format: channel.format, laneLabel, figure: null };
}

function axisOf({ measure, values }: Channel, [from, to]: readonly [number, number]): Axis {
  // Recent is good, and good is to the right and up.
  if (measure === 'recency') return dayAxis(values, [to, from]);
  if (measure === 'frequency') return countAxis(values, [from, to]);
  if (measure === 'monetary') return amountAxis(values, [from, to]);
  return scoreAxis(values, [from, to]);
}

function thresholdLines({ breaks }: Channel, axis: Axis, box: PlotBox, way: 'up' | 'across'): Shape[] {
  const [from, to] = way === 'up' ? [box.left, box.right] : [box.top, box.bottom];
  const places = [...new Set(breaks.map((value) => Math.round(axis.border(value))))];
  return places
    .filter((at) => at > from && at < to)
    .map((at): Shape => {
      const line = { kind: 'line', stroke: 'axis', dash: '2 4' } as const;
      return way === 'up'
        ? { ...line, x1: at, x2: at, y1: box.top - 4, y2: box.bottom }
        : { ...line, x1: box.left, x2: box.right + 4, y1: at, y2: at };
    });
}

/** R1 to R5 between the thresholds of recency, in the strip beside the plot; those without room stay out. */
function scoreLabels(
  { breaks, measure: name }: Channel,
  axis: Axis,
  box: PlotBox,
  way: 'up' | 'across',
  measure: Measure,
): Shape[] {
  if (breaks.length === 0) return [];
  const [low, high] = way === 'up' ? [box.left, box.right] : [box.top, box.bottom];
  // A threshold beyond all values leaves the scores behind it no room.
  const borders = breaks.map((value) => Math.min(high, Math.max(low, axis.border(value))));
  const edges = [low, high, ...borders].sort((a, b) => a - b);
  const scores = breaks.length + 1;
  return edges.slice(1).flatMap((to, index): Shape[] => {
    const from = edges[index] ?? to;
    // From left to right scores rise on every axis; from top to bottom they fall.
    const score = way === 'up' ? index + 1 : scores - index;
    const text = `${LETTER[name]}${score}`;
    const room = way === 'up' ? measure(text, AXIS_TEXT) + 2 : 12;
    if (to - from < room) return [];
    const middle = (from + to) / 2;
    const place = way === 'up' ? { x: middle, y: box.top - 10 } : { x: box.right + 6 + STRIP / 2, y: middle };
    const label = { kind: 'text', text, fill: 'muted', size: AXIS_TEXT, anchor: 'middle' } as const;
    return [{ ...label, ...place, vertical: 'middle' }];
  });
}

/** On the lane of those who bought once, which is often the fullest: how many they are, at its emptier end. */
function oneOrderLabel(input: ScatterInput, left: Axis, below: Axis, box: PlotBox, places: Places): Shape[] {
  const across = input.y.measure === 'frequency';
  const channel = across ? input.y : input.x.measure === 'frequency' ? input.x : null;
  if (!channel || !input.oneOrder) return [];
  const edge = (across ? left : below).border(1);
  const width = input.measure(input.oneOrder, AXIS_TEXT, 600) + 12;
  if (width > box.right - box.left) return [];
  const along = across ? places.x : places.y;
  const middle = across ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2;
  let balance = 0;
  for (let row = 0; row < along.length; row++) {
    if (channel.values[row] === 1) balance += Math.sign((along[row] ?? 0) - middle);
  }
  const crowdAtEnd = balance > 0;
  const x = across ? (crowdAtEnd ? box.left + 6 : box.right - width - 6) : box.left + 6;
  const y = across ? Math.min(edge + 5, box.bottom - 20) : crowdAtEnd ? box.top + 6 : box.bottom - 24;
  return [
    { kind: 'rect', x, y, width, height: 18, radius: 4, fill: 'surface', opacity: 0.88 },
    {
      kind: 'text',
      x: x + 6,
      y: y + 9,
      text: input.oneOrder,
      fill: 'text',
      size: AXIS_TEXT,
      weight: 600,
      vertical: 'middle',
    },
  ];
}

function placesOf({ x, y, size, segment, tones }: ScatterInput, across: Axis, up: Axis): Places {
  const count = segment.length;
  const places = { x: new Float32Array(count), y: new Float32Array(count) };
  for (let index = 0; index < count; index++) {
    places.x[index] = across.place(x.values[index] ?? 0, index);
    places.y[index] = up.place(y.values[index] ?? 0, index);
  }
  return { ...places, tone: segment, tones, radius: radii(size, count) };
}

/** Area by value, from 0.6 to three times the radius that suits the number of marks; values of zero and less get the least. */
function radii(values: ArrayLike<number>, count: number): Float32Array {
  const usual = radiusFor(count);
  const sorted = Float64Array.from(values).sort();
  // Beyond the 99th percentile all are simply large: one giant shall not make dwarfs of the rest.
  const large = Math.max(sorted[Math.ceil(0.99 * (count - 1))] ?? 1, Number.MIN_VALUE);
  const radius = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const share = Math.min(1, Math.max(0, (values[index] ?? 0) / large));
    radius[index] = usual * (0.6 + 2.4 * Math.sqrt(share));
  }
  return radius;
}
