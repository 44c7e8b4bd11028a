import type { CohortLine } from './cohort-table';

/** Steps of the colour ramp, from little to much. */
export const LEVELS = 7;
export type Level = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Which step of the ramp a figure takes, and where the ramp begins and ends. */
export interface LevelScale {
  low: number;
  high: number;
  level: (value: number) => Level;
}

/**
 * A ramp over the figures after period 0, that neither the first column nor a cohort of one washes out: it runs
 * between the 2nd and 98th percentile of complete cells, each weighing as many customers as its cohort has, and
 * spans at least half of its upper end, so that noise between near equal figures stays pale.
 * Null where there is no figure to colour.
 */
export function levelScale(lines: readonly CohortLine[]): LevelScale | null {
  const seen = weighted(lines);
  if (seen.length === 0) return null;
  const high = quantile(seen, 0.98);
  const low = Math.min(quantile(seen, 0.02), high - Math.abs(high) / 2);
  const step = (high - low) / LEVELS;
  return { low, high, level: (value) => asLevel(step > 0 ? Math.floor((value - low) / step) + 1 : 1) };
}

export interface Weighted {
  value: number;
  weight: number;
}

export function weighted(lines: readonly CohortLine[]): Weighted[] {
  const trusted = lines.filter((line) => !line.small);
  const complete = cells(trusted, true);
  return (complete.length > 0 ? complete : cells(trusted, false)).sort((a, b) => a.value - b.value);
}

function cells(lines: readonly CohortLine[], completeOnly: boolean): Weighted[] {
  return lines.flatMap((line) =>
    line.figures.flatMap(({ row, value }) => {
      const counts = row.period > 0 && value !== null && (row.complete || !completeOnly);
      return counts ? [{ value, weight: line.size }] : [];
    }),
  );
}

/** The first value at which `p` of all weight has been met. */
export function quantile(ascending: readonly Weighted[], p: number): number {
  const goal = p * ascending.reduce((sum, { weight }) => sum + weight, 0);
  let met = 0;
  const found = ascending.find(({ weight }) => {
    met += weight;
    return met >= goal;
  });
  return (found ?? ascending.at(-1))?.value ?? 0;
}

function asLevel(step: number): Level {
  return Math.min(LEVELS, Math.max(1, step)) as Level;
}
