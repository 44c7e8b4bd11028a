import { amountAxis, countAxis, dayAxis, type LaneNames, laneName, type PlaneAxis, scoreAxis } from './axis';
import { AXIS_TEXT, type AxisSide, bottomAxis, leftAxis, leftRoom, type PlotBox } from './axis-shapes';
import type { Grip } from './grips';
import { type Places, withRadii } from './points';
import type { Measure, Shape, Tone } from './shapes';
import { WHOLE, type Zoom, zoomedAxis } from './zoom';

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

/** What a plane is drawn on, whatever part of it is seen and wherever its thresholds are moved. */
export interface ScatterGround {
  places: Places;
  box: PlotBox;
  axes: { x: PlaneAxis; y: PlaneAxis };
  /** Whether those who bought once stand rather at the far end of their lane. */
  crowdAtEnd: boolean;
}

export interface ScatterLayout {
  under: Shape[];
  over: Shape[];
  /** The axes as they are seen. */
  axes: { x: PlaneAxis; y: PlaneAxis };
  /** Thresholds that can be moved, their words left to whoever has them. */
  grips: Omit<Grip, 'label' | 'text'>[];
}

const LETTER: Record<ScatterMeasure, string> = { recency: 'R', frequency: 'F', monetary: 'M', score: '' };
/** Strips at the top and the right, in which the scores stand between their thresholds. */
const STRIP = 20;

/** Height for a picture that fills its frame. */
export function scatterHeight(width: number): number {
  return Math.round(Math.min(620, Math.max(320, width * 0.6)));
}

/** Axes and places of every customer. */
export function scatterGround(input: ScatterInput): ScatterGround {
  const { width, height, measure, x, y } = input;
  const top = 18 + (x.breaks.length > 0 ? STRIP : 4);
  const bottom = height - 40;
  const up = axisOf(y, [bottom, top]);
  const left = leftRoom(sideOf(y, up, input), bottom - top, measure);
  const box: PlotBox = { left, top, right: width - (y.breaks.length > 0 ? STRIP + 6 : 8), bottom };
  const axes = { x: axisOf(x, [box.left, box.right]), y: up };
  const places = placesOf(input, axes.x, axes.y);
  return { places, box, axes, crowdAtEnd: crowdAtEnd(input, places, box) };
}

/** Axes, thresholds and the scores between them, as they are seen at a zoom. */
export function scatterLayout(input: ScatterInput, ground: ScatterGround, zoom: Zoom = WHOLE): ScatterLayout {
  const { x, y, width, measure } = input;
  const { box } = ground;
  const axes = {
    x: zoomedAxis(ground.axes.x, zoom.k, zoom.x, box.left, box.right),
    y: zoomedAxis(ground.axes.y, zoom.k, zoom.y, box.top, box.bottom),
  };
  return {
    under: [
      ...leftAxis(sideOf(y, axes.y, input), box, measure),
      ...bottomAxis(sideOf(x, axes.x, input), box, width, measure),
      ...thresholdLines(x, axes.x, box, 'up'),
      ...thresholdLines(y, axes.y, box, 'across'),
    ],
    over: [
      ...scoreLabels(x, axes.x, box, 'up', measure),
      ...scoreLabels(y, axes.y, box, 'across', measure),
      ...oneOrderLabel(input, axes, ground),
    ],
    axes,
    grips: [...gripsOf(x, axes.x, box, 'x'), ...gripsOf(y, axes.y, box, 'y')],
  };
}

function sideOf(channel: Channel, axis: PlaneAxis, { lanes }: ScatterInput): AxisSide {
  const laneLabel = axis.lane ? laneName(axis.lane.holds, lanes, channel.format) : '';
  return { axis, title: channel.title, format: channel.format, laneLabel, figure: null };
}

function axisOf({ measure, values }: Channel, [from, to]: readonly [number, number]): PlaneAxis {
  // Recent is good, and good is to the right and up.
  if (measure === 'recency') return dayAxis(values, [to, from]);
  if (measure === 'frequency') return countAxis(values, [from, to]);
  if (measure === 'monetary') return amountAxis(values, [from, to]);
  return scoreAxis(values, [from, to]);
}

/** The thresholds within sight; none where two coincide, for they could not be told apart. */
function gripsOf(
  { breaks, measure }: Channel,
  axis: PlaneAxis,
  box: PlotBox,
  way: 'x' | 'y',
): ScatterLayout['grips'] {
  if (breaks.some((value, index) => index > 0 && value <= (breaks[index - 1] ?? 0))) return [];
  const [low, high] = way === 'x' ? [box.left, box.right] : [box.top, box.bottom];
  const [from, to] = way === 'x' ? [box.top, box.bottom] : [box.left, box.right];
  return breaks.flatMap((value, index) => {
    const at = axis.border(value);
    if (at < low - 0.5 || at > high + 0.5) return [];
    const knob = way === 'x' ? { x: at, y: box.top - 3 } : { x: box.right + 3, y: at };
    return [{ key: `${measure} ${index}`, way, at, from, to, knob }];
  });
}

function thresholdLines({ breaks }: Channel, axis: PlaneAxis, box: PlotBox, way: 'up' | 'across'): Shape[] {
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
  axis: PlaneAxis,
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
    // Between the knobs of both thresholds.
    const room = way === 'up' ? measure(text, AXIS_TEXT) + 10 : 12;
    if (to - from < room) return [];
    const middle = (from + to) / 2;
    const place = way === 'up' ? { x: middle, y: box.top - 10 } : { x: box.right + 6 + STRIP / 2, y: middle };
    const label = { kind: 'text', text, fill: 'muted', size: AXIS_TEXT, anchor: 'middle' } as const;
    return [{ ...label, ...place, vertical: 'middle' }];
  });
}

/** The measure of which whole orders are lanes, and the way its lanes run. */
function laneChannel({ x, y }: ScatterInput): { channel: Channel; across: boolean } | null {
  if (y.measure === 'frequency') return { channel: y, across: true };
  return x.measure === 'frequency' ? { channel: x, across: false } : null;
}

function crowdAtEnd(input: ScatterInput, places: Places, box: PlotBox): boolean {
  const lane = laneChannel(input);
  if (!lane) return false;
  const along = lane.across ? places.x : places.y;
  const middle = lane.across ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2;
  let balance = 0;
  for (let row = 0; row < along.length; row++) {
    if (lane.channel.values[row] === 1) balance += Math.sign((along[row] ?? 0) - middle);
  }
  return balance > 0;
}

/** On the lane of those who bought once, which is often the fullest: how many they are, at its emptier end. */
function oneOrderLabel(input: ScatterInput, axes: ScatterLayout['axes'], ground: ScatterGround): Shape[] {
  const lane = laneChannel(input);
  if (!lane || !input.oneOrder) return [];
  const { box, crowdAtEnd } = ground;
  const { across } = lane;
  const edge = (across ? axes.y : axes.x).border(1);
  const width = input.measure(input.oneOrder, AXIS_TEXT, 600) + 12;
  if (width > box.right - box.left) return [];
  // Where the lane has been zoomed out of sight there is nothing to name.
  if (across ? edge < box.top || edge > box.bottom - 10 : edge < box.left + 10 || edge > box.right + 200)
    return [];
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

function placesOf({ x, y, size, segment, tones }: ScatterInput, across: PlaneAxis, up: PlaneAxis): Places {
  const count = segment.length;
  const places = { x: new Float32Array(count), y: new Float32Array(count) };
  for (let index = 0; index < count; index++) {
    places.x[index] = across.place(x.values[index] ?? 0, index);
    places.y[index] = up.place(y.values[index] ?? 0, index);
  }
  return withRadii({ ...places, tone: segment, tones }, size);
}
