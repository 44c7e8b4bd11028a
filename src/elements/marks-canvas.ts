import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from '../controllers/size-controller';
import type { ToneColor } from '../render/canvas-shapes';
import { clearedTo } from '../render/cleared-to';
import type * as Glider from './glider';
import type { Gliding, Picture } from './picture';
import { toneReader } from './tone-reader';

/** Pixels of a canvas to a CSS pixel on paper. */
const PAPER_RATIO = 3;

/** Paints a picture's marks on the canvas of a plot, once for each set of marks, canvas, size and set of colours. */
export class MarksCanvas implements ReactiveController {
  readonly #probe: () => HTMLElement | null;
  #colors: ToneColor | null = null;
  #painted: readonly unknown[] = [];
  #again: (() => void) | null = null;
  #gliding: { marks: Gliding; room: string } | null = null;
  #loaded: typeof Glider | null = null;
  #stop: (() => void) | null = null;
  #paper = false;
  #takeAway = (): void => {};

  /** @param probe the element whose colours are those of the page */
  constructor(host: ReactiveControllerHost, probe: () => HTMLElement | null) {
    this.#probe = probe;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    this.#stop?.();
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
    this.#takeAway();
  }

  /** The colours as they are on the page, until `forget`. */
  colors(): ToneColor {
    const probe = this.#probe();
    if (!probe) throw new Error('nothing is shown yet');
    this.#colors ??= toneReader(probe);
    return this.#colors;
  }

  /** The page has other colours now. */
  forget(): void {
    this.#colors = null;
  }

  paint(canvas: HTMLCanvasElement | null, picture: Picture | undefined, size: Size): void {
    this.#again = null;
    if (!canvas || !picture?.paint) return;
    this.#again = () => this.paint(canvas, picture, size);
    const colors = this.colors();
    const ratio = Math.max((window.devicePixelRatio || 1) * size.scale, this.#paper ? PAPER_RATIO : 1);
    const basis = [picture.paint, canvas, colors, size.width, size.height, ratio];
    if (basis.every((part, index) => part === this.#painted[index])) return;
    const target = this.#paper ? document.createElement('canvas') : canvas;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    const context = clearedTo(target, width, height, this.#paper ? { willReadFrequently: true } : undefined);
    if (!context) return;
    context.scale(ratio, ratio);
    picture.paint(context, colors);
    if (this.#paper) this.#putOver(canvas, context.getImageData(0, 0, width, height));
    else this.#glide(context, picture, colors, size);
    this.#painted = basis;
  }

  /** Lets marks go to where they are now from where the result before had them: only where motion is welcome. */
  #glide(
    context: CanvasRenderingContext2D,
    { gliding }: Picture,
    colors: ToneColor,
    { width, height }: { width: number; height: number },
  ): void {
    this.#stop?.();
    const [before, room] = [this.#gliding, `${width} ${height}`];
    this.#gliding = gliding ? { marks: gliding, room } : null;
    if (!gliding || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    // It comes with the first picture, for the second.
    if (!this.#loaded) void this.#load();
    if (!this.#loaded || before?.room !== room || before.marks.basis === gliding.basis) return;
    this.#stop = this.#loaded.startGliding(context, before.marks, gliding, colors);
  }

  async #load(): Promise<void> {
    // Without it the marks are where they are at once.
    this.#loaded = await import('./glider').catch(() => null);
  }

  /**
   * Puts pixels on a canvas of their own, new each time, in the place of that on the screen. Chromium prints a canvas
   * that was drawn on since `beforeprint` step by step: that it was emptied would wipe the page below it, axes and all.
   */
  #putOver(canvas: HTMLCanvasElement, pixels: ImageData): void {
    this.#takeAway();
    const sheet = document.createElement('canvas');
    sheet.ariaHidden = 'true';
    clearedTo(sheet, pixels.width, pixels.height)?.putImageData(pixels, 0, 0);
    canvas.style.visibility = 'hidden';
    canvas.after(sheet);
    this.#takeAway = () => {
      canvas.style.visibility = '';
      sheet.remove();
      this.#takeAway = () => {};
    };
  }

  /** Paper has its own colours, and a canvas none but those it was painted in. */
  readonly #onPrint = ({ type }: Event): void => {
    this.#paper = type === 'beforeprint';
    this.#probe()?.classList.toggle('paper', this.#paper);
    this.#takeAway();
    this.forget();
    this.#again?.();
  };
}
