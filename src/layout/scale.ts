import { ticks } from 'd3-array';

type Interval = readonly [from: number, to: number];

/** Values to pixels and back. */
export interface Scale {
  (value: number): number;
  invert(at: number): number;
}

/** A scale with round values for about as many ticks as asked for. */
export interface LinearScale extends Scale {
  ticks(count: number): number[];
}

/**
 * Equal differences are equal distances. D3's own scales bring colours, formats and interpolation of text along, a
 * sixth of the code of a chart; of them only this and the logarithm are needed.
 */
export function scaleLinear(domain: Interval, range: Interval): LinearScale {
  const [low, high] = domain;
  return Object.assign((value: number) => between(range, share(domain, value)), {
    invert: (at: number) => between(domain, share(range, at)),
    ticks: (count: number) => ticks(low, high, count),
  });
}

/** Equal ratios are equal distances; `domain` lies above zero. */
export function scaleLog([low, high]: Interval, range: Interval): Scale {
  const logs: Interval = [Math.log(low), Math.log(high)];
  return Object.assign((value: number) => between(range, share(logs, Math.log(value))), {
    invert: (at: number) => Math.exp(between(logs, share(range, at))),
  });
}

/** How far along an interval; in the middle of one without length. */
function share([from, to]: Interval, value: number): number {
  return to === from ? 0.5 : (value - from) / (to - from);
}

function between([from, to]: Interval, part: number): number {
  return from * (1 - part) + to * part;
}
