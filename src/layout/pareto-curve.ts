import { bisector } from 'd3-array';
import type { ParetoRow } from '../compute/results';

/** A point of the cumulative curve, both in shares: 1 is all. */
export interface CurvePoint {
  items: number;
  value: number;
}

/** A hump lower than this cannot be told from the line at 100 %. */
export const VISIBLE_HUMP = 1.005;

const byItems = bisector((point: CurvePoint) => point.items);

/** The curve of `rows`, ascending, beginning at nothing from nobody; rows without a share are passed over. */
export function paretoCurve(rows: readonly Pick<ParetoRow, 'item_share' | 'value_share'>[]): CurvePoint[] {
  const points = rows.flatMap(({ item_share: items, value_share: value }) =>
    value === null ? [] : [{ items, value }],
  );
  return points[0]?.items === 0 ? points : [{ items: 0, value: 0 }, ...points];
}

/** What the top `items` share brings: the curve read linearly between its points. */
export function valueAt(curve: readonly CurvePoint[], items: number): number {
  const after = byItems.left(curve, items);
  const right = curve[after];
  const left = curve[after - 1];
  if (right === undefined) return left?.value ?? 0;
  if (left === undefined) return right.value;
  return between(items, left.items, right.items, left.value, right.value);
}

/** The smallest share of items that brings `value`; null where the curve never reaches it. */
export function itemsAt(curve: readonly CurvePoint[], value: number): number | null {
  const at = curve.findIndex((point) => point.value >= value);
  const right = curve[at];
  if (right === undefined) return null;
  const left = curve[at - 1];
  return left === undefined ? right.items : between(value, left.value, right.value, left.items, right.items);
}

/**
 * What the fewest whole items that reach `target` bring: the target itself where they hardly overshoot it, else
 * what they really bring.
 */
export function reachedBy(curve: readonly CurvePoint[], items: number, target: number): number {
  const reached = valueAt(curve, items);
  return Math.abs(reached - target) < 0.005 ? target : reached;
}

function between(at: number, from: number, to: number, low: number, high: number): number {
  return from === to ? high : low + ((at - from) / (to - from)) * (high - low);
}
