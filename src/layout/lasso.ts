import type { Places } from './points';
import type { Zoom } from './zoom';

export interface Place {
  x: number;
  y: number;
}

/** The marks within a closed line drawn on a plane at a zoom, those of the tones in `hidden` left out. */
export function marksWithin(
  { x, y, tone }: Places,
  zoom: Zoom,
  path: readonly Place[],
  hidden: ReadonlySet<number>,
): number[] {
  const found: number[] = [];
  for (let mark = 0; mark < tone.length; mark++) {
    const place = { x: (x[mark] ?? 0) * zoom.k + zoom.x, y: (y[mark] ?? 0) * zoom.k + zoom.y };
    if (!hidden.has(tone[mark] ?? 0) && isWithin(path, place)) found.push(mark);
  }
  return found;
}

/** Whether a place lies inside a closed line: a ray from it crosses the line an odd number of times. */
export function isWithin(path: readonly Place[], { x, y }: Place): boolean {
  let inside = false;
  let before = path.at(-1);
  for (const corner of path) {
    if (before && corner.y > y !== before.y > y) {
      const crossing = before.x + ((y - before.y) * (corner.x - before.x)) / (corner.y - before.y);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}
