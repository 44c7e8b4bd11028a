import type { CohortLine } from '../../../src/layout/cohort-table';

/** A cohort of `size` with these rates from period 0 on, the last `open` of them not over yet. */
export function cohortLine(cohort: string, size: number, rates: readonly number[], open = 0): CohortLine {
  return {
    cohort,
    size,
    small: size < 10,
    figures: rates.map((value, period) => ({
      value,
      row: {
        cohort,
        cohort_size: size,
        period,
        period_start: '2024-01-01',
        customers: Math.round(value * size),
        retention: value,
        revenue: 0,
        orders: 0,
        complete: period < rates.length - open,
        low: 0,
        high: 1,
      },
    })),
  };
}
