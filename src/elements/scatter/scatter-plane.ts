import { type RfmResult, SEGMENTS } from '../../compute/results';
import {
  type Channel,
  type ScatterLayout,
  type ScatterMeasure,
  scatterLayout,
} from '../../layout/scatter-layout';
import type { Span } from '../../layout/span';
import { codedColumn, numberColumn } from '../columns';
import type { Surroundings } from '../picture';
import { moneyBound, type Side } from '../ranges';
import { segmentTone } from '../segment-names';

const COLUMN: Record<ScatterMeasure, string> = {
  recency: 'recency_days',
  frequency: 'frequency',
  monetary: 'monetary',
  score: 'score',
};

/** The segment of every customer as an index into names; those of the grid come first. */
export function segmentCodes({ table }: RfmResult): { codes: Uint8Array; names: readonly string[] } {
  return codedColumn(table, 'segment', SEGMENTS);
}

/** Axes, thresholds and places for a result. */
export function scatterPlane(
  result: RfmResult,
  x: ScatterMeasure,
  y: ScatterMeasure,
  size: ScatterMeasure,
  around: Surroundings,
): ScatterLayout {
  const { words, f, measure, width, height } = around;
  const { codes, names } = segmentCodes(result);
  const once = onceShare(numberColumn(result.table, 'frequency'));
  return scatterLayout({
    x: channelOf(result, x, around, 'x'),
    y: channelOf(result, y, around, 'y'),
    size: channelOf(result, size, around, 'size').values,
    segment: codes,
    tones: names.map((name) => segmentTone(name, names)),
    width,
    height,
    lanes: words.quadrant.lanes,
    oneOrder: once > 0 ? words.scatter.one(once, f) : '',
    measure,
  });
}

/** One side of a rectangle dragged over the plane: the values of `measure` between two pixels. */
export function scatterSide(
  result: RfmResult,
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
    values: numberColumn(result.table, column),
    span,
    measure: words.measures[measure],
    write: write[measure],
  };
}

/** A measure of every customer, with its words. */
function channelOf(
  result: RfmResult,
  measure: ScatterMeasure,
  { words, f }: Surroundings,
  role: 'x' | 'y' | 'size',
): Channel {
  const { thresholds } = result.summary;
  const breaks = { recency: thresholds.r, frequency: thresholds.f, monetary: thresholds.m, score: [] };
  const format = {
    recency: f.count,
    frequency: f.short,
    monetary: f.moneyShort,
    score: (value: number) => f.decimal(value, 1),
  };
  const title = words.axes[measure];
  const values = numberColumn(result.table, COLUMN[measure]);
  return {
    measure,
    // Few days are good: as area, the most recent are the largest.
    values: role === 'size' && measure === 'recency' ? reversed(values) : values,
    title: role === 'y' ? `↑ ${title}` : `${title} →`,
    format: format[measure],
    breaks: breaks[measure],
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
