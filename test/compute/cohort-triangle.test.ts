import { describe, expect, it } from 'vitest';
import {
  type CohortActivity,
  type CohortMembers,
  cohortTriangle,
  firstDayOf,
  type PeriodCalendar,
  periodOf,
  type TriangleRules,
} from '../../src/compute/cohort-triangle';
import { dayOfIso, isoOf } from '../../src/util/calendar';

const day = (iso: string): number => dayOfIso(iso)!;

describe('periods', () => {
  const first = (calendar: PeriodCalendar, iso: string): string =>
    isoOf(firstDayOf(calendar, periodOf(calendar, day(iso))));

  it.each<[PeriodCalendar['period'], number, string, string]>([
    ['week', 1, '2024-05-12', '2024-05-06'],
    ['week', 1, '2024-05-13', '2024-05-13'],
    ['month', 4, '2024-05-31', '2024-05-01'],
    ['quarter', 1, '2024-06-30', '2024-04-01'],
    ['quarter', 2, '2024-04-30', '2024-02-01'],
    ['year', 1, '2024-12-31', '2024-01-01'],
    ['year', 4, '2024-03-31', '2023-04-01'],
    ['year', 4, '2024-04-01', '2024-04-01'],
  ])('a %s, years from month %i: %s lies in that of %s', (period, yearStart, iso, start) => {
    expect(first({ period, yearStart }, iso)).toBe(start);
  });

  it('rise by one', () => {
    const calendar = { period: 'quarter', yearStart: 2 } as const;
    const number = periodOf(calendar, day('2024-04-30'));
    expect(periodOf(calendar, day('2024-05-01'))).toBe(number + 1);
  });
});

describe('the triangle', () => {
  const MONTHS: TriangleRules = {
    period: 'month',
    yearStart: 1,
    blockDays: null,
    orAfter: false,
    base: 'start',
  };
  const january = periodOf(MONTHS, day('2024-01-01'));
  /** Four began in January, two in March. */
  const members: CohortMembers[] = [
    { cohort: january, size: 4, first_day: day('2024-01-05'), last_day: day('2024-01-20') },
    { cohort: january + 2, size: 2, first_day: day('2024-03-01'), last_day: day('2024-03-02') },
  ];
  const activity: CohortActivity[] = [
    { cohort: january, period: 0, customers: 4, orders: 5, revenue: 40 },
    { cohort: january, period: 2, customers: 1, orders: 2, revenue: 7 },
    { cohort: january + 2, period: 0, customers: 2, orders: 2, revenue: 9 },
  ];
  /** Each in the last period they bought in: three of January's were never back. */
  const last: CohortActivity[] = activity.map((cell) =>
    cell.cohort === january && cell.period === 0 ? { ...cell, customers: 3 } : cell,
  );
  const triangle = (rules: Partial<TriangleRules>, asOf: string) =>
    cohortTriangle(members, rules.orAfter ? last : activity, { ...MONTHS, ...rules }, day(asOf));

  it('has every period up to that of as-of, those without a purchase too', () => {
    const rows = triangle({}, '2024-03-30');
    expect(
      rows.map(({ cohort, period, customers, revenue, orders }) => [
        cohort,
        period,
        customers,
        revenue,
        orders,
      ]),
    ).toEqual([
      ['2024-01-01', 0, 4, 40, 5],
      ['2024-01-01', 1, 0, 0, 0],
      ['2024-01-01', 2, 1, 7, 2],
      ['2024-03-01', 0, 2, 9, 2],
    ]);
    expect(rows.map(({ period_start }) => period_start)).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-03-01',
      '2024-03-01',
    ]);
    expect(rows.map(({ cohort_size }) => cohort_size)).toEqual([4, 4, 4, 2]);
  });

  it('is complete where as-of is the last day of the period', () => {
    expect(triangle({}, '2024-03-30').map(({ complete }) => complete)).toEqual([true, true, false, false]);
    expect(triangle({}, '2024-03-31').map(({ complete }) => complete)).toEqual([true, true, true, true]);
  });

  it('gives rates of the cohort with their Wilson interval', () => {
    const [, , third] = triangle({}, '2024-03-31');
    expect(third!.retention).toBe(0.25);
    // Of one in four.
    expect(third!.low).toBeCloseTo(0.0456, 4);
    expect(third!.high).toBeCloseTo(0.6994, 4);
  });

  it('counts those who come later in every period before, where asked', () => {
    expect(triangle({ orAfter: true }, '2024-03-31').map(({ customers }) => customers)).toEqual([4, 1, 1, 2]);
  });

  it('gives rates of the period before, where asked; none where nobody was left', () => {
    const rows = triangle({ base: 'previous' }, '2024-03-31');
    expect(rows.map(({ retention }) => retention)).toEqual([1, 0, 0, 1]);
    expect(rows[2]).toMatchObject({ retention: 0, low: 0, high: 0 });
    const later = triangle({ base: 'previous', orAfter: true }, '2024-03-31');
    expect(later[1]!.retention).toBe(0.25);
    // All of the one that was left, with the interval of one in four carried over to one.
    expect(later[2]!.retention).toBe(1);
    expect(later[2]!.high).toBeCloseTo(0.6994 * 4, 3);
    expect(later[2]!.low).toBeCloseTo(0.0456 * 4, 3);
  });

  it('rolls in blocks of days from the first purchase of each', () => {
    const rows = triangle({ blockDays: 30 }, '2024-03-05');
    // January's earliest began 60 days before: blocks 0, 1 and 2; March's 4 days before.
    expect(rows.map(({ cohort, period, period_start }) => [cohort, period, period_start])).toEqual([
      ['2024-01-01', 0, '2024-01-05'],
      ['2024-01-01', 1, '2024-02-04'],
      ['2024-01-01', 2, '2024-03-05'],
      ['2024-03-01', 0, '2024-03-01'],
    ]);
    // The latest of January began on the 20th: the first block of all is over on 18 February, the second on 19 March.
    expect(rows.map(({ complete }) => complete)).toEqual([true, false, false, false]);
    expect(triangle({ blockDays: 30 }, '2024-03-19').map(({ complete }) => complete)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(triangle({ blockDays: 30 }, '2024-03-18')[1]!.complete).toBe(false);
  });
});
