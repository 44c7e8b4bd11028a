import type { Measure, Scene, Shape, Tone } from '../layout/shapes';
import { wrapText } from '../layout/wrap-text';
import { paintShapes, type ToneColor } from '../render/canvas-shapes';
import { svgDocument } from '../render/export-svg';
import type { Caption, Picture, Surroundings } from './picture';

const PADDING = 16;

/** A picture with its words above and below, as the text of an SVG file. */
export function pictureText(
  picture: Picture,
  caption: Caption,
  heading: string,
  around: Surroundings,
  color: ToneColor,
  fontFamily: string,
): string {
  const sheet = layOut(picture, caption, heading, around);
  const marks = picture.paint
    ? {
        href: marksCanvas(picture, around, color, 2).toDataURL('image/png'),
        ...sheet.plot,
        before: sheet.before,
      }
    : null;
  return svgDocument(sheet.scene, color, fontFamily, marks);
}

/** Pixels of an image to a CSS pixel: as many as the screen has, and two at least. */
export function pictureRatio(): number {
  return Math.max(2, window.devicePixelRatio || 1);
}

/** The same as a PNG. */
export async function pictureBlob(
  picture: Picture,
  caption: Caption,
  heading: string,
  around: Surroundings,
  color: ToneColor,
  fontFamily: string,
): Promise<Blob> {
  const sheet = layOut(picture, caption, heading, around);
  const ratio = pictureRatio();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.scene.width * ratio);
  canvas.height = Math.round(sheet.scene.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(ratio, ratio);
  context.fillStyle = color('surface');
  context.fillRect(0, 0, sheet.scene.width, sheet.scene.height);
  paintShapes(context, sheet.scene.shapes.slice(0, sheet.before), color, fontFamily);
  if (picture.paint) {
    const { x, y, width, height } = sheet.plot;
    context.drawImage(marksCanvas(picture, around, color, ratio), x, y, width, height);
  }
  paintShapes(context, sheet.scene.shapes.slice(sheet.before), color, fontFamily);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
  });
}

function layOut(
  picture: Picture,
  caption: Caption,
  heading: string,
  around: Surroundings,
): { scene: Scene; plot: { x: number; y: number; width: number; height: number }; before: number } {
  const { measure } = around;
  const { width, height } = picture.size ?? around;
  const words: Shape[] = [];
  let y = PADDING;
  const write = (text: string, size: number, weight: 400 | 600, fill: 'text' | 'muted'): void => {
    for (const line of wrapText(text, width, size, measure, weight)) {
      words.push({ kind: 'text', x: PADDING, y, text: line, size, weight, fill, vertical: 'top' });
      y += Math.round(size * 1.35);
    }
  };
  if (heading) write(heading, 12, 600, 'muted');
  write(caption.finding, 18, 600, 'text');
  write(caption.description, 12, 400, 'muted');
  if (caption.sampled) write(caption.sampled, 12, 600, 'text');
  const key = keyShapes(picture.key ?? [], y + 8, width, measure);
  words.push(...key.shapes);
  y += key.height;
  const top = y + 12;
  y = top + height + 12;
  for (const note of caption.notes) write(note.text, 11, 400, 'muted');
  const under: Shape[] = [{ kind: 'group', x: PADDING, y: top, shapes: picture.under }];
  const over: Shape[] = [{ kind: 'group', x: PADDING, y: top, shapes: picture.over }];
  return {
    scene: { width: width + 2 * PADDING, height: y + PADDING, shapes: [...words, ...under, ...over] },
    plot: { x: PADDING, y: top, width, height },
    before: words.length + under.length,
  };
}

/** Dots with the names of their colours, in as many lines as they need. */
function keyShapes(
  key: readonly { tone: Tone; text: string }[],
  top: number,
  width: number,
  measure: Measure,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [PADDING, top];
  for (const { tone, text } of key) {
    const length = 16 + measure(text, 12) + 14;
    if (x > PADDING && x + length > PADDING + width) [x, y] = [PADDING, y + 18];
    shapes.push({ kind: 'circle', cx: x + 5, cy: y + 6, r: 5, fill: tone });
    shapes.push({ kind: 'text', x: x + 16, y: y + 6, text, fill: 'text', size: 12, vertical: 'middle' });
    x += length;
  }
  return { shapes, height: key.length > 0 ? y - top + 26 : 0 };
}

function marksCanvas(
  picture: Picture,
  around: Surroundings,
  color: ToneColor,
  ratio: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(around.width * ratio);
  canvas.height = Math.round(around.height * ratio);
  const context = canvas.getContext('2d');
  context?.scale(ratio, ratio);
  if (context) picture.paint?.(context, color);
  return canvas;
}
