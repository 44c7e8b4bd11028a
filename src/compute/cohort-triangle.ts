import { firstDayOfMonth, isoOf, monthOf } from '../util/calendar';
import type { CohortRow, Period } from './results';
import { wilson } from './wilson';

/** Customers and net amount of one cohort in one period; cohorts and periods are numbered by `periodOf`. */
export interface CohortActivity {
  cohort: number;
  /** Periods since the cohort's own. */
  period: number;
  customers: number;
  revenue: number;
}

/** Periods of the calendar; `yearStart` is the month, 1-12, in which years and quarters begin. */
export interface PeriodCalendar {
  period: Period;
  yearStart: number;
}

const MONTHS: Record<Exclude<Period, 'week'>, number> = { month: 1, quarter: 3, year: 12 };

/** The number of the period a day lies in; it rises by one from period to period. Weeks begin on Monday (ISO 8601). */
export function periodOf({ period, yearStart }: PeriodCalendar, day: number): number {
  if (period === 'week') return Math.floor((day + 3) / 7);
  if (period === 'month') return monthOf(day);
  return Math.floor((monthOf(day) - (yearStart - 1)) / MONTHS[period]);
}

/** The first day of a period. */
export function firstDayOf({ period, yearStart }: PeriodCalendar, number: number): number {
  if (period === 'week') return number * 7 - 3;
  if (period === 'month') return firstDayOfMonth(number);
  return firstDayOfMonth(number * MONTHS[period] + yearStart - 1);
}

/**
 * Every cell of the triangle, by cohort and period: each cohort with members, each period from its own (0) to that of
 * as-of, without gaps. A period is complete where as-of is its last day or later.
 */
export function cohortTriangle(
  activity: readonly CohortActivity[],
  calendar: PeriodCalendar,
  asOfDay: number,
): CohortRow[] {
  const cells = new Map(activity.map((cell) => [`${cell.cohort}/${cell.period}`, cell]));
  const sizes = activity.filter(({ period, customers }) => period === 0 && customers > 0);
  const last = periodOf(calendar, asOfDay);
  return [...sizes]
    .sort((a, b) => a.cohort - b.cohort)
    .flatMap(({ cohort, customers: size }) =>
      Array.from({ length: last - cohort + 1 }, (_, period) =>
        cellOf(calendar, cohort, size, period, cells.get(`${cohort}/${period}`), asOfDay),
      ),
    );
}

function cellOf(
  calendar: PeriodCalendar,
  cohort: number,
  size: number,
  period: number,
  found: CohortActivity | undefined,
  asOfDay: number,
): CohortRow {
  const customers = found?.customers ?? 0;
  const { low, high } = wilson(customers, size);
  return {
    cohort: isoOf(firstDayOf(calendar, cohort)),
    cohort_size: size,
    period,
    period_start: isoOf(firstDayOf(calendar, cohort + period)),
    customers,
    retention: customers / size,
    revenue: found?.revenue ?? 0,
    complete: asOfDay >= firstDayOf(calendar, cohort + period + 1) - 1,
    low,
    high,
  };
}
