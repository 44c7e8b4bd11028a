import { glide } from '../layout/glide';
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
  let begun: number | null = null;
  let frame = requestAnimationFrame(function draw(now: number) {
    begun ??= now;
    const share = Math.min(1, (now - begun) / WAY_MS);
    const { width, height } = context.canvas;
    context.save();
    context.resetTransform();
    context.clearRect(0, 0, width, height);
    context.restore();
    after.paint(share < 1 ? way(share) : after.points)(context, colors);
    if (share < 1) frame = requestAnimationFrame(draw);
  });
  return () => cancelAnimationFrame(frame);
}
