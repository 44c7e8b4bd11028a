import { firstDayOfMonth, isoOf, monthOf } from '../util/calendar';
import type { CohortRow, Period } from './results';
import { wilson } from './wilson';

/** One cohort: its number by `periodOf`, and the earliest and latest first purchase of its members. */
export interface CohortMembers {
  cohort: number;
  size: number;
  first_day: number;
  last_day: number;
}

/** Activity of one cohort `period` periods on. */
export interface CohortActivity {
  cohort: number;
  period: number;
  customers: number;
  orders: number;
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

/** How cells are laid out and counted. */
export interface TriangleRules extends PeriodCalendar {
  /** Length in days of a block that rolls from each customer's own first purchase; null for calendar periods. */
  blockDays: number | null;
  /** Customers are given for the last period they bought in, and count in every one up to it. */
  orAfter: boolean;
  /** What retention is a share of. */
  base: 'start' | 'previous';
}

/**
 * Every cell of the triangle, by cohort and period: each period from the cohort's own (0) to that of as-of, without
 * gaps. A calendar period is complete where as-of is its last day or later; a rolling one where every member has had
 * the whole block.
 */
export function cohortTriangle(
  members: readonly CohortMembers[],
  activity: readonly CohortActivity[],
  rules: TriangleRules,
  asOfDay: number,
): CohortRow[] {
  const cells = new Map(activity.map((cell) => [`${cell.cohort}/${cell.period}`, cell]));
  return members.flatMap((cohort) => {
    const last = lastPeriod(cohort, rules, asOfDay);
    const found = Array.from({ length: last + 1 }, (_, k) => cells.get(`${cohort.cohort}/${k}`));
    const customers = countsOf(found, rules.orAfter);
    return found.map((cell, k) => {
      const whole = k === 0 || rules.base === 'start' ? cohort.size : customers[k - 1]!;
      return {
        cohort: isoOf(firstDayOf(rules, cohort.cohort)),
        cohort_size: cohort.size,
        period: k,
        period_start: isoOf(startOf(cohort, rules, k)),
        customers: customers[k]!,
        ...rateOf(customers[k]!, cohort.size, whole),
        revenue: cell?.revenue ?? 0,
        orders: cell?.orders ?? 0,
        complete: asOfDay >= lastDayOf(cohort, rules, k),
      };
    });
  });
}

function lastPeriod({ cohort, first_day }: CohortMembers, rules: TriangleRules, asOfDay: number): number {
  if (rules.blockDays !== null) return Math.floor((asOfDay - first_day) / rules.blockDays);
  return periodOf(rules, asOfDay) - cohort;
}

function countsOf(found: readonly (CohortActivity | undefined)[], orAfter: boolean): number[] {
  const counts = found.map((cell) => cell?.customers ?? 0);
  if (orAfter) for (let k = counts.length - 2; k >= 0; k -= 1) counts[k]! += counts[k + 1]!;
  return counts;
}

/** The share of `whole`, and its Wilson interval: that of the share of the cohort, carried over to `whole`. */
function rateOf(
  customers: number,
  size: number,
  whole: number,
): Pick<CohortRow, 'retention' | 'low' | 'high'> {
  if (whole === 0) return { retention: 0, low: 0, high: 0 };
  const { low, high } = wilson(customers, size);
  return { retention: customers / whole, low: (low * size) / whole, high: (high * size) / whole };
}

/** The first day of period k; of a rolling block, that of the cohort's earliest member. */
function startOf({ cohort, first_day }: CohortMembers, rules: TriangleRules, k: number): number {
  return rules.blockDays === null ? firstDayOf(rules, cohort + k) : first_day + k * rules.blockDays;
}

/** The last day of period k; of a rolling block, that of the cohort's latest member. */
function lastDayOf({ cohort, last_day }: CohortMembers, rules: TriangleRules, k: number): number {
  if (rules.blockDays === null) return firstDayOf(rules, cohort + k + 1) - 1;
  return last_day + (k + 1) * rules.blockDays - 1;
}
