import { COHORT_AVERAGES, type CohortAverage } from './cohort-choices';
import { checkOneOf } from './option-checks';
import type { CohortRow, CohortSummary } from './results';

/** One cell of the triangle, as far as averages go by it. */
export type CohortCell = Pick<CohortRow, 'cohort' | 'cohort_size' | 'period' | 'customers' | 'complete'>;
export type CohortAveragePoint = CohortSummary['averages'][number];

/**
 * Average retention by period over complete cells, ascending by period, only where there is such a cell.
 *
 * `pooled` is the sum of customers by the sum of sizes, `simple` the mean of the cohorts' rates, `matched` the
 * pooled rate of those cohorts alone that are complete at the last period that has an average, `none` empty.
 * Cohorts of size 0 are left out. Throws `invalid-option` for another `average`.
 */
export function cohortAverages(cells: readonly CohortCell[], average: CohortAverage): CohortAveragePoint[] {
  checkOneOf('average', average, COHORT_AVERAGES);
  if (average === 'none') return [];
  const complete = cells.filter((cell) => cell.complete && cell.cohort_size > 0);
  const chosen = average === 'matched' ? sameCohorts(complete) : complete;
  const rate = average === 'simple' ? meanOfRates : pooledRate;
  return byPeriod(chosen).map(([period, group]) => ({
    period,
    retention: rate(group),
    customers: total(group, (cell) => cell.cohort_size),
  }));
}

function sameCohorts(complete: readonly CohortCell[]): CohortCell[] {
  const last = complete.reduce((most, cell) => Math.max(most, cell.period), 0);
  const cohorts = new Set(complete.filter((cell) => cell.period === last).map((cell) => cell.cohort));
  return complete.filter((cell) => cohorts.has(cell.cohort));
}

function byPeriod(cells: readonly CohortCell[]): [number, CohortCell[]][] {
  const groups = new Map<number, CohortCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.period);
    if (group) group.push(cell);
    else groups.set(cell.period, [cell]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}

function pooledRate(cells: readonly CohortCell[]): number {
  return total(cells, (cell) => cell.customers) / total(cells, (cell) => cell.cohort_size);
}

function meanOfRates(cells: readonly CohortCell[]): number {
  return total(cells, (cell) => cell.customers / cell.cohort_size) / cells.length;
}

function total(cells: readonly CohortCell[], of: (cell: CohortCell) => number): number {
  return cells.reduce((sum, cell) => sum + of(cell), 0);
}
