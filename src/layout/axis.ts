import { asksForLog } from './axis-kind';
import { logAxis } from './axis-log';
import { amountTicks, decades, extremes, roundish, wholeTicks } from './axis-ticks';
import { positivesOf } from './positives';
import { scaleLinear, scaleLog } from './scale';
import { levelsWithin, rising, type Span, wholeWithin } from './span';
import { spread } from './spread';

/** A labelled place on an axis. */
export interface Tick {
  value: number;
  at: number;
}

/** A stretch at the low end of a log axis for values that have no logarithm. */
export interface Lane {
  from: number;
  to: number;
  holds: LaneContent;
}

/** Which values stand in a lane: zeros, negative ones, both, or all below the value at which the scale begins. */
export type LaneContent = 'zero' | 'negative' | 'both' | { below: number };

/** Words for lanes, in the language of the page. */
export interface LaneNames {
  zero: string;
  negative: string;
  both: string;
  below: (value: string) => string;
}

/** The name of a lane. */
export function laneName(holds: LaneContent, names: LaneNames, format: (value: number) => string): string {
  return typeof holds === 'object' ? names.below(format(holds.below)) : names[holds];
}

/** How the values of one measure become pixels. */
export interface Axis {
  kind: 'linear' | 'log' | 'counts';
  /** Pixel of a value; `index` spreads equal values within their lane. */
  place(value: number, index: number): number;
  /** Pixel of a border between values, such as a threshold or a split. */
  border(value: number): number;
  /** The values whose marks lie between two pixels, in either order. */
  between(one: number, other: number): Span;
  /** From the finest on, the first set of ticks that fits is to be used. */
  ticks: readonly Tick[][];
  lane: Lane | null;
}

/** How the values of a column are cut into bins, for counting where single marks would be too many. */
export interface AxisBins {
  /** Bin 0 begins at `from`: of the value or, with `log`, of its natural logarithm. */
  scale: 'linear' | 'log';
  from: number;
  step: number;
  /** Values below it have no place on the scale and are bin -1; null where all have one. */
  least: number | null;
  /** The pixels that a bin takes. */
  extent(bin: number): readonly [number, number];
}

/** An axis of a plane that can be zoomed, brushed and divided. */
export interface PlaneAxis extends Axis {
  /** The value whose border lies nearest to a pixel: a whole one where values are whole, else one of three digits. */
  at(pixel: number): number;
  /** Ticks for the stretch between two pixels, which may be a small part of the axis. */
  finer(one: number, other: number): readonly Tick[][];
  /** Bins of at least `cell` pixels, or of one value where that is larger. */
  bins(cell: number): AxisBins;
}

export type Range = readonly [low: number, high: number];

/** More different scores than this run into each other anyway. */
const MOST_LEVELS = 60;

/** An axis for amounts: linear from zero, or log where the data ask for it, with a lane for zero and below. */
export function amountAxis(
  values: ArrayLike<number>,
  range: Range,
  include: readonly number[] = [],
): PlaneAxis {
  const positives = positivesOf(values);
  if (asksForLog(positives)) return logAxis(positives, range, include);
  // Some air above the highest: a split through it leaves those above it a field.
  const [, high] = extremes(values, include);
  return linearAxis(values, range, [...include, high + Math.abs(high) * 0.06]);
}

/** A linear axis from zero, or from the lowest where that is negative. */
export function linearAxis(
  values: ArrayLike<number>,
  range: Range,
  include: readonly number[] = [],
): PlaneAxis {
  const [low, high] = extremes(values, include);
  const least = Math.min(0, low);
  const scale = scaleLinear([least, high > 0 || low < 0 ? Math.max(high, 0) : 1], range);
  return {
    kind: 'linear',
    place: (value) => scale(value),
    border: (value) => scale(value),
    at: (pixel) => roundish(scale.invert(pixel)),
    between: (one, other) => rising(scale.invert(one), scale.invert(other)),
    ticks: [10, 7, 5, 3, 2].map((count) => scale.ticks(count).map((value) => ({ value, at: scale(value) }))),
    finer: (one, other) => amountTicks(rising(scale.invert(one), scale.invert(other)), scale),
    bins: (cell) => {
      const step = Math.abs(scale.invert(cell) - scale.invert(0));
      const edge = (bin: number): number => scale(least + bin * step);
      return { scale: 'linear', from: least, step, least: null, extent: (bin) => [edge(bin), edge(bin + 1)] };
    },
    lane: null,
  };
}

/** From 0 to 1, for scores: of few different values, each is a lane in which its marks are spread. */
export function scoreAxis(values: ArrayLike<number>, range: Range): PlaneAxis {
  const scale = scaleLinear([0, 1], range);
  const levels = new Set<number>();
  for (let index = 0; index < values.length && levels.size <= MOST_LEVELS; index++)
    levels.add(millionths(values[index] ?? 0));
  const sorted = [...levels].sort((a, b) => a - b);
  const gap = Math.min(0.1, ...sorted.slice(1).map((level, index) => level - (sorted[index] ?? 0)));
  const width = levels.size > MOST_LEVELS ? 0 : 0.7 * gap;
  const padded = scaleLinear([-width / 2, 1 + width / 2], range);
  const way = range[1] > range[0] ? 'across' : 'up';
  return {
    kind: 'linear',
    place: (value, index) => padded(value + width * (spread(index, way) - 0.5)),
    border: (value) => padded(value),
    at: (pixel) => roundish(padded.invert(pixel)),
    between: (one, other) => {
      const span = rising(padded.invert(one), padded.invert(other));
      return width === 0 ? span : levelsWithin(sorted, span);
    },
    ticks: [10, 5, 2, 1].map((count) => scale.ticks(count).map((value) => ({ value, at: padded(value) }))),
    finer: (one, other) => amountTicks(rising(padded.invert(one), padded.invert(other)), padded),
    bins: (cell) => {
      // Of few levels each is a bin, a little wider than the last bits of a mean.
      const step = width > 0 ? 2e-6 : Math.abs(padded.invert(cell) - padded.invert(0));
      const from = width > 0 ? -step / 2 : 0;
      const half = width > 0 ? width / 2 : step / 2;
      const middle = (bin: number): number => from + (bin + 0.5) * step;
      return {
        scale: 'linear',
        from,
        step,
        least: null,
        extent: (bin) => [padded(middle(bin) - half), padded(middle(bin) + half)],
      };
    },
    lane: null,
  };
}

/** Weighted means of the same scores differ in their last bits. */
function millionths(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Days, in steps of weeks, months and years as people count them; the days of a day are spread over its width. */
export function dayAxis(values: ArrayLike<number>, range: Range): PlaneAxis {
  const high = Math.max(1, extremes(values, [])[1]);
  const scale = scaleLinear([-0.5, high + 0.5], range);
  const steps = [1, 7, 14, 30, 60, 90, 180, 365, 730, 1825];
  return {
    kind: 'linear',
    place: (value, index) => scale(value + spread(index, 'day') - 0.5),
    border: (value) => scale(value + 0.5),
    at: (pixel) => Math.max(0, Math.round(scale.invert(pixel) - 0.5)),
    between: (one, other) => wholeWithin(rising(scale.invert(one), scale.invert(other)), (day) => day),
    ticks: wholeTicks({ min: 0, max: high }, steps, scale),
    finer: (one, other) => wholeTicks(rising(scale.invert(one), scale.invert(other)), steps, scale),
    bins: (cell) => {
      const step = Math.max(1, Math.ceil(Math.abs(scale.invert(cell) - scale.invert(0))));
      const edge = (bin: number): number => scale(bin * step - 0.5);
      return { scale: 'linear', from: 0, step, least: null, extent: (bin) => [edge(bin), edge(bin + 1)] };
    },
    lane: null,
  };
}

/** Whole numbers from 1 on, log-like: each has a lane as wide as its share of the scale, in which marks are spread. */
export function countAxis(values: ArrayLike<number>, range: Range): PlaneAxis {
  const high = Math.max(2, extremes(values, [])[1]);
  const scale = scaleLog([0.5, high + 0.5], range);
  const laneAt = (value: number): Range => [scale(Math.max(0.5, value - 0.5)), scale(value + 0.5)];
  // A million customers have few different counts, each of which takes two logarithms.
  const lanes = new Map<number, Range>();
  const lane = (value: number): Range => {
    let known = lanes.get(value);
    if (!known) {
      known = laneAt(value);
      lanes.set(value, known);
    }
    return known;
  };
  const middle = (value: number): number => {
    const [from, to] = lane(value);
    return (from + to) / 2;
  };
  const tick = (value: number): Tick => ({ value, at: middle(value) });
  return {
    kind: 'counts',
    place: (value, index) => {
      const [from, to] = lane(value);
      return from + (to - from) * (0.06 + 0.88 * spread(index, to > from ? 'across' : 'up'));
    },
    at: (pixel) => Math.max(0, Math.round(scale.invert(pixel) - 0.5)),
    between: (one, other) =>
      wholeWithin(rising(scale.invert(one), scale.invert(other)), (value) => scale.invert(middle(value))),
    // A threshold of whole numbers runs between two lanes.
    border: (value) => scale(Math.max(0.5, Math.floor(value) + 0.5)),
    ticks: [
      decades(1, high, [1, 2, 3, 4, 5, 7]).map(tick),
      decades(1, high, [1, 2, 3, 5]).map(tick),
      decades(1, high, [1, 2, 5]).map(tick),
      decades(1, high, [1]).map(tick),
    ],
    finer: (one, other) => {
      const seen = rising(scale.invert(one), scale.invert(other));
      // A lane wider than what is seen of it is named where it is seen.
      const named = (value: number): number => {
        const [from, to] = lane(value);
        const ends = [one, other].sort((a, b) => a - b) as [number, number];
        return (Math.max(Math.min(from, to), ends[0]) + Math.min(Math.max(from, to), ends[1])) / 2;
      };
      const around = { min: seen.min - 0.5, max: seen.max + 0.5 };
      const within = (digits: readonly number[]): Tick[] =>
        decades(seen.min, seen.max, digits).map((value) => ({ value, at: named(value) }));
      return [...wholeTicks(around, [1, 2, 5, 10, 20, 50], named), within([1, 2, 5]), within([1])];
    },
    bins: () => ({
      scale: 'linear',
      from: 0,
      step: 1,
      least: null,
      extent: (bin) => {
        const [from, to] = lane(bin);
        return [from + (to - from) * 0.06, from + (to - from) * 0.94];
      },
    }),
    lane: null,
  };
}
