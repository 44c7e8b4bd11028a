import type { PlotBox } from './axis-shapes';
import type { Tone } from './shapes';
import type { Zoom } from './zoom';

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
function radiusFor(count: number): number {
  return Math.min(5, Math.max(1.2, 20 / Math.sqrt(Math.sqrt(Math.max(1, count) * 10))));
}

/** To sort a million values takes half a second. */
const MOST_SORTED = 20_000;

/** Area by value, from 0.6 to three times the radius that suits the number of marks; values of zero and less get the least. */
export function radii(values: ArrayLike<number>, count: number): Float32Array {
  const usual = radiusFor(count);
  // Of many, some at equal distances tell as well what is large.
  const step = Math.ceil(count / MOST_SORTED);
  const sorted = Float64Array.from(
    { length: Math.ceil(count / step) },
    (_, at) => values[at * step] ?? 0,
  ).sort();
  // Beyond the 99th percentile all are simply large: one giant shall not make dwarfs of the rest.
  const large = Math.max(sorted[Math.ceil(0.99 * (sorted.length - 1))] ?? 1, Number.MIN_VALUE);
  const radius = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const share = Math.min(1, Math.max(0, (values[index] ?? 0) / large));
    radius[index] = usual * (0.6 + 2.4 * Math.sqrt(share));
  }
  return radius;
}

/** Places with radii that are worked out when they are first asked for: a density has no use for them. */
export function withRadii(places: Omit<Places, 'radius'>, values: ArrayLike<number>): Places {
  let known: Float32Array | undefined;
  return {
    ...places,
    get radius() {
      known ??= radii(values, places.tone.length);
      return known;
    },
  };
}

/** The marks within sight at a zoom, as they are seen, without those of the tones in `hidden`; `rows` says which they are. */
export function seenPoints(
  places: Places,
  zoom: Zoom,
  { left, top, right, bottom }: PlotBox,
  hidden: ReadonlySet<number>,
): { points: Points; rows: Uint32Array } {
  const rows = rowsWithin(places, zoom, { left, top, right, bottom }, hidden);
  // Fewer marks have more room.
  const grown = Math.max(1, radiusFor(rows.length) / radiusFor(places.tone.length));
  const seen = {
    x: Float32Array.from(rows, (row) => (places.x[row] ?? 0) * zoom.k + zoom.x),
    y: Float32Array.from(rows, (row) => (places.y[row] ?? 0) * zoom.k + zoom.y),
    tone: Uint8Array.from(rows, (row) => places.tone[row] ?? 0),
    tones: places.tones,
    radius: Float32Array.from(rows, (row) => (places.radius[row] ?? 1) * grown),
  };
  return { points: shownPoints(seen, new Set()), rows };
}

/** Those whose marks lie within a box at a zoom, or so little beside it that they reach into it; the first `most` of them. */
export function rowsWithin(
  { x, y, tone }: Places,
  zoom: Zoom,
  box: PlotBox,
  hidden: ReadonlySet<number>,
  most: number = tone.length,
): Uint32Array {
  const reach = zoom.k === 1 ? Number.POSITIVE_INFINITY : RIM;
  const [left, right] = [(box.left - reach - zoom.x) / zoom.k, (box.right + reach - zoom.x) / zoom.k];
  const [top, bottom] = [(box.top - reach - zoom.y) / zoom.k, (box.bottom + reach - zoom.y) / zoom.k];
  const rows = new Uint32Array(Math.min(most, tone.length));
  let count = 0;
  for (let row = 0; row < tone.length && count < most; row++) {
    const [across, down] = [x[row]!, y[row]!];
    if (across < left || across > right || down < top || down > bottom) continue;
    if (hidden.size > 0 && hidden.has(tone[row]!)) continue;
    rows[count] = row;
    count++;
  }
  return rows.subarray(0, count);
}

/** How far a mark may reach over the edge of the plane, in pixels. */
const RIM = 16;
