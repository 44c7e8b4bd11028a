import type { ToneColor } from '../render/canvas-shapes';
import type { Picture } from './picture';
import { toneReader } from './tone-reader';

/** Paints a picture's marks on the canvas of a plot, once for each set of marks, canvas, size and set of colours. */
export class MarksCanvas {
  #colors: ToneColor | null = null;
  #painted: readonly unknown[] = [];

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
    const ratio = window.devicePixelRatio || 1;
    const basis = [picture.paint, canvas, colors, size.width, size.height, ratio];
    if (basis.every((part, index) => part === this.#painted[index])) return;
    canvas.width = Math.round(size.width * ratio);
    canvas.height = Math.round(size.height * ratio);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(ratio, ratio);
    picture.paint(context, colors);
    this.#painted = basis;
  }
}
