import type { Table } from 'apache-arrow';
import { type RfmResult, SEGMENTS } from '../../compute/results';
import type { Grip } from '../../layout/grips';
import {
  type Channel,
  type ScatterGround,
  type ScatterInput,
  type ScatterLayout,
  type ScatterMeasure,
  scatterGround,
  scatterLayout,
} from '../../layout/scatter-layout';
import type { Span } from '../../layout/span';
import type { Zoom } from '../../layout/zoom';
import { codedColumn, numberColumn } from '../columns';
import type { Surroundings } from '../picture';
import { moneyBound, type Side } from '../ranges';
import { segmentTone } from '../segment-names';
import type { Breaks } from './thresholds';

/** The column that holds each measure. */
export const COLUMN: Record<ScatterMeasure, string> = {
  recency: 'recency_days',
  frequency: 'frequency',
  monetary: 'monetary',
  score: 'score',
};

const LETTER = { recency: 'r', frequency: 'f', monetary: 'm', score: null } as const;

/** The segment of every customer as an index into names; those of the grid come first. */
export function segmentCodes({ table }: Pick<RfmResult, 'table'>): {
  codes: Uint8Array;
  names: readonly string[];
} {
  return codedColumn(table, 'segment', SEGMENTS);
}

/** Where every customer stands, whatever is seen of it and wherever its thresholds are. */
export interface ScatterPlane {
  input: ScatterInput;
  ground: ScatterGround;
}

/** Axes and places for the customers of a table; `bins` is the number of scores. */
export function scatterPlane(
  table: Table,
  bins: number,
  x: ScatterMeasure,
  y: ScatterMeasure,
  size: ScatterMeasure,
  around: Surroundings,
): ScatterPlane {
  const { words, f, measure, width, height } = around;
  const { codes, names } = segmentCodes({ table });
  const once = onceShare(numberColumn(table, 'frequency'));
  const breaks = (of: ScatterMeasure): number[] =>
    LETTER[of] ? Array.from({ length: bins - 1 }, () => 0) : [];
  const input: ScatterInput = {
    x: { ...channelOf(table, x, around, 'x'), breaks: breaks(x) },
    y: { ...channelOf(table, y, around, 'y'), breaks: breaks(y) },
    size: channelOf(table, size, around, 'size').values,
    segment: codes,
    tones: names.map((name) => segmentTone(name, names)),
    width,
    height,
    lanes: words.quadrant.lanes,
    oneOrder: once > 0 ? words.scatter.one(once, f) : '',
    measure,
  };
  return { input, ground: scatterGround(input) };
}

/** The picture of a plane at a zoom, with its thresholds where they are now. */
export function scatterPicture({ input, ground }: ScatterPlane, breaks: Breaks, zoom: Zoom): ScatterLayout {
  const at = (channel: Channel): Channel => {
    const letter = LETTER[channel.measure];
    return letter ? { ...channel, breaks: breaks[letter] } : channel;
  };
  return scatterLayout({ ...input, x: at(input.x), y: at(input.y) }, ground, zoom);
}

/** The thresholds in words: which scores they part, and where they stand. */
export function thresholdGrips(
  grips: ScatterLayout['grips'],
  breaks: Breaks,
  { words, f }: Surroundings,
): Grip[] {
  return grips.flatMap((grip) => {
    const [measure = '', index = ''] = grip.key.split(' ');
    const letter = LETTER[measure as keyof typeof LETTER];
    const value = letter && breaks[letter][Number(index)];
    if (!letter || value === undefined || value === null) return [];
    const name = letter.toUpperCase();
    // Few days score high.
    const low = letter === 'r' ? breaks.r.length - Number(index) : Number(index) + 1;
    const text = {
      r: () => words.selection.days(value, f),
      f: () => words.scatter.orders(Math.floor(value), f),
      m: () => f.money(value),
    }[letter]();
    return [{ ...grip, label: words.plane.threshold(`${name}${low}`, `${name}${low + 1}`), text }];
  });
}

/** One side of a rectangle dragged over the plane: the values of `measure` between two pixels. */
export function scatterSide(
  table: Table,
  measure: ScatterMeasure,
  span: Span,
  { words, f }: Surroundings,
): Side {
  const write = {
    recency: (value: number, last: boolean) => (last ? words.selection.days(value, f) : f.count(value)),
    frequency: (value: number, last: boolean) => (last ? words.scatter.orders(value, f) : f.count(value)),
    monetary: moneyBound(f),
    score: (value: number) => f.decimal(value, 2),
  };
  const column = COLUMN[measure];
  return {
    column,
    values: numberColumn(table, column),
    span,
    measure: words.measures[measure],
    write: write[measure],
  };
}

/** A measure of every customer, with its words. */
function channelOf(
  table: Table,
  measure: ScatterMeasure,
  { words, f }: Surroundings,
  role: 'x' | 'y' | 'size',
): Omit<Channel, 'breaks'> {
  const format = {
    recency: f.count,
    frequency: f.short,
    monetary: f.moneyShort,
    score: (value: number) => f.decimal(value, 2),
  };
  const title = words.axes[measure];
  const values = numberColumn(table, COLUMN[measure]);
  return {
    measure,
    // Few days are good: as area, the most recent are the largest.
    values: role === 'size' && measure === 'recency' ? reversed(values) : values,
    title: role === 'y' ? `↑ ${title}` : `${title} →`,
    format: format[measure],
  };
}

function reversed(values: Float64Array): Float64Array {
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  return values.map((value) => most - value);
}

function onceShare(frequency: Float64Array): number {
  let once = 0;
  for (const orders of frequency) if (orders === 1) once++;
  return frequency.length > 0 ? once / frequency.length : 0;
}
