import type { Tier, TierSummary } from '../compute/results';
import { type Axis, amountAxis, type LaneNames, laneName } from './axis';
import { type AxisSide, bottomAxis, leftAxis, leftRoom, type PlotBox } from './axis-shapes';
import { type Places, radiusFor } from './points';
import {
  type Corner,
  cornerShapes,
  cornersFit,
  nameShapes,
  tableHeight,
  tableShapes,
} from './quadrant-corners';
import type { Measure, Shape } from './shapes';

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

export interface QuadrantLayout {
  under: Shape[];
  over: Shape[];
  places: Places;
  box: PlotBox;
  axes: { x: Axis; y: Axis };
  /** The four fields, as pieces of the plot. */
  fields: Record<Tier, PlotBox>;
}

const ORDER: readonly Tier[] = ['platinum', 'gold', 'iron', 'lead'];
/** Below this width the corners cannot hold their figures, and a table under the plot needs room. */
const NARROW = 560;

/** Height for a plane that stays near square, with room for the table where the corners are too small. */
export function quadrantHeight(width: number): number {
  if (width < NARROW) return Math.round(Math.max(260, width * 0.86) + tableHeight);
  return Math.round(Math.min(600, Math.max(360, width * 0.62)));
}

/** The plane of current value over potential: four tinted fields, their figures in the corners, a mark for each customer. */
export function quadrantLayout(input: QuadrantInput): QuadrantLayout {
  const wide = planeIn(input, input.height);
  if (cornersFit(corners(input, wide.fields), input.labels, input.measure)) {
    return {
      ...wide,
      over: [...wide.lines, ...cornerShapes(corners(input, wide.fields), input.labels, input.measure)],
    };
  }
  const plane = planeIn(input, input.height - tableHeight);
  const names = nameShapes(corners(input, plane.fields), input.labels, input.measure);
  const table = tableShapes(
    input.tiers,
    input.labels,
    input.width,
    input.height - tableHeight,
    input.measure,
  );
  return { ...plane, over: [...plane.lines, ...names, ...table] };
}

function planeIn(input: QuadrantInput, height: number): Omit<QuadrantLayout, 'over'> & { lines: Shape[] } {
  const { labels, money, measure, splits, width } = input;
  const top = 22;
  const bottom = height - 40;
  const left: AxisSide = {
    axis: amountAxis(input.current, [bottom, top], [splits.current]),
    title: labels.current,
    format: money,
    laneLabel: '',
    figure: splits.current,
  };
  if (left.axis.lane) left.laneLabel = laneName(left.axis.lane.holds, labels.lanes, money);
  const box: PlotBox = { left: leftRoom(left, bottom - top, measure), top, right: width - 8, bottom };
  const below: AxisSide = {
    axis: amountAxis(input.potential, [box.left, box.right], [splits.potential]),
    title: labels.potential,
    format: money,
    laneLabel: '',
    figure: splits.potential,
  };
  if (below.axis.lane) below.laneLabel = laneName(below.axis.lane.holds, labels.lanes, money);
  const across = left.axis.border(splits.current);
  const up = below.axis.border(splits.potential);
  const fields = fieldsOf(box, up, across);
  const places = placesOf(input, below.axis.place, left.axis.place);
  return {
    under: [...tints(fields), ...leftAxis(left, box, measure), ...bottomAxis(below, box, width, measure)],
    lines: [
      { kind: 'line', x1: box.left, x2: box.right, y1: across, y2: across, stroke: 'text', opacity: 0.55 },
      { kind: 'line', x1: up, x2: up, y1: box.top, y2: box.bottom, stroke: 'text', opacity: 0.55 },
    ],
    places,
    box,
    axes: { x: below.axis, y: left.axis },
    fields,
  };
}

function fieldsOf(box: PlotBox, up: number, across: number): Record<Tier, PlotBox> {
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
  return { ...places, tone: tier, tones, radius: new Float32Array(count).fill(radiusFor(count)) };
}

function corners(input: QuadrantInput, fields: Record<Tier, PlotBox>): Corner[] {
  return input.tiers.map((summary) => ({ summary, field: fields[summary.tier] }));
}
