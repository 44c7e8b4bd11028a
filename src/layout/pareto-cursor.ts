import { type CurvePoint, itemsAt, valueAt } from './pareto-curve';

/** What the curve says at one place. */
export interface CursorReading {
  /** Whole items, from the top. */
  items: number;
  itemShare: number;
  valueShare: number;
}

/** The curve read at the whole item nearest to `share` of all `items`, at least the first. */
export function readCurve(curve: readonly CurvePoint[], items: number, share: number): CursorReading {
  const count = Math.min(items, Math.max(1, Math.round(share * items)));
  return { items: count, itemShare: count / items, valueShare: valueAt(curve, count / items) };
}

/**
 * Where the arrow keys stop, ascending: at each item where there are few, else at each per cent; and always at
 * the places in `also` (the crossing, the peak).
 */
export function cursorStops(items: number, also: readonly (number | null)[]): number[] {
  const steps = Math.min(items, 100);
  const stops = Array.from({ length: steps }, (_, i) => Math.round(((i + 1) / steps) * items) / items);
  const extra = also.filter((share) => share !== null && share > 0 && share <= 1) as number[];
  return [...new Set([...stops, ...extra])].sort((a, b) => a - b);
}

/** The curve read at a share of the value: the fewest whole items that bring it; null where it is never reached. */
export function readAcross(curve: readonly CurvePoint[], items: number, value: number): CursorReading | null {
  const share = itemsAt(curve, value);
  if (share === null) return null;
  // What lies between two points of a long curve is read linearly: a hair above a whole item is that item.
  const count = Math.min(items, Math.max(1, Math.ceil(share * items - 1e-6)));
  return { items: count, itemShare: share, valueShare: value };
}

/** The share of value that an arrow key leads to from `value`: the next whole per cent, or (page keys) ten on. */
export function nextValue(value: number, steps: number, highest: number): number {
  const percent = steps > 0 ? Math.floor(100 * value + 1e-6) + steps : Math.ceil(100 * value - 1e-6) + steps;
  return Math.min(highest, Math.max(0.01, percent / 100));
}
