import { CELL, type Cells, type Singled } from '../layout/density';
import type { ToneColor } from './canvas-shapes';
import { channels } from './channels';
import { GHOST } from './drawing-order';

/** Ink of a square with one mark; from there it grows with the logarithm of the crowd. */
const LEAST = 0.6;

/** Pictures of squares, as long as colours and squares are the same: a brush draws the same ghost again and again. */
const drawn = new WeakMap<Cells, { color: ToneColor; ghost: boolean; canvas: HTMLCanvasElement }>();

/** Draws squares on the canvas: their colour is that of their marks, mixed; as a ghost they are all of one quiet colour. */
export function paintDensity(
  context: CanvasRenderingContext2D,
  cells: Cells,
  color: ToneColor,
  ghost: boolean,
): void {
  let known = drawn.get(cells);
  if (known?.color !== color || known.ghost !== ghost) {
    const canvas = put(document.createElement('canvas'), pictureOf(context, cells, color, ghost));
    known = { color, ghost, canvas };
    drawn.set(cells, known);
  }
  lay(context, known.canvas, cells);
}

/** Sums of red, green, blue and marks in each square, and what is drawn of them: kept for the next brush. */
let sums = new Float32Array(0);
let canvas: HTMLCanvasElement | null = null;

/** Draws marks that stand out of a crowd as `paintDensity` would; squares that none lies in cost nothing. */
export function paintSingled(
  context: CanvasRenderingContext2D,
  { box, columns, rows, tones, tone, squares, marked }: Singled,
  color: ToneColor,
): void {
  const paints = tones.map((name) => channels(context, color(name)));
  if (sums.length < 4 * columns * rows) sums = new Float32Array(4 * columns * rows);
  const touched: number[] = [];
  let most = 8;
  for (let mark = 0; mark < squares.length; mark++) {
    if (marked[mark] !== 1 || squares[mark]! < 0) continue;
    const at = 4 * squares[mark]!;
    const [red, green, blue] = paints[tone[mark]!]!;
    sums[at]! += red;
    sums[at + 1]! += green;
    sums[at + 2]! += blue;
    const count = ++sums[at + 3]!;
    if (count === 1) touched.push(at);
    if (count > most) most = count;
  }
  const whole = Math.log1p(most);
  const image = new ImageData(columns, rows);
  const { data } = image;
  for (const at of touched) {
    const count = sums[at + 3]!;
    for (let channel = at; channel < at + 3; channel++) data[channel] = (255 * sums[channel]!) / count;
    data[at + 3] = 255 * inkOf(count, whole);
    sums.fill(0, at, at + 4);
  }
  canvas = put(canvas ?? document.createElement('canvas'), image);
  lay(context, canvas, { box, columns, rows });
}

/** A picture with a pixel for each square. */
function put(canvas: HTMLCanvasElement, image: ImageData): HTMLCanvasElement {
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

function lay(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  { box, columns, rows }: Pick<Cells, 'box' | 'columns' | 'rows'>,
): void {
  const { imageSmoothingEnabled } = context;
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, box.left, box.top, columns * CELL, rows * CELL);
  context.imageSmoothingEnabled = imageSmoothingEnabled;
}

/** Ink of a square with `sum` marks, where the logarithm of the fullest is `whole`. */
function inkOf(sum: number, whole: number): number {
  return Math.min(1, LEAST * Math.min(1, sum) + (1 - LEAST) * (Math.log1p(sum) / whole));
}

function pictureOf(
  context: CanvasRenderingContext2D,
  { columns, rows, tones, counts, sums }: Cells,
  color: ToneColor,
  ghost: boolean,
): ImageData {
  const image = new ImageData(columns, rows);
  const { data } = image;
  const paints = tones.map((tone) => channels(context, color(ghost ? 'neutral' : tone)));
  let most = 8;
  for (const sum of sums) if (sum > most) most = sum;
  const whole = Math.log1p(most);
  for (let square = 0; square < sums.length; square++) {
    const sum = sums[square]!;
    if (sum === 0) continue;
    let [red, green, blue] = [0, 0, 0];
    for (let tone = 0; tone < tones.length; tone++) {
      const share = counts[square * tones.length + tone]! / sum;
      if (share === 0) continue;
      const paint = paints[tone]!;
      red += share * paint[0];
      green += share * paint[1];
      blue += share * paint[2];
    }
    data[square * 4] = 255 * red;
    data[square * 4 + 1] = 255 * green;
    data[square * 4 + 2] = 255 * blue;
    data[square * 4 + 3] = 255 * inkOf(sum, whole) * (ghost ? GHOST : 1);
  }
  return image;
}
