import { scaleLinear, scaleLog } from 'd3-scale';
import { asksForLog } from './axis-kind';
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

type Range = readonly [low: number, high: number];

/** More different scores than this run into each other anyway. */
const MOST_LEVELS = 60;

/** Pixels between the lane of the values without a logarithm and the scale. */
const LANE_GAP = 8;

/** An axis for amounts: linear from zero, or log where the data ask for it, with a lane for zero and below. */
export function amountAxis(values: ArrayLike<number>, range: Range, include: readonly number[] = []): Axis {
  if (asksForLog(values)) return logAxis(values, range, include);
  // Some air above the highest: a split through it leaves those above it a field.
  const [, high] = extremes(values, include);
  return linearAxis(values, range, [...include, high + Math.abs(high) * 0.06]);
}

/** A linear axis from zero, or from the lowest where that is negative. */
export function linearAxis(values: ArrayLike<number>, range: Range, include: readonly number[] = []): Axis {
  const [low, high] = extremes(values, include);
  const scale = scaleLinear([Math.min(0, low), high > 0 || low < 0 ? Math.max(high, 0) : 1], [...range]);
  return {
    kind: 'linear',
    place: (value) => scale(value),
    border: (value) => scale(value),
    between: (one, other) => rising(scale.invert(one), scale.invert(other)),
    ticks: [10, 7, 5, 3, 2].map((count) => scale.ticks(count).map((value) => ({ value, at: scale(value) }))),
    lane: null,
  };
}

/** From 0 to 1, for scores: of few different values, each is a lane in which its marks are spread. */
export function scoreAxis(values: ArrayLike<number>, range: Range): Axis {
  const scale = scaleLinear([0, 1], [...range]);
  const levels = new Set<number>();
  for (let index = 0; index < values.length && levels.size <= MOST_LEVELS; index++)
    levels.add(millionths(values[index] ?? 0));
  const sorted = [...levels].sort((a, b) => a - b);
  const gap = Math.min(0.1, ...sorted.slice(1).map((level, index) => level - (sorted[index] ?? 0)));
  const width = levels.size > MOST_LEVELS ? 0 : 0.7 * gap;
  const padded = scale.copy().domain([-width / 2, 1 + width / 2]);
  const way = range[1] > range[0] ? 'across' : 'up';
  return {
    kind: 'linear',
    place: (value, index) => padded(value + width * (spread(index, way) - 0.5)),
    border: (value) => padded(value),
    between: (one, other) => {
      const span = rising(padded.invert(one), padded.invert(other));
      return width === 0 ? span : levelsWithin(sorted, span);
    },
    ticks: [10, 5, 2, 1].map((count) => scale.ticks(count).map((value) => ({ value, at: padded(value) }))),
    lane: null,
  };
}

/** Weighted means of the same scores differ in their last bits. */
function millionths(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Days, in steps of weeks, months and years as people count them; the days of a day are spread over its width. */
export function dayAxis(values: ArrayLike<number>, range: Range): Axis {
  const high = Math.max(1, extremes(values, [])[1]);
  const scale = scaleLinear([-0.5, high + 0.5], [...range]);
  const steps = [1, 7, 14, 30, 60, 90, 180, 365, 730, 1825].filter((step) => step <= high);
  return {
    kind: 'linear',
    place: (value, index) => scale(value + spread(index, 'day') - 0.5),
    border: (value) => scale(value + 0.5),
    between: (one, other) => wholeWithin(rising(scale.invert(one), scale.invert(other)), (day) => day),
    ticks: (steps.length > 0 ? steps : [1]).map((step) =>
      multiples(step, high).map((value) => ({ value, at: scale(value) })),
    ),
    lane: null,
  };
}

/** Whole numbers from 1 on, log-like: each has a lane as wide as its share of the scale, in which marks are spread. */
export function countAxis(values: ArrayLike<number>, range: Range): Axis {
  const high = Math.max(2, extremes(values, [])[1]);
  const scale = scaleLog([0.5, high + 0.5], [...range]);
  const lane = (value: number): Range => [scale(Math.max(0.5, value - 0.5)), scale(value + 0.5)];
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
    lane: null,
  };
}

function logAxis(values: ArrayLike<number>, range: Range, include: readonly number[]): Axis {
  const { low, high, holds } = logDomain(values, include);
  const [from, to] = range;
  const way = Math.sign(to - from);
  const spreading = way > 0 ? 'across' : 'up';
  const width = Math.min(64, Math.max(24, Math.abs(to - from) * 0.1));
  const lane: Lane | null = holds && { from, to: from + way * width, holds };
  const start = lane ? lane.to + way * LANE_GAP : from;
  // A little air, so that the extremes do not lie on the frame.
  const air = (high / low) ** 0.02;
  const scale = scaleLog([low / air, high * air], [start, to]);
  const between = (one: number, other: number): Span => {
    const [first, last] = way * one < way * other ? [one, other] : [other, one];
    const max = scale.invert(last);
    if (!lane) return { min: scale.invert(first), max };
    // Short of the scale only those in the lane are meant.
    if (way * last < way * start) return { max: low * (1 - 1e-9) };
    const inLane = way * first <= way * ((lane.from + lane.to) / 2);
    return inLane ? { max } : { min: Math.max(low, scale.invert(first)), max };
  };
  return {
    kind: 'log',
    between,
    place: (value, index) =>
      value >= low ? scale(value) : from + way * width * (0.06 + 0.88 * spread(index, spreading)),
    border: (value) => (value >= low ? scale(value) : lane ? lane.to + (way * LANE_GAP) / 2 : from),
    ticks: [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]].map((digits) =>
      decades(low / air, high * air, digits).map((value) => ({ value, at: scale(value) })),
    ),
    lane,
  };
}

/**
 * From where to where a log scale runs. It begins at the least positive value, but no further than two powers of ten
 * below the median: a model's 0.000001 would take half the width from all that matters, and stands in the lane instead.
 */
function logDomain(
  values: ArrayLike<number>,
  include: readonly number[],
): { low: number; high: number; holds: LaneContent | null } {
  const positive = Float64Array.from(values)
    .filter((value) => value > 0)
    .sort();
  const median = positive[positive.length >> 1] ?? 1;
  const splits = include.filter((value) => value > 0);
  // Whoever is above a split shall not stand in the lane below it.
  const floor = include.some((value) => value <= 0)
    ? 0
    : Math.min(Number(`1e${Math.floor(Math.log10(median / 100))}`), ...splits);
  const high = Math.max(positive.at(-1) ?? 1, ...splits);
  const least = Math.min(positive[0] ?? 1, ...splits);
  if (least < floor) return { low: floor, high, holds: { below: floor } };
  let [zero, negative] = [false, false];
  for (let index = 0; index < values.length; index++) {
    if (values[index] === 0) zero = true;
    else if ((values[index] ?? 0) < 0) negative = true;
  }
  return { low: least, high, holds: zero ? (negative ? 'both' : 'zero') : negative ? 'negative' : null };
}

function extremes(values: ArrayLike<number>, include: readonly number[]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const see = (value: number): void => {
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (let index = 0; index < values.length; index++) see(values[index] ?? 0);
  include.forEach(see);
  return low <= high ? [low, high] : [0, 1];
}

function multiples(step: number, high: number): number[] {
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, index) => index * step);
}

/** `digits` times the powers of ten, from `low` to `high`. */
function decades(low: number, high: number, digits: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const digit of digits) {
      // Through text: 3 * 10 ** -1 is not 0.3.
      const value = Number(`${digit}e${power}`);
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}
