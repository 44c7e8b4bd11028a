import type { Lane, LaneContent, PlaneAxis, Range } from './axis';
import { amountTicks, decades, roundish } from './axis-ticks';
import type { Positives } from './positives';
import { scaleLog } from './scale';
import { rising, type Span } from './span';
import { spread } from './spread';

/** Pixels between the lane of the values without a logarithm and the scale. */
const LANE_GAP = 8;

/** A log axis for amounts that ask for one: see `amountAxis`. */
export function logAxis(positives: Positives, range: Range, include: readonly number[]): PlaneAxis {
  const { low, high, holds } = logDomain(positives, include);
  const [from, to] = range;
  const way = Math.sign(to - from);
  // The lanes of two such axes cross.
  const spreading = way > 0 ? 'across' : 'over';
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
    at: (pixel) => (way * pixel >= way * start ? roundish(scale.invert(pixel)) : 0),
    border: (value) => (value >= low ? scale(value) : lane ? lane.to + (way * LANE_GAP) / 2 : from),
    ticks: [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]].map((digits) =>
      decades(low / air, high * air, digits).map((value) => ({ value, at: scale(value) })),
    ),
    finer: (one, other) => {
      const seen = rising(scale.invert(one), scale.invert(other));
      const min = Math.max(seen.min, low / air);
      const sets = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]].map((digits) =>
        decades(min, seen.max, digits).map((value) => ({ value, at: scale(value) })),
      );
      // Within less than a power of ten equal steps are easier to read.
      return seen.max / min < 8 ? [...amountTicks({ min, max: seen.max }, scale), ...sets] : sets;
    },
    bins: (cell) => {
      const step = Math.abs(Math.log(scale.invert(start + cell) / scale.invert(start)));
      const first = Math.log(low);
      const edge = (bin: number): number => scale(Math.exp(first + bin * step));
      const side = (share: number): number => from + way * width * share;
      return {
        scale: 'log',
        from: first,
        step,
        least: low,
        extent: (bin) => (bin < 0 ? [side(0.06), side(0.94)] : [edge(bin), edge(bin + 1)]),
      };
    },
    lane,
  };
}

/**
 * From where to where a log scale runs. It begins at the least positive value, but no further than two powers of ten
 * below the median: a model's 0.000001 would take half the width from all that matters, and stands in the lane instead.
 */
function logDomain(
  { count, least: lowest, most, zeros, negatives, at }: Positives,
  include: readonly number[],
): { low: number; high: number; holds: LaneContent | null } {
  const median = count > 0 ? at(0.5) : 1;
  const splits = include.filter((value) => value > 0);
  // Whoever is above a split shall not stand in the lane below it.
  const floor = include.some((value) => value <= 0)
    ? 0
    : Math.min(Number(`1e${Math.floor(Math.log10(median / 100))}`), ...splits);
  const high = Math.max(count > 0 ? most : 1, ...splits);
  const least = Math.min(count > 0 ? lowest : 1, ...splits);
  if (least < floor) return { low: floor, high, holds: { below: floor } };
  return { low: least, high, holds: zeros ? (negatives ? 'both' : 'zero') : negatives ? 'negative' : null };
}
