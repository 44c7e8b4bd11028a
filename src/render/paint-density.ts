import { CELL, type Cells, type Singled } from '../layout/density';
import type { Tone } from '../layout/shapes';
import type { ToneColor } from './canvas-shapes';
import { channels } from './channels';
import { GHOST } from './drawing-order';

/** Ink of a square with one mark, still seen alone; from there it grows with the logarithm of the crowd. */
const LEAST = 0.36;

/** Pictures of squares, as long as colours and squares are the same: a brush draws the same ghost again and again. */
const drawn = {
  whole: new WeakMap<Cells, { color: ToneColor; canvas: HTMLCanvasElement }>(),
  ghost: new WeakMap<Cells, { color: ToneColor; canvas: HTMLCanvasElement }>(),
};

/**
 * Draws squares on the canvas, each in the colour of most of its marks: a mixture would be in no legend. As a ghost they
 * are all of one quiet colour.
 */
export function paintDensity(
  context: CanvasRenderingContext2D,
  cells: Cells,
  color: ToneColor,
  ghost: boolean,
): void {
  const pictures = ghost ? drawn.ghost : drawn.whole;
  let known = pictures.get(cells);
  if (known?.color !== color) {
    const canvas = put(document.createElement('canvas'), pictureOf(context, cells, color, ghost));
    known = { color, canvas };
    pictures.set(cells, known);
  }
  lay(context, known.canvas, cells);
}

/** Of each square its marks, the tone that leads and by how many; and what is drawn of them: kept for the next brush. */
let leads = new Int32Array(0);
let canvas: HTMLCanvasElement | null = null;

/** Draws marks that stand out of a crowd as `paintDensity` would; squares that none lies in cost nothing. */
export function paintSingled(
  context: CanvasRenderingContext2D,
  { box, columns, rows, tones, tone, squares, marked }: Singled,
  color: ToneColor,
): void {
  if (leads.length < 3 * columns * rows) leads = new Int32Array(3 * columns * rows);
  const touched: number[] = [];
  let most = 8;
  for (let mark = 0; mark < squares.length; mark++) {
    if (marked[mark] !== 1 || squares[mark]! < 0) continue;
    const square = squares[mark]!;
    const at = 3 * square;
    const count = ++leads[at]!;
    if (count === 1) touched.push(square);
    if (count > most) most = count;
    // The vote of Boyer and Moore: a tone of more than half leads in the end.
    if (leads[at + 2] === 0) leads[at + 1] = tone[mark]!;
    leads[at + 2]! += leads[at + 1] === tone[mark] ? 1 : -1;
  }
  const draw = pixels(context, columns, rows, tones, most, color);
  for (const square of touched) {
    draw.square(square, leads[3 * square + 1]!, leads[3 * square]!, 1);
    leads.fill(0, 3 * square, 3 * square + 3);
  }
  canvas = put(canvas ?? document.createElement('canvas'), draw.image);
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

function pictureOf(
  context: CanvasRenderingContext2D,
  { columns, rows, tones, counts, sums }: Cells,
  color: ToneColor,
  ghost: boolean,
): ImageData {
  let most = 8;
  for (const sum of sums) if (sum > most) most = sum;
  const draw = pixels(context, columns, rows, ghost ? ['neutral'] : tones, most, color);
  for (let square = 0; square < sums.length; square++) {
    if (sums[square] === 0) continue;
    const first = square * tones.length;
    let lead = 0;
    if (!ghost)
      for (let tone = 1; tone < tones.length; tone++)
        if (counts[first + tone]! > counts[first + lead]!) lead = tone;
    draw.square(square, lead, sums[square]!, ghost ? GHOST : 1);
  }
  return draw.image;
}

/** A picture of a pixel for each square, in the colour of a tone, its ink by its marks and those of the fullest, `most`. */
function pixels(
  context: CanvasRenderingContext2D,
  columns: number,
  rows: number,
  tones: readonly Tone[],
  most: number,
  color: ToneColor,
): { image: ImageData; square(square: number, tone: number, marks: number, ink: number): void } {
  const image = new ImageData(columns, rows);
  const { data } = image;
  const paints = tones.map((tone) => channels(context, color(tone)).map((part) => Math.round(255 * part)));
  const whole = Math.log1p(most);
  const square = (square: number, tone: number, marks: number, ink: number): void => {
    const [red, green, blue] = paints[tone]!;
    data[square * 4] = red!;
    data[square * 4 + 1] = green!;
    data[square * 4 + 2] = blue!;
    const own = LEAST * Math.min(1, marks) + (1 - LEAST) * (Math.log1p(marks) / whole);
    data[square * 4 + 3] = 255 * Math.min(1, own) * ink;
  };
  return { image, square };
}
