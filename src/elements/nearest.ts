import type { Points } from '../layout/points';

/** How far from a mark, in CSS pixels, the pointer still means it; also the side of the squares searched. */
const REACH = 20;

/**
 * Finds the mark under the pointer. Marks are sorted into squares when first asked for: two passes over them, where
 * a Delaunay triangulation would take seconds for a million.
 */
export function nearestMark(points: Points): (x: number, y: number) => number | null {
  let squares: Squares | null = null;
  return (x, y) => {
    squares ??= sortIntoSquares(points);
    return nearestIn(squares, points, x, y);
  };
}

interface Squares {
  columns: number;
  rows: number;
  /** Where in `marks` each square begins. */
  starts: Uint32Array;
  marks: Uint32Array;
}

function sortIntoSquares({ x, y, hidden }: Points): Squares {
  const columns = squaresFor(x);
  const rows = squaresFor(y);
  const squareOf = (mark: number): number =>
    Math.min(rows - 1, square(y[mark])) * columns + Math.min(columns - 1, square(x[mark]));
  const starts = new Uint32Array(columns * rows + 1);
  for (let mark = 0; mark < x.length; mark++) {
    const after = squareOf(mark) + 1;
    if (!hidden[mark]) starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let index = 1; index < starts.length; index++)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  const next = starts.slice();
  const marks = new Uint32Array(starts.at(-1) ?? 0);
  for (let mark = 0; mark < x.length; mark++) {
    if (hidden[mark]) continue;
    const home = squareOf(mark);
    const place = next[home] ?? 0;
    marks[place] = mark;
    next[home] = place + 1;
  }
  return { columns, rows, starts, marks };
}

function nearestIn(
  { columns, rows, starts, marks }: Squares,
  points: Points,
  x: number,
  y: number,
): number | null {
  let best: number | null = null;
  let least = REACH;
  for (let row = Math.max(0, square(y) - 1); row <= Math.min(rows - 1, square(y) + 1); row++) {
    const from = row * columns + Math.max(0, square(x) - 1);
    const to = row * columns + Math.min(columns - 1, square(x) + 1);
    for (let place = starts[from] ?? 0; place < (starts[to + 1] ?? 0); place++) {
      const mark = marks[place] ?? 0;
      const away = Math.hypot((points.x[mark] ?? 0) - x, (points.y[mark] ?? 0) - y);
      if (away < least) [best, least] = [mark, away];
    }
  }
  return best;
}

function square(at: number | undefined): number {
  return Math.max(0, Math.floor((at ?? 0) / REACH));
}

function squaresFor(places: Float32Array): number {
  let most = 0;
  for (const place of places) if (place > most) most = place;
  return square(most) + 1;
}
