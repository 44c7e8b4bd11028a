import type { PlaneAxis } from './axis';

/** No value is farther from the next than this, in pixels. */
const FARTHEST = 4000;

/** The value so many steps along an axis, in the way its pixels run: each step goes to the next that is another. */
export function stepAlong(axis: PlaneAxis, value: number, steps: number): number {
  let now = value;
  for (let step = 0; step < Math.abs(steps); step++) {
    const start = axis.border(now);
    let pixels = 1;
    while (pixels < FARTHEST && axis.at(start + Math.sign(steps) * pixels) === now) pixels++;
    now = axis.at(start + Math.sign(steps) * pixels);
  }
  return now;
}
