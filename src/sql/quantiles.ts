import { integer } from './identifier';

/** Which order statistics the k - 1 breaks of n values interpolate between. */
export interface BreakPosition {
  /** 0-based index of the lower one. */
  index: number;
  /** How far towards the next, as an exact fraction of `bins`. */
  numerator: number;
}

/**
 * Type 7 quantiles at 1/k … (k-1)/k lie at (n - 1) i / k. Reckoned in whole numbers, so that a break that falls on a
 * value is that value, and no rounding moves a customer across it.
 */
function breakPositions(n: number, bins: number): BreakPosition[] {
  return Array.from({ length: bins - 1 }, (_, i) => {
    const position = (n - 1) * (i + 1);
    return { index: Math.floor(position / bins), numerator: position % bins };
  });
}

/**
 * Selects the order statistics behind the breaks of several columns of `table`, which has n rows: one list each, two
 * values for each break.
 */
export function selectOrderStatistics(
  table: string,
  columns: Record<string, string>,
  n: number,
  bins: number,
): string {
  // quantile_disc(q) is the value at index ceil(n q) - 1: the middle of the step is safe from rounding.
  const points = breakPositions(n, bins).flatMap(({ index }) =>
    [index, Math.min(index + 1, n - 1)].map((at) => `${integer(2 * at + 1)} / ${integer(2 * n)}`),
  );
  const list = `[${points.join(', ')}]`;
  const selected = Object.entries(columns).map(
    ([name, value]) => `quantile_disc(${value}, ${list}) AS ${name}`,
  );
  return `SELECT ${selected.join(', ')} FROM ${table}`;
}

/** The breaks from the pairs of order statistics that `selectOrderStatistics` gives. */
export function interpolateBreaks(pairs: readonly number[], n: number, bins: number): number[] {
  return breakPositions(n, bins).map(({ numerator }, i) => {
    const low = pairs[2 * i]!;
    const high = pairs[2 * i + 1]!;
    return numerator === 0 || low === high ? low : low + (high - low) * (numerator / bins);
  });
}
