import { CELL, type Cells } from '../layout/density';
import type { ToneColor } from './canvas-shapes';
import { channels } from './channels';
import { GHOST } from './drawing-order';

/** Ink of a square with one mark; from there it grows with the logarithm of the crowd. */
const LEAST = 0.6;

/** Draws squares on the canvas: their colour is that of their marks, mixed; as a ghost they are all of one quiet colour. */
export function paintDensity(
  context: CanvasRenderingContext2D,
  { box, columns, rows, tones, counts }: Cells,
  color: ToneColor,
  ghost: boolean,
): void {
  const image = new ImageData(columns, rows);
  const { data } = image;
  const paints = tones.map((tone) => channels(context, color(ghost ? 'neutral' : tone)));
  const most = Math.log1p(mostIn(counts, tones.length));
  for (let square = 0; square < columns * rows; square++) {
    let [sum, red, green, blue] = [0, 0, 0, 0];
    for (let tone = 0; tone < tones.length; tone++) {
      const count = counts[square * tones.length + tone]!;
      if (count === 0) continue;
      const [r, g, b] = paints[tone]!;
      sum += count;
      red += count * r;
      green += count * g;
      blue += count * b;
    }
    if (sum === 0) continue;
    const ink = LEAST * Math.min(1, sum) + (1 - LEAST) * (Math.log1p(sum) / Math.max(most, Math.log1p(8)));
    data[square * 4] = (255 * red) / sum;
    data[square * 4 + 1] = (255 * green) / sum;
    data[square * 4 + 2] = (255 * blue) / sum;
    data[square * 4 + 3] = 255 * Math.min(1, ink) * (ghost ? GHOST : 1);
  }
  const small = document.createElement('canvas');
  small.width = columns;
  small.height = rows;
  small.getContext('2d')?.putImageData(image, 0, 0);
  const { imageSmoothingEnabled } = context;
  context.imageSmoothingEnabled = false;
  context.drawImage(small, box.left, box.top, columns * CELL, rows * CELL);
  context.imageSmoothingEnabled = imageSmoothingEnabled;
}

function mostIn(counts: Float32Array, tones: number): number {
  let most = 1;
  for (let first = 0; first < counts.length; first += tones) {
    let sum = 0;
    for (let tone = 0; tone < tones; tone++) sum += counts[first + tone]!;
    if (sum > most) most = sum;
  }
  return most;
}
