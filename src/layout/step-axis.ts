import type { Axis } from './axis';
import { scaleLinear } from './scale';
import { rising } from './span';

/** A linear axis over `domain` whose ticks are its low end and the multiples of a step, the finest of `steps` that fits. */
export function stepAxis(
  domain: readonly [low: number, high: number],
  range: readonly [low: number, high: number],
  steps: readonly number[],
): Axis {
  const scale = scaleLinear(domain, range);
  const place = (value: number): number => Math.round(scale(value) * 100) / 100;
  return {
    kind: 'linear',
    place,
    border: place,
    between: (one, other) => rising(scale.invert(one), scale.invert(other)),
    ticks: steps.map((step) => stops(domain, step).map((value) => ({ value, at: place(value) }))),
    lane: null,
  };
}

function stops([low, high]: readonly [number, number], step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Whole steps first, for 3 x 0.2 is not 0.6 in binary.
  const multiples = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  // The low end is always named; what comes too close after it is not.
  return [low, ...multiples.filter((value) => value - low > step / 2)];
}
