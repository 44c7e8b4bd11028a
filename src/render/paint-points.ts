import type { Points } from '../layout/points';
import type { ToneColor } from './canvas-shapes';
import { drawingOrder, GHOST } from './drawing-order';
import { rasterPoints } from './raster-points';

/** From here on marks are drawn into an image, where single paths would take too long. */
const MANY = 4000;

/** Draws marks on a canvas that holds nothing else. */
export function paintPoints(context: CanvasRenderingContext2D, points: Points, color: ToneColor): void {
  if (points.x.length >= MANY) {
    rasterPoints(context, points, color);
    return;
  }
  for (const mark of drawingOrder(points)) {
    const faded = points.faded[mark] === 1;
    context.fillStyle = color(faded ? 'neutral' : (points.tones[points.tone[mark] ?? 0] ?? 'neutral'));
    context.globalAlpha = (points.ink[mark] ?? 0) * (faded ? GHOST : 1);
    context.beginPath();
    context.arc(points.x[mark] ?? 0, points.y[mark] ?? 0, points.radius[mark] ?? 1, 0, Math.PI * 2);
    context.fill();
  }
  context.globalAlpha = 1;
}
