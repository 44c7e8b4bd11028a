import type { Tone } from './shapes';

/** Where marks lie, in columns and CSS pixels: too many for an object each. */
export interface Places {
  x: Float32Array;
  y: Float32Array;
  /** Index into `tones`. */
  tone: Uint8Array;
  tones: readonly Tone[];
  radius: Float32Array;
}

/** Marks, and how each is shown. */
export interface Points extends Places {
  /** 0..1; chosen so that ink grows with the logarithm of the crowd. */
  ink: Float32Array;
  /** Left out of the picture and of the pointer's search. */
  hidden: Uint8Array;
  /** Not of what is chosen: drawn below the rest, as its ghost. */
  faded: Uint8Array;
}

/** The marks without those of the tones in `hidden`. */
export function shownPoints(places: Places, hidden: ReadonlySet<number>): Points {
  const points = {
    ...places,
    hidden: flags(places.tone, hidden),
    faded: new Uint8Array(places.tone.length),
  };
  return { ...points, ink: inkByCrowd(points) };
}

/** The marks with those of the tones in `faded` behind the rest. */
export function fadedPoints(points: Points, faded: ReadonlySet<number>): Points {
  return { ...points, faded: flags(points.tone, faded) };
}

/** The marks with those that are not 1 in `marked` behind the rest, whose ink goes by their own crowd. */
export function markedPoints(points: Points, marked: ArrayLike<number> | null): Points {
  if (!marked || marked.length !== points.tone.length) return points;
  const faded = Uint8Array.from(marked, (mark) => (mark === 1 ? 0 : 1));
  const left = Uint8Array.from(points.hidden, (hidden, index) => hidden | (faded[index] ?? 0));
  const own = inkByCrowd({ ...points, hidden: left });
  return {
    ...points,
    faded,
    ink: points.ink.map((ink, index) => (faded[index] ? ink : (own[index] ?? ink))),
  };
}

function flags(tone: Uint8Array, set: ReadonlySet<number>): Uint8Array {
  const found = new Uint8Array(tone.length);
  if (set.size === 0) return found;
  for (let index = 0; index < tone.length; index++) found[index] = set.has(tone[index] ?? 0) ? 1 : 0;
  return found;
}

/** Side of the squares in which a crowd is counted. */
const CELL = 8;
/** Ink of a mark that stands alone. */
const ALONE = 0.85;
/** Below this a mark could no longer be seen beside a crowd. */
const LEAST = 0.03;

/**
 * Ink for each mark by how many share its neighbourhood: the ink of a square grows with the logarithm of its
 * crowd, so that a hundred on a spot still look like more than ten.
 */
export function inkByCrowd(points: Omit<Points, 'ink'>): Float32Array {
  const columns = cellsFor(points.x);
  const rows = cellsFor(points.y);
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
  const ink = new Float32Array(cells.length);
  const whole = Math.log1p(Math.max(most, 12));
  for (let index = 0; index < ink.length; index++) {
    const cell = cells[index] ?? -1;
    if (cell < 0) continue;
    const count = crowd[cell] ?? 1;
    const radius = points.radius[index] ?? 1;
    // A mark larger than its square covers it once, no more.
    const cover = Math.min(1, (Math.PI * radius * radius) / (CELL * CELL));
    // What the square shall hold together, shared among its marks.
    const together = 0.5 + (1.7 * Math.log1p(count)) / whole;
    ink[index] = Math.min(ALONE, Math.max(LEAST, together / (count * cover)));
  }
  return ink;
}

function cellsFor(places: Float32Array): number {
  let most = 0;
  for (const place of places) if (place > most) most = place;
  return Math.floor(most / CELL) + 1;
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}

/** Marks shrink as there are more of them: 5 px for a handful, 1.2 px for a hundred thousand. */
export function radiusFor(count: number): number {
  return Math.min(5, Math.max(1.2, 20 / Math.sqrt(Math.sqrt(Math.max(1, count) * 10))));
}
