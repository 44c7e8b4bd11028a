import { eased } from './glide';
import type { Shape } from './shapes';

/** More are not drawn anew in each frame without a stumble. */
const MOST = 1500;

const NUMBER = /-?\d+(?:\.\d+)?/g;

/**
 * The shapes of `after` on their way from where they were in `before`, at a share of the way from 0 to 1; what is new
 * appears where it will be. Null where nothing moves, or too much.
 */
export function glideShapes(
  before: readonly Shape[],
  after: readonly Shape[],
): ((share: number) => Shape[]) | null {
  if (after.length > MOST) return null;
  const old = named(before);
  const ways = [...named(after)].map(([name, shape]) => wayOf(old.get(name), shape));
  if (ways.every((way) => way === null)) return null;
  return (share) => {
    const part = eased(share);
    return after.map((shape, index) => ways[index]?.(part) ?? shape);
  };
}

/** Shapes by what they are: those that stand for the same have the same name in either picture. */
function named(shapes: readonly Shape[]): Map<string, Shape> {
  const seen = new Map<string, number>();
  return new Map(
    shapes.map((shape) => {
      const name = `${shape.kind} ${shape.key ?? lookOf(shape)}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${name} ${count}`, shape];
    }),
  );
}

function lookOf(shape: Shape): string {
  if (shape.kind === 'text') return `${shape.text} ${shape.size} ${shape.anchor}`;
  if (shape.kind === 'group') return '';
  const fill = 'fill' in shape ? shape.fill : '';
  const dash = 'dash' in shape ? shape.dash : '';
  return `${fill} ${shape.stroke} ${dash}`;
}

/** Null for what stands still. */
function wayOf(from: Shape | undefined, to: Shape): ((part: number) => Shape) | null {
  if (!from) return (part) => ({ ...to, opacity: (to.opacity ?? 1) * part });
  const at = (part: number, old: number, now: number): number => old + (now - old) * part;
  switch (to.kind) {
    case 'line': {
      if (from.kind !== 'line' || sameNumbers(from, to, ['x1', 'x2', 'y1', 'y2'])) return null;
      const { x1, x2, y1, y2 } = from;
      return (part) => ({
        ...to,
        x1: at(part, x1, to.x1),
        x2: at(part, x2, to.x2),
        y1: at(part, y1, to.y1),
        y2: at(part, y2, to.y2),
      });
    }
    case 'rect': {
      if (from.kind !== 'rect' || sameNumbers(from, to, ['x', 'y', 'width', 'height'])) return null;
      const { x, y, width, height } = from;
      return (part) => ({
        ...to,
        x: at(part, x, to.x),
        y: at(part, y, to.y),
        width: at(part, width, to.width),
        height: at(part, height, to.height),
      });
    }
    case 'circle': {
      if (from.kind !== 'circle' || sameNumbers(from, to, ['cx', 'cy', 'r'])) return null;
      const { cx, cy, r } = from;
      return (part) => ({ ...to, cx: at(part, cx, to.cx), cy: at(part, cy, to.cy), r: at(part, r, to.r) });
    }
    case 'text': {
      if (from.kind !== 'text' || sameNumbers(from, to, ['x', 'y'])) return null;
      const { x, y } = from;
      return (part) => ({ ...to, x: at(part, x, to.x), y: at(part, y, to.y) });
    }
    case 'path': {
      if (from.kind !== 'path' || from.d === to.d) return null;
      const way = pathBetween(from.d, to.d);
      return way && ((part) => ({ ...to, d: way(part) }));
    }
    case 'group':
      return null;
  }
}

function sameNumbers<K extends string>(one: Record<K, number>, other: Record<K, number>, keys: K[]): boolean {
  return keys.every((key) => one[key] === other[key]);
}

/** Point by point; where there are more points than before, several set out from the same. Null for what is no line. */
function pathBetween(before: string, after: string): ((part: number) => string) | null {
  if (/[^MLZ\d.,\s-]/.test(before + after)) return null;
  const [old, now] = [numbersOf(before), numbersOf(after)];
  const [points, last] = [old.length / 2, Math.max(1, now.length / 2 - 1)];
  if (points < 1) return null;
  const from = now.map((_, index) => {
    const point = Math.round(((index >> 1) / last) * (points - 1));
    return old[2 * point + (index & 1)] ?? 0;
  });
  return (part) => {
    let index = 0;
    return after.replace(NUMBER, () => {
      const start = from[index] ?? 0;
      const end = now[index] ?? 0;
      index += 1;
      return (start + (end - start) * part).toFixed(2);
    });
  };
}

function numbersOf(path: string): number[] {
  return (path.match(NUMBER) ?? []).map(Number);
}
