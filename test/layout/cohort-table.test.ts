import { describe, expect, it } from 'vitest';
import type { CohortRow } from '../../src/compute/results';
import { cohortLines, lastPeriod } from '../../src/layout/cohort-table';

function row(cohort: string, size: number, period: number, customers: number, revenue: number): CohortRow {
  return {
    cohort,
    cohort_size: size,
    period,
    period_start: '2024-01-01',
    customers,
    retention: customers / size,
    revenue,
    orders: customers,
    complete: true,
    low: 0,
    high: 1,
  };
}

const rows = [
  row('2024-01-01', 20, 0, 20, 400),
  row('2024-01-01', 20, 1, 5, 100),
  row('2024-01-01', 20, 2, 2, -20),
  row('2024-02-01', 4, 0, 4, 80),
  row('2024-02-01', 4, 1, 1, 10),
];

const values = (measure: Parameters<typeof cohortLines>[1]): (number | null)[][] =>
  cohortLines(rows, measure).map((line) => line.figures.map(({ value }) => value));

describe('cohortLines', () => {
  it('gives each cohort a line with its figures in order', () => {
    const lines = cohortLines(rows, 'retention');
    expect(lines.map(({ cohort, size }) => [cohort, size])).toEqual([
      ['2024-01-01', 20],
      ['2024-02-01', 4],
    ]);
    expect(values('retention')).toEqual([
      [1, 0.25, 0.1],
      [1, 0.25],
    ]);
  });

  it('reads the other measures from the same rows', () => {
    expect(values('customers')[0]).toEqual([20, 5, 2]);
    expect(values('revenue')[0]).toEqual([400, 100, -20]);
    expect(values('revenue-per-customer')).toEqual([
      [20, 5, -1],
      [20, 2.5],
    ]);
  });

  it('adds revenue up within a cohort, never across', () => {
    expect(values('cumulative-revenue')).toEqual([
      [400, 500, 480],
      [80, 90],
    ]);
  });

  it('shows orders as they are', () => {
    expect(cohortLines([{ ...rows[0]!, orders: 23 }], 'orders')[0]?.figures[0]?.value).toBe(23);
  });

  it('marks cohorts under ten customers as small', () => {
    expect(cohortLines(rows, 'retention').map((line) => line.small)).toEqual([false, true]);
  });

  it('marks none where all are small', () => {
    const few = cohortLines(rows.slice(3), 'retention');
    expect(few.map((line) => line.small)).toEqual([false]);
  });
});

describe('lastPeriod', () => {
  it('is the furthest that any cohort got', () => {
    expect(lastPeriod(cohortLines(rows, 'retention'))).toBe(2);
    expect(lastPeriod([])).toBe(-1);
  });
});
