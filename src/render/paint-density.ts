import { CELL, type Cells } from '../layout/density';
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
  const { box, columns, rows } = cells;
  let known = drawn.get(cells);
  if (known?.color !== color || known.ghost !== ghost) {
    known = { color, ghost, canvas: pictureOf(context, cells, color, ghost) };
    drawn.set(cells, known);
  }
  const { imageSmoothingEnabled } = context;
  context.imageSmoothingEnabled = false;
  context.drawImage(known.canvas, box.left, box.top, columns * CELL, rows * CELL);
  context.imageSmoothingEnabled = imageSmoothingEnabled;
}

/** A pixel for each square. */
function pictureOf(
  context: CanvasRenderingContext2D,
  { columns, rows, tones, counts, sums }: Cells,
  color: ToneColor,
  ghost: boolean,
): HTMLCanvasElement {
  const image = new ImageData(columns, rows);
  const { data } = image;
  const paints = tones.map((tone) => channels(context, color(ghost ? 'neutral' : tone)));
  const most = Math.max(Math.log1p(8), Math.log1p(sums.reduce((high, sum) => Math.max(high, sum), 1)));
  for (let square = 0; square < sums.length; square++) {
    const sum = sums[square]!;
    if (sum === 0) continue;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tone = 0; tone < tones.length; tone++) {
      const share = counts[square * tones.length + tone]! / sum;
      if (share === 0) continue;
      const paint = paints[tone]!;
      red += share * paint[0];
      green += share * paint[1];
      blue += share * paint[2];
    }
    const ink = LEAST * Math.min(1, sum) + (1 - LEAST) * (Math.log1p(sum) / most);
    data[square * 4] = 255 * red;
    data[square * 4 + 1] = 255 * green;
    data[square * 4 + 2] = 255 * blue;
    data[square * 4 + 3] = 255 * Math.min(1, ink) * (ghost ? GHOST : 1);
  }
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
