import type { AxisBins, PlaneAxis, Tick } from './axis';
import type { PlotBox } from './axis-shapes';

/** How a plane is looked at: its pixels times `k`, moved by `x` and `y`. */
export interface Zoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The whole plane. */
export const WHOLE: Zoom = { k: 1, x: 0, y: 0 };

/** Beyond this single days and cents are wider than the screen. */
const MOST = 256;

/** The zoom of the largest `k` allowed that shows nothing beyond the plane: no gap beside it. */
function kept({ k, x, y }: Zoom, { left, top, right, bottom }: PlotBox): Zoom {
  const within = (shift: number, low: number, high: number): number =>
    Math.min(low - k * low, Math.max(high - k * high, shift));
  return k <= 1.0001 ? WHOLE : { k, x: within(x, left, right), y: within(y, top, bottom) };
}

/** `factor` times as near, with what is at (px, py) staying there. */
export function zoomedAt(zoom: Zoom, factor: number, px: number, py: number, box: PlotBox): Zoom {
  const k = Math.min(MOST, Math.max(1, zoom.k * factor));
  const grown = k / zoom.k;
  return kept({ k, x: px - (px - zoom.x) * grown, y: py - (py - zoom.y) * grown }, box);
}

/** Moved by some pixels. */
export function panned(zoom: Zoom, dx: number, dy: number, box: PlotBox): Zoom {
  return kept({ k: zoom.k, x: zoom.x + dx, y: zoom.y + dy }, box);
}

export function sameZoom(one: Zoom, other: Zoom): boolean {
  return one.k === other.k && one.x === other.x && one.y === other.y;
}

/** Where the picture of one zoom lies in another: its pixels times `k`, moved by `x` and `y`. */
export function from(before: Zoom, now: Zoom): Zoom {
  const k = now.k / before.k;
  return { k, x: now.x - before.x * k, y: now.y - before.y * k };
}

/** An axis as it is seen between the pixels `low` and `high` at a zoom along it. */
export function zoomedAxis(axis: PlaneAxis, k: number, shift: number, low: number, high: number): PlaneAxis {
  if (k === 1) return axis;
  const seen = (pixel: number): number => k * pixel + shift;
  const whole = (pixel: number): number => (pixel - shift) / k;
  const inside = (pixel: number): boolean => pixel >= low - 0.5 && pixel <= high + 0.5;
  const zoomed = (sets: readonly Tick[][]): Tick[][] =>
    sets.map((ticks) =>
      ticks.map(({ value, at }) => ({ value, at: seen(at) })).filter(({ at }) => inside(at)),
    );
  const { lane } = axis;
  const middle = lane && seen((lane.from + lane.to) / 2);
  return {
    kind: axis.kind,
    place: (value, index) => seen(axis.place(value, index)),
    border: (value) => seen(axis.border(value)),
    at: (pixel) => axis.at(whole(pixel)),
    between: (one, other) => axis.between(whole(one), whole(other)),
    ticks: zoomed(axis.finer(whole(low), whole(high))),
    finer: (one, other) => zoomed(axis.finer(whole(one), whole(other))),
    bins: (cell) => zoomedBins(axis.bins(cell / k), seen),
    lane:
      lane && middle !== null && inside(middle)
        ? { ...lane, from: seen(lane.from), to: seen(lane.to) }
        : null,
  };
}

function zoomedBins(bins: AxisBins, seen: (pixel: number) => number): AxisBins {
  return {
    ...bins,
    extent: (bin) => {
      const [one, other] = bins.extent(bin);
      return [seen(one), seen(other)];
    },
  };
}
