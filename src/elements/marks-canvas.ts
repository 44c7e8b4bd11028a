import type { ToneColor } from '../render/canvas-shapes';
import type { Picture } from './picture';
import { toneReader } from './tone-reader';

/** Paints a picture's marks on the canvas of a plot, once for each picture, canvas and set of colours. */
export class MarksCanvas {
  #colors: ToneColor | null = null;
  #painted: { picture: Picture; canvas: HTMLCanvasElement; colors: ToneColor } | null = null;

  /** The colours as they are on `probe`, until `forget`. */
  colors(probe: HTMLElement): ToneColor {
    this.#colors ??= toneReader(probe);
    return this.#colors;
  }

  /** The page has other colours now. */
  forget(): void {
    this.#colors = null;
  }

  paint(
    canvas: HTMLCanvasElement | null,
    picture: Picture | undefined,
    probe: HTMLElement,
    size: { width: number; height: number },
  ): void {
    if (!canvas || !picture?.paint) return;
    const colors = this.colors(probe);
    const last = this.#painted;
    if (last?.picture === picture && last.canvas === canvas && last.colors === colors) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(size.width * ratio);
    canvas.height = Math.round(size.height * ratio);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(ratio, ratio);
    picture.paint(context, colors);
    this.#painted = { picture, canvas, colors };
  }
}
