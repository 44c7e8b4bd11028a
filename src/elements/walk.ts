import type { Mark } from './picture';

const DIRECTIONS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** How far a key goes along stops that have an order of their own. */
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -10,
};

/** Where a key leads along `stops`, one by one or (page keys) by ten; null for other keys. */
export function nextInOrder(stops: readonly Mark[], current: Mark | null, key: string): Mark | null {
  if (key === 'Home') return stops[0] ?? null;
  if (key === 'End') return stops.at(-1) ?? null;
  const step = STEPS[key];
  if (step === undefined) return null;
  const index = stops.findIndex((stop) => stop.key === current?.key);
  if (index < 0) return stops[0] ?? null;
  return stops[Math.min(stops.length - 1, Math.max(0, index + step))] ?? null;
}

/**
 * Where a key leads from `current`: the nearest mark that way, else the next in reading order; null for other keys.
 * Lines that can be moved come one by one after the marks.
 */
export function nextStop(stops: readonly Mark[], current: Mark | null, key: string): Mark | null {
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return null;
  if (key === 'Home') return first;
  if (key === 'End') return last;
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const index = current ? stops.findIndex((stop) => stop.key === current.key) : -1;
  const here = stops[index];
  if (!here) return first;
  const [dx, dy] = direction;
  let best: Mark | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    const ahead = (stop.x - here.x) * dx + (stop.y - here.y) * dy;
    const aside = Math.abs((stop.x - here.x) * dy) + Math.abs((stop.y - here.y) * dx);
    // Within 45 degrees of where the arrow points.
    if (stop === here || ahead <= 0.5 || aside > ahead || stop.grip || here.grip) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [stop, cost];
  }
  return best ?? stops[index + dx + dy] ?? null;
}
