import { glide } from '../layout/glide';
import { glideShapes } from '../layout/shape-glide';
import type { Shape } from '../layout/shapes';
import type { ToneColor } from '../render/canvas-shapes';
import type { Gliding } from './picture';

/** How long marks are on their way. */
const WAY_MS = 400;

/**
 * Draws marks frame by frame from where they were to where they are, over a canvas that shows the end of it; gives what
 * stops it there. A page that draws no frames sees the end at once.
 */
export function startGliding(
  context: CanvasRenderingContext2D,
  before: Gliding,
  after: Gliding,
  colors: ToneColor,
): (() => void) | null {
  const way = glide(before, after);
  if (!way) return null;
  return go((share) => {
    const { width, height } = context.canvas;
    context.save();
    context.resetTransform();
    context.clearRect(0, 0, width, height);
    context.restore();
    after.paint(share < 1 ? way(share) : after.points)(context, colors);
  });
}

/** Shapes below the marks of a picture, and above them. */
export interface Layers {
  under: readonly Shape[];
  over: readonly Shape[];
}

/** The same for shapes, handed to `show` frame by frame; null at the end of the way. */
export function startShapes(
  before: Layers,
  after: Layers,
  show: (shapes: { under: Shape[]; over: Shape[] } | null) => void,
): (() => void) | null {
  const under = glideShapes(before.under, after.under);
  const over = glideShapes(before.over, after.over);
  if (!under && !over) return null;
  return go((share) => {
    if (share === 1) show(null);
    else show({ under: under?.(share) ?? [...after.under], over: over?.(share) ?? [...after.over] });
  });
}

/** Calls `draw` in each frame with the share of the way that is behind it; gives what ends it. */
function go(draw: (share: number) => void): () => void {
  let begun: number | null = null;
  let frame = requestAnimationFrame(function next(now: number) {
    begun ??= now;
    const share = Math.min(1, (now - begun) / WAY_MS);
    draw(share);
    if (share < 1) frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
