import type { CohortMeasure } from '../compute/cohort-choices';
import type { CohortRow } from '../compute/results';

/** A row of the result as the picture shows it: with the one figure that was asked for. */
export interface CohortFigure {
  row: CohortRow;
  /** Null where the result does not hold it. */
  value: number | null;
}

/** All that is known of those who began in one period, from period 0 on. */
export interface CohortLine {
  cohort: string;
  size: number;
  /** Too few to compare with others. */
  small: boolean;
  figures: CohortFigure[];
}

/** Below this a rate jumps by more than ten points when one customer comes back. */
export const SMALL_COHORT = 10;

/** The result by cohort, in its order (by cohort, then period), with the figures of `measure`. */
export function cohortLines(rows: readonly CohortRow[], measure: CohortMeasure): CohortLine[] {
  const lines = new Map<string, CohortLine>();
  const sums = new Map<string, number>();
  for (const row of rows) {
    const sum = (sums.get(row.cohort) ?? 0) + row.revenue;
    sums.set(row.cohort, sum);
    const line = lines.get(row.cohort) ?? {
      cohort: row.cohort,
      size: row.cohort_size,
      small: row.cohort_size < SMALL_COHORT,
      figures: [],
    };
    line.figures.push({ row, value: figure(row, measure, sum) });
    lines.set(row.cohort, line);
  }
  const all = [...lines.values()];
  // Where all are small there is nobody better to look at.
  return all.every((line) => line.small) ? all.map((line) => ({ ...line, small: false })) : all;
}

/** The highest period that any cohort has reached; -1 where there is none. */
export function lastPeriod(lines: readonly CohortLine[]): number {
  return lines.reduce((last, line) => Math.max(last, line.figures.at(-1)?.row.period ?? -1), -1);
}

function figure(row: CohortRow, measure: CohortMeasure, revenueSoFar: number): number | null {
  switch (measure) {
    case 'retention':
      return row.retention;
    case 'customers':
      return row.customers;
    case 'revenue':
      return row.revenue;
    case 'revenue-per-customer':
      return row.cohort_size > 0 ? row.revenue / row.cohort_size : null;
    case 'cumulative-revenue':
      return revenueSoFar;
    case 'orders':
      return row.orders;
  }
}
