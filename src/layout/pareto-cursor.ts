import { type CurvePoint, valueAt } from './pareto-curve';

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
