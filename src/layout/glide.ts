import type { Points } from './points';

/** Marks, and whose they are. */
export interface NamedPoints {
  points: Points;
  /** Who the mark at a place in the columns stands for. */
  name(mark: number): string;
}

/** Nearer than this nobody sees that a mark has moved, in CSS pixels. */
const STILL = 0.5;

/**
 * The marks of `after` on their way from where they were in `before`, at a share of the way from 0 to 1; who is new
 * appears where they will be. Null where nothing moves and nobody is new.
 */
export function glide(before: NamedPoints, after: NamedPoints): ((share: number) => Points) | null {
  const { points } = after;
  const places = new Map(Array.from(before.points.x, (_, mark) => [before.name(mark), mark]));
  const from = Int32Array.from(points.x, (_, mark) => places.get(after.name(mark)) ?? -1);
  const away = (mark: number): number =>
    Math.hypot(
      points.x[mark]! - before.points.x[from[mark]!]!,
      points.y[mark]! - before.points.y[from[mark]!]!,
    );
  if (!from.some((old, mark) => old < 0 || away(mark) > STILL)) return null;
  return (share) => {
    const part = eased(share);
    const between = (now: Float32Array, old: Float32Array, start: number | null): Float32Array =>
      now.map((end, mark) => {
        const begin = from[mark]! < 0 ? (start ?? end) : old[from[mark]!]!;
        return begin + (end - begin) * part;
      });
    return {
      ...points,
      x: between(points.x, before.points.x, null),
      y: between(points.y, before.points.y, null),
      radius: between(points.radius, before.points.radius, null),
      ink: between(points.ink, before.points.ink, 0),
    };
  };
}

/** Slow at both ends. */
export function eased(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}
