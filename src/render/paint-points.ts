import type { Points } from '../layout/points';
import type { ToneColor } from './canvas-shapes';

const FULL_CIRCLE = Math.PI * 2;
/** Levels of ink and of size that can be told apart; marks of one level are drawn in one go. */
const INK_LEVELS = 24;
/** From here on small marks are squares. */
const MANY = 50_000;
/** Of the whole under what is chosen. */
const GHOST = 0.3;

/** Draws marks, those of the first tone on top, larger ones below smaller ones. */
export function paintPoints(context: CanvasRenderingContext2D, points: Points, color: ToneColor): void {
  const square = points.x.length > MANY;
  for (const batch of batches(points)) {
    context.fillStyle = color(batch.faded ? 'neutral' : (points.tones[batch.tone] ?? 'neutral'));
    context.globalAlpha = batch.faded ? batch.ink * GHOST : batch.ink;
    for (const index of batch.members) {
      const x = points.x[index] ?? 0;
      const y = points.y[index] ?? 0;
      const radius = points.radius[index] ?? 1;
      if (square && radius < 1.6) {
        // As round as a circle at this size, at a tenth of the cost.
        context.fillRect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
      } else {
        context.beginPath();
        context.arc(x, y, radius, 0, FULL_CIRCLE);
        context.fill();
      }
    }
  }
  context.globalAlpha = 1;
}

interface Batch {
  tone: number;
  ink: number;
  faded: boolean;
  members: number[];
}

function batches(points: Points): Batch[] {
  const found = new Map<number, Batch>();
  for (let index = 0; index < points.x.length; index++) {
    if (points.hidden[index]) continue;
    const tone = points.tone[index] ?? 0;
    const faded = points.faded[index] === 1;
    const size = Math.min(15, Math.round(points.radius[index] ?? 1));
    const level = Math.max(1, Math.round((points.ink[index] ?? 0) * INK_LEVELS * 4));
    const layer = faded ? 0 : 1 + points.tones.length - tone;
    const key = (layer * 16 + (15 - size)) * 256 + level;
    const batch = found.get(key);
    if (batch) batch.members.push(index);
    else found.set(key, { tone, ink: level / (INK_LEVELS * 4), faded, members: [index] });
  }
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, batch]) => batch);
}
