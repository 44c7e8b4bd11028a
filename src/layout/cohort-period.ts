import type { CohortRow, IsoDate, Period } from '../compute/results';
import { civilOf, dayOf, dayOfIso, firstDayOfMonth, isoOf, monthOf } from '../util/calendar';

/** Days in a rolling block of each period. */
export const BLOCK_DAYS: Readonly<Record<Period, number>> = { week: 7, month: 30, quarter: 91, year: 365 };
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The last day of the period that begins on `start`. */
export function periodEnd(start: IsoDate, period: Period): IsoDate {
  const day = dayOfIso(start);
  if (day === null) return start;
  if (period === 'week') return isoOf(day + 6);
  const after = firstDayOfMonth(monthOf(day) + MONTHS[period]);
  // A period may begin on another day than the first of a month.
  return isoOf(after + civilOf(day).day - 2);
}

/** The day on which a cell is complete: its period is over, or (rolling) has been for the last who began. */
export function completeOn(
  row: Pick<CohortRow, 'cohort' | 'period' | 'period_start'>,
  period: Period,
  bucket: 'calendar' | 'rolling',
): IsoDate {
  if (bucket === 'calendar') return periodEnd(row.period_start, period);
  const lastStart = dayOfIso(periodEnd(row.cohort, period)) ?? 0;
  return isoOf(lastStart + (row.period + 1) * BLOCK_DAYS[period] - 1);
}

/** The ISO week that a Monday begins: `2024-W03`. */
export function isoWeek(monday: IsoDate): string {
  const day = dayOfIso(monday);
  if (day === null) return monday;
  // A week belongs to the year of its Thursday.
  const { year } = civilOf(day + 3);
  const week = Math.floor((day + 3 - dayOf(year, 1, 1)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
