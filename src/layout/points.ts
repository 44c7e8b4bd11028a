import type { Tone } from './shapes';

/** Marks in columns, in CSS pixels: too many for an object each. */
export interface Points {
  x: Float32Array;
  y: Float32Array;
  /** Index into `tones`. */
  tone: Uint8Array;
  tones: readonly Tone[];
  radius: Float32Array;
  /** 0..1; chosen so that ink grows with the logarithm of the crowd. */
  ink: Float32Array;
  /** Left out of the picture and of the pointer's search. */
  hidden: Uint8Array;
  /** Not of what is chosen: drawn below the rest, as its ghost. */
  faded: Uint8Array;
}

/** Side of the squares in which a crowd is counted. */
const CELL = 8;
/** Ink of a mark that stands alone. */
const ALONE = 0.85;
/** Below this, the eight bits of a canvas turn a colour into another. */
const LEAST = 0.07;

/**
 * Ink for each mark by how many share its neighbourhood: the ink of a square grows with the logarithm of its
 * crowd, so that a hundred on a spot still look like more than ten.
 */
export function inkByCrowd(points: Omit<Points, 'ink'>, width: number, height: number): Float32Array {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const rows = Math.max(1, Math.ceil(height / CELL));
  const crowd = new Uint32Array(columns * rows);
  const cells = new Int32Array(points.x.length).fill(-1);
  let most = 1;
  for (let index = 0; index < cells.length; index++) {
    if (points.hidden[index]) continue;
    const column = clamp(Math.floor((points.x[index] ?? 0) / CELL), columns);
    const row = clamp(Math.floor((points.y[index] ?? 0) / CELL), rows);
    const cell = row * columns + column;
    cells[index] = cell;
    const count = (crowd[cell] ?? 0) + 1;
    crowd[cell] = count;
    if (count > most) most = count;
  }
  return Float32Array.from(cells, (cell, index) => {
    if (cell < 0) return 0;
    const count = crowd[cell] ?? 1;
    const radius = points.radius[index] ?? 1;
    // A mark larger than its square covers it once, no more.
    const cover = Math.min(1, (Math.PI * radius * radius) / (CELL * CELL));
    // What the square shall hold together, shared among its marks.
    const together = 0.5 + 1.7 * (Math.log1p(count) / Math.log1p(Math.max(most, 12)));
    return Math.min(ALONE, Math.max(LEAST, together / (count * cover)));
  });
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}

/** Marks shrink as there are more of them: 5 px for a handful, 1.2 px for a hundred thousand. */
export function radiusFor(count: number): number {
  return Math.min(5, Math.max(1.2, 20 / Math.sqrt(Math.sqrt(Math.max(1, count) * 10))));
}
