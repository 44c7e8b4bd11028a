import type { PlotBox } from '../layout/axis-shapes';
import { from, type Zoom } from '../layout/zoom';
import { clearedTo } from './cleared-to';

/** A picture of the plane, and the zoom it was drawn at. */
interface Kept {
  canvas: HTMLCanvasElement;
  /** Its pixels to a CSS pixel. */
  ratio: number;
  zoom: Zoom;
}

/** How far marks may reach out of the plane when it is seen as a whole. */
const RIM = 8;

/**
 * Draws a plane that is zoomed. Where its marks for the zoom at hand are still on their way, the last picture stands in
 * for them, moved to where they will be, over that of the whole: no frame is blank.
 */
export class PlanePainter {
  #whole: Kept | null = null;
  #last: Kept | null = null;

  /** @param draw null where the marks are on their way; `keep` where they take so long that this can be again. */
  paint(
    context: CanvasRenderingContext2D,
    zoom: Zoom,
    box: PlotBox,
    draw: (() => void) | null,
    keep: boolean,
  ): void {
    const rim = zoom.k === 1 ? RIM : 0;
    context.save();
    context.beginPath();
    context.rect(
      box.left - rim,
      box.top - rim,
      box.right - box.left + 2 * rim,
      box.bottom - box.top + 2 * rim,
    );
    context.clip();
    if (draw) draw();
    else for (const kept of [this.#whole, this.#last]) if (kept) this.#lay(context, kept, zoom, box);
    context.restore();
    if (!draw || !keep) return;
    const ratio = context.getTransform().a || 1;
    if (zoom.k === 1) {
      this.#whole = { canvas: copyOf(context.canvas, this.#whole), ratio, zoom };
      this.#last = null;
    } else this.#last = { canvas: copyOf(context.canvas, this.#last), ratio, zoom };
  }

  /** Puts a kept picture where it lies at `zoom`, in the place of what is there. */
  #lay(
    context: CanvasRenderingContext2D,
    { canvas, ratio, zoom: before }: Kept,
    zoom: Zoom,
    box: PlotBox,
  ): void {
    const { k, x, y } = from(before, zoom);
    context.save();
    context.transform(k, 0, 0, k, x, y);
    context.beginPath();
    context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.clip();
    context.clearRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.imageSmoothingEnabled = k < 1;
    context.drawImage(canvas, 0, 0, canvas.width / ratio, canvas.height / ratio);
    context.restore();
  }
}

function copyOf(source: HTMLCanvasElement, old: Kept | null): HTMLCanvasElement {
  const copy = old?.canvas ?? document.createElement('canvas');
  const context = clearedTo(copy, source.width, source.height);
  if (source.width > 0 && source.height > 0) context?.drawImage(source, 0, 0);
  return copy;
}
