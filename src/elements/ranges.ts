import type { Span } from '../layout/span';
import type { Surroundings } from './picture';

/** One side of a rectangle of values: a column of a result and its bounds. */
export interface Side {
  column: string;
  values: Float64Array;
  span: Span;
  /** The measure in words. */
  measure: string;
  /** A bound in words; `last` is the one that carries the unit. */
  write(value: number, last: boolean): string;
}

/** A sum as a bound: cents count only where they are much of it. */
export function moneyBound(f: Surroundings['f']): (value: number) => string {
  return (value) => (Math.abs(value) < 10 ? f.money(value) : f.sum(value));
}

/** Who lies in a rectangle of values, as conditions and in words; null where nobody does. */
export function rangesOf(
  sides: readonly Side[],
  { words }: Surroundings,
): { where: Record<string, Span>; description: string } | null {
  if (!anybodyIn(sides)) return null;
  const where = Object.fromEntries(sides.map(({ column, span }) => [column, span]));
  const texts = sides.map(({ measure, span: { min, max }, write }) =>
    words.selection.range({
      measure,
      from: min === undefined ? null : write(min, max === undefined || max === min),
      to: max === undefined ? null : write(max, true),
    }),
  );
  return { where, description: texts.join(words.common.comma) };
}

function anybodyIn(sides: readonly Side[]): boolean {
  const rows = sides[0]?.values.length ?? 0;
  for (let row = 0; row < rows; row++)
    if (sides.every(({ values, span }) => holds(span, values[row]!))) return true;
  return false;
}

function holds({ min, max }: Span, value: number): boolean {
  return value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
}
