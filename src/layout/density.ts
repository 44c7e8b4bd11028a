import type { AxisBins } from './axis';
import type { PlotBox } from './axis-shapes';
import type { Places } from './points';
import type { Tone } from './shapes';
import { spread } from './spread';
import type { Zoom } from './zoom';

/** Side of the squares in which marks are counted where they are too many to be drawn one by one, in CSS pixels. */
export const CELL = 2;

/** Counted groups of marks: of one tone, in one bin of each axis. */
export interface Binned {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Index into `tones`. */
  tone: ArrayLike<number>;
  count: ArrayLike<number>;
}

/** Squares over a plane, and how many marks of each tone lie in each. */
export interface Cells {
  box: PlotBox;
  columns: number;
  rows: number;
  tones: readonly Tone[];
  /** Tone by tone within a square, squares from left to right and top to bottom. */
  counts: Float32Array;
  /** Of all tones, a square each. */
  sums: Float32Array;
}

/** Up to this many of a group each get a place of their own; more are spread evenly. */
const SINGLES = 48;

/** The groups of `binned` laid out on squares: each over the pixels its bins take, tones in `hidden` left out. */
export function cellsOfBins(
  binned: Binned,
  bins: { x: AxisBins; y: AxisBins },
  box: PlotBox,
  tones: readonly Tone[],
  hidden: ReadonlySet<number>,
): Cells {
  const cells = emptyCells(box, tones);
  for (let group = 0; group < binned.count.length; group++) {
    const tone = binned.tone[group] ?? 0;
    if (hidden.has(tone)) continue;
    const across = bins.x.extent(binned.x[group] ?? 0);
    const down = bins.y.extent(binned.y[group] ?? 0);
    addGroup(cells, across, down, tone, binned.count[group] ?? 0);
  }
  return cells;
}

/** Marks that stand out of a crowd, each in its square: the same for every choice of them, but for `marked`. */
export interface Singled {
  box: PlotBox;
  columns: number;
  rows: number;
  tones: readonly Tone[];
  tone: Uint8Array;
  /** The square of each mark, counted as those of `Cells` are; -1 where it lies in none, or is hidden. */
  squares: Int32Array;
  /** 1 for each that stands out. */
  marked: ArrayLike<number>;
}

/** The square that each mark lies in at a zoom, -1 for those beside the box and of tones in `hidden`. */
export function squaresOf(
  { x, y, tone, tones }: Places,
  zoom: Zoom,
  box: PlotBox,
  hidden: ReadonlySet<number>,
): Omit<Singled, 'marked'> {
  const grid = gridOf(box);
  const { columns, rows } = grid;
  const left = Uint8Array.from(tones, (_, index) => (hidden.has(index) ? 1 : 0));
  const squares = new Int32Array(tone.length).fill(-1);
  for (let mark = 0; mark < tone.length; mark++) {
    if (left[tone[mark]!]) continue;
    const column = Math.floor((x[mark]! * zoom.k + zoom.x - box.left) / CELL);
    const row = Math.floor((y[mark]! * zoom.k + zoom.y - box.top) / CELL);
    if (column >= 0 && row >= 0 && column < columns && row < rows) squares[mark] = row * columns + column;
  }
  return { ...grid, tones, tone, squares };
}

/** The marks at a zoom as squares, each in the one that it lies in. */
export function cellsOfPlaces(places: Places, zoom: Zoom, box: PlotBox, hidden: ReadonlySet<number>): Cells {
  const cells = emptyCells(box, places.tones);
  const { squares } = squaresOf(places, zoom, box, hidden);
  for (let mark = 0; mark < squares.length; mark++) {
    const square = squares[mark]!;
    if (square < 0) continue;
    cells.counts[square * places.tones.length + places.tone[mark]!]! += 1;
    cells.sums[square]! += 1;
  }
  return cells;
}

/** How many marks of each tone lie within `reach` squares of a place. */
export function crowdAt(
  { box, columns, rows, tones, counts }: Cells,
  x: number,
  y: number,
  reach = 1,
): number[] {
  const sums = tones.map(() => 0);
  const column = Math.floor((x - box.left) / CELL);
  const row = Math.floor((y - box.top) / CELL);
  for (let down = Math.max(0, row - reach); down <= Math.min(rows - 1, row + reach); down++) {
    for (
      let across = Math.max(0, column - reach);
      across <= Math.min(columns - 1, column + reach);
      across++
    ) {
      const first = (down * columns + across) * tones.length;
      for (let tone = 0; tone < tones.length; tone++)
        sums[tone] = (sums[tone] ?? 0) + (counts[first + tone] ?? 0);
    }
  }
  return sums;
}

function emptyCells(box: PlotBox, tones: readonly Tone[]): Cells {
  const grid = gridOf(box);
  const squares = grid.columns * grid.rows;
  const counts = new Float32Array(squares * tones.length);
  return { ...grid, tones, counts, sums: new Float32Array(squares) };
}

function gridOf(box: PlotBox): Pick<Cells, 'box' | 'columns' | 'rows'> {
  const columns = Math.max(1, Math.ceil((box.right - box.left) / CELL));
  const rows = Math.max(1, Math.ceil((box.bottom - box.top) / CELL));
  return { box, columns, rows };
}

function add(
  { box, columns, rows, tones, counts, sums }: Cells,
  x: number,
  y: number,
  tone: number,
  count: number,
): void {
  const column = Math.floor((x - box.left) / CELL);
  const row = Math.floor((y - box.top) / CELL);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return;
  const square = row * columns + column;
  counts[square * tones.length + tone]! += count;
  sums[square]! += count;
}

function addGroup(
  cells: Cells,
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
  tone: number,
  count: number,
): void {
  const [width, height] = [x1 - x0, y1 - y0];
  const covered = Math.max(1, Math.abs(width) / CELL) * Math.max(1, Math.abs(height) / CELL);
  // As many places as marks or, of a crowd, as squares: in either case none is far from where marks would be.
  const places = count <= SINGLES ? count : Math.min(count, Math.ceil(covered * 4));
  // Another start for each group, far from that of its neighbours, or those of one lane would line up.
  const start = scattered(Math.round(x0 * 7 + y0 * 13));
  for (let index = 0; index < places; index++) {
    const x = x0 + width * spread(start + index, 'across');
    const y = y0 + height * spread(start + index, 'over');
    add(cells, x, y, tone, count / places);
  }
}

/** A whole number below a thousand that says nothing of the one it comes from: by Knuth's multiplicative hash. */
function scattered(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 16) % 1000;
}
