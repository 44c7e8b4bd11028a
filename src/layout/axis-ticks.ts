import { ticks } from 'd3-array';
import type { Tick } from './axis';
import type { Span } from './span';

/** The least and the greatest of `values` and `include`; 0 and 1 where there are none. */
export function extremes(values: ArrayLike<number>, include: readonly number[]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const see = (value: number): void => {
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (let index = 0; index < values.length; index++) see(values[index] ?? 0);
  include.forEach(see);
  return low <= high ? [low, high] : [0, 1];
}

/** `digits` times the powers of ten, from `low` to `high`. */
export function decades(low: number, high: number, digits: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const digit of digits) {
      // Through text: 3 * 10 ** -1 is not 0.3.
      const value = Number(`${digit}e${power}`);
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}

/** Round values within a span, from many to few. */
export function amountTicks({ min, max }: Required<Span>, place: (value: number) => number): Tick[][] {
  return [10, 7, 5, 3, 2].map((count) =>
    ticks(min, max, count).map((value) => ({ value, at: place(value) })),
  );
}

/** More ticks than this are not tried: no axis has room for them. */
const MOST_TICKS = 1000;

/** Multiples of each step within a span, not below 0; steps too fine or too coarse for it are left out. */
export function wholeTicks(
  { min, max }: Required<Span>,
  steps: readonly number[],
  place: (value: number) => number,
): Tick[][] {
  const [first, last] = [Math.max(0, min), max];
  const fit = steps.filter(
    (step) => step <= Math.max(1, last - first) && (last - first) / step <= MOST_TICKS,
  );
  return fit.map((step) => {
    const from = Math.ceil(first / step);
    const count = Math.max(0, Math.floor(last / step) - from + 1);
    return Array.from({ length: count }, (_, index) => {
      const value = (from + index) * step;
      return { value, at: place(value) };
    });
  });
}

/** A value in three digits, as a hand means it. */
export function roundish(value: number): number {
  return Number(value.toPrecision(3));
}
