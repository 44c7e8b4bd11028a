import type { Tier, TierSummary } from '../compute/results';
import { amountAxis, type LaneNames, laneName, type PlaneAxis } from './axis';
import { type AxisSide, bottomAxis, leftAxis, leftRoom, type PlotBox } from './axis-shapes';
import type { Grip } from './grips';
import { type Places, withRadii } from './points';
import {
  type Corner,
  type Crowding,
  cornerShapes,
  cornersFit,
  nameShapes,
  tableHeight,
  tableShapes,
} from './quadrant-corners';
import type { Measure, Shape } from './shapes';
import { WHOLE, type Zoom, zoomedAxis } from './zoom';

/** Words on the plane, in the language of the page. */
export interface QuadrantLabels {
  current: string;
  potential: string;
  /** Of values on a log scale that have no logarithm. */
  lanes: LaneNames;
  tiers: Record<Tier, string>;
  /** Two lines below the name of a tier. */
  lines: (tier: TierSummary) => readonly string[];
  /** Columns of the table that stands in for the corners: customers, share of customers, share of value. */
  cells: (tier: TierSummary) => readonly [string, string, string];
  heads: readonly [string, string, string];
}

export interface QuadrantInput {
  current: ArrayLike<number>;
  potential: ArrayLike<number>;
  /** Index into `names`. */
  tier: Uint8Array;
  names: readonly Tier[];
  splits: { current: number; potential: number };
  tiers: readonly TierSummary[];
  width: number;
  height: number;
  labels: QuadrantLabels;
  money: (value: number) => string;
  measure: Measure;
}

/** What a plane is drawn on, whatever part of it is seen and wherever its splits are moved. */
export interface QuadrantGround {
  places: Places;
  box: PlotBox;
  axes: { x: PlaneAxis; y: PlaneAxis };
  /** Whether the figures stand in a table under the plane, whose corners are too small for them. */
  tabled: boolean;
}

export interface QuadrantLayout {
  under: Shape[];
  over: Shape[];
  /** The axes as they are seen. */
  axes: { x: PlaneAxis; y: PlaneAxis };
  /** The four fields, as pieces of the plot; those out of sight are empty. */
  fields: Record<Tier, PlotBox>;
  /** The splits, their words left to whoever has them. */
  grips: Omit<Grip, 'label' | 'text'>[];
}

const ORDER: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead'];
/** Below this width the corners cannot hold their figures, and a table under the plot needs room. */
const NARROW = 560;

/** Height for a plane that stays near square, with room for the table where the corners are too small. */
export function quadrantHeight(width: number): number {
  if (width < NARROW) return Math.round(Math.max(260, width * 0.86) + tableHeight);
  return Math.round(Math.min(600, Math.max(360, width * 0.62)));
}

/** Axes and places of every customer. */
export function quadrantGround(input: QuadrantInput): QuadrantGround {
  const wide = groundIn(input, false);
  const fields = fieldsOf(wide.box, wide.axes, input.splits);
  const fit = cornersFit(corners(input, fields), input.labels, input.measure);
  const ground = fit ? wide : groundIn(input, true);
  return { ...ground, places: placesOf(input, ground.axes.x.place, ground.axes.y.place) };
}

function groundIn(input: QuadrantInput, tabled: boolean): Omit<QuadrantGround, 'places'> {
  const { current, potential, splits, width, measure } = input;
  const top = 22;
  const bottom = input.height - (tabled ? tableHeight : 0) - 40;
  const y = amountAxis(current, [bottom, top], [splits.current]);
  const left = leftRoom(sideOf('y', y, input, [top, bottom]), bottom - top, measure);
  const box: PlotBox = { left, top, right: width - 8, bottom };
  const x = amountAxis(potential, [box.left, box.right], [splits.potential]);
  return { box, axes: { x, y }, tabled };
}

/** Four tinted fields with their figures in the corners or, where they are small, in a table, as seen at a zoom. */
export function quadrantLayout(
  input: QuadrantInput,
  ground: QuadrantGround,
  zoom: Zoom = WHOLE,
): QuadrantLayout {
  const { width, height, labels, measure, splits, tiers } = input;
  const { box, tabled } = ground;
  const axes = {
    x: zoomedAxis(ground.axes.x, zoom.k, zoom.x, box.left, box.right),
    y: zoomedAxis(ground.axes.y, zoom.k, zoom.y, box.top, box.bottom),
  };
  const fields = fieldsOf(box, axes, splits);
  const named = corners(input, fields);
  const figures = tabled
    ? [
        ...nameShapes(named, labels, measure),
        ...tableShapes(tiers, labels, width, height - tableHeight, measure),
      ]
    : cornerShapes(named, labels, measure, crowdingOf(ground.places, zoom));
  return {
    under: [
      ...tints(fields),
      ...leftAxis(sideOf('y', axes.y, input, [box.top, box.bottom]), box, measure),
      ...bottomAxis(sideOf('x', axes.x, input, [box.left, box.right]), box, width, measure),
    ],
    over: [...splitLines(axes, splits, box), ...figures],
    axes,
    fields,
    grips: gripsOf(axes, splits, box),
  };
}

/** As many marks tell where it is crowded. */
const MOST_LOOKED_AT = 3000;

function crowdingOf({ x, y }: Places, zoom: Zoom): Crowding {
  const step = Math.ceil(x.length / MOST_LOOKED_AT);
  return ({ left, top, right, bottom }) => {
    let marks = 0;
    for (let mark = 0; mark < x.length; mark += step) {
      const [across, down] = [x[mark]! * zoom.k + zoom.x, y[mark]! * zoom.k + zoom.y];
      if (across >= left && across <= right && down >= top && down <= bottom) marks++;
    }
    return marks;
  };
}

function sideOf(
  way: 'x' | 'y',
  axis: PlaneAxis,
  { labels, money, splits }: QuadrantInput,
  [low, high]: readonly [number, number],
): AxisSide {
  const value = way === 'x' ? splits.potential : splits.current;
  const at = axis.border(value);
  return {
    axis,
    title: way === 'x' ? labels.potential : labels.current,
    format: money,
    laneLabel: axis.lane ? laneName(axis.lane.holds, labels.lanes, money) : '',
    figure: at >= low - 0.5 && at <= high + 0.5 ? value : null,
  };
}

function splitLines(axes: QuadrantLayout['axes'], splits: QuadrantInput['splits'], box: PlotBox): Shape[] {
  const across = axes.y.border(splits.current);
  const up = axes.x.border(splits.potential);
  const line = { kind: 'line', stroke: 'text', opacity: 0.55 } as const;
  return [
    ...(across >= box.top && across <= box.bottom
      ? [{ ...line, x1: box.left, x2: box.right, y1: across, y2: across }]
      : []),
    ...(up >= box.left && up <= box.right ? [{ ...line, x1: up, x2: up, y1: box.top, y2: box.bottom }] : []),
  ];
}

function gripsOf(
  axes: QuadrantLayout['axes'],
  splits: QuadrantInput['splits'],
  box: PlotBox,
): QuadrantLayout['grips'] {
  const at = { x: axes.x.border(splits.potential), y: axes.y.border(splits.current) };
  const seen = { x: at.x >= box.left && at.x <= box.right, y: at.y >= box.top && at.y <= box.bottom };
  const { left, top, right, bottom } = box;
  return [
    ...(seen.x
      ? [{ key: 'potential', way: 'x', at: at.x, from: top, to: bottom, knob: { x: at.x, y: top } } as const]
      : []),
    ...(seen.y
      ? [{ key: 'current', way: 'y', at: at.y, from: left, to: right, knob: { x: right, y: at.y } } as const]
      : []),
  ];
}

function fieldsOf(
  box: PlotBox,
  axes: QuadrantLayout['axes'],
  splits: QuadrantInput['splits'],
): Record<Tier, PlotBox> {
  const up = Math.min(box.right, Math.max(box.left, axes.x.border(splits.potential)));
  const across = Math.min(box.bottom, Math.max(box.top, axes.y.border(splits.current)));
  return {
    platinum: { left: up, top: box.top, right: box.right, bottom: across },
    gold: { left: box.left, top: box.top, right: up, bottom: across },
    iron: { left: up, top: across, right: box.right, bottom: box.bottom },
    lead: { left: box.left, top: across, right: up, bottom: box.bottom },
  };
}

function tints(fields: Record<Tier, PlotBox>): Shape[] {
  return ORDER.map((tier): Shape => {
    const { left, top, right, bottom } = fields[tier];
    const size = { width: right - left, height: bottom - top };
    return { kind: 'rect', x: left, y: top, ...size, fill: `tier-${tier}`, opacity: 0.07, key: tier };
  });
}

function placesOf(
  { current, potential, tier, names }: QuadrantInput,
  x: (value: number, index: number) => number,
  y: (value: number, index: number) => number,
): Places {
  const count = tier.length;
  const places = { x: new Float32Array(count), y: new Float32Array(count) };
  for (let index = 0; index < count; index++) {
    places.x[index] = x(potential[index] ?? 0, index);
    places.y[index] = y(current[index] ?? 0, index);
  }
  const tones = names.map((name) => `tier-${name}` as const);
  return withRadii({ ...places, tone: tier, tones }, current);
}

function corners(input: QuadrantInput, fields: Record<Tier, PlotBox>): Corner[] {
  return input.tiers.map((summary) => ({ summary, field: fields[summary.tier] }));
}
