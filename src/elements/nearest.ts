import { Delaunay } from 'd3-delaunay';
import type { Points } from '../layout/points';

/** How far from a mark, in CSS pixels, the pointer still means it. */
const REACH = 20;

/** Finds the mark under the pointer; the search is built when first asked for. */
export function nearestMark(points: Points): (x: number, y: number) => number | null {
  let search: { delaunay: Delaunay<number>; rows: Int32Array } | null = null;
  let last = 0;
  return (x, y) => {
    search ??= build(points);
    if (search.rows.length === 0) return null;
    last = search.delaunay.find(x, y, last < search.rows.length ? last : 0);
    const row = search.rows[last];
    if (row === undefined) return null;
    const away = Math.hypot((points.x[row] ?? 0) - x, (points.y[row] ?? 0) - y);
    return away <= REACH ? row : null;
  };
}

function build(points: Points): { delaunay: Delaunay<number>; rows: Int32Array } {
  const rows: number[] = [];
  points.hidden.forEach((hidden, row) => {
    if (!hidden) rows.push(row);
  });
  const flat = new Float64Array(rows.length * 2);
  rows.forEach((row, index) => {
    flat[2 * index] = points.x[row] ?? 0;
    flat[2 * index + 1] = points.y[row] ?? 0;
  });
  return { delaunay: new Delaunay(flat), rows: Int32Array.from(rows) };
}
