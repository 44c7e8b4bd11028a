import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dayOf,
  dayOfIso,
  firstDayOfMonth,
  isLeapYear,
  isoOf,
  monthLength,
  monthOf,
} from '../../src/util/calendar';

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1970, 1, 2)).toBe(1);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
  });

  it('know 29 February in leap years only', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true]);
    expect([1900, 2000, 2024].map((year) => monthLength(year, 2))).toEqual([28, 29, 29]);
    expect(dayOf(2024, 3, 1) - dayOf(2024, 2, 28)).toBe(2);
    expect(dayOf(2023, 3, 1) - dayOf(2023, 2, 28)).toBe(1);
  });

  it('agree with UTC for every day from year 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(isoOf(day)).toBe(date.toISOString().slice(0, 10));
        const { year, month, day: dom } = civilOf(day);
        expect(dayOf(year, month, dom)).toBe(day);
      }),
      { seed: 1 },
    );
  });

  it('are read from YYYY-MM-DD and from nothing else', () => {
    expect(dayOfIso('1970-01-02')).toBe(1);
    expect(dayOfIso(' 1970-01-02 ')).toBe(1);
    expect(['1970-1-2', '1970-02-30', '1970-13-01', '1970-00-10', '02.01.1970', ''].map(dayOfIso)).toEqual(
      Array(6).fill(null),
    );
  });

  it('lie in months that rise by one, also before year 0 of the epoch', () => {
    expect(monthOf(dayOf(1997, 12, 31)) + 1).toBe(monthOf(dayOf(1998, 1, 1)));
    expect(isoOf(firstDayOfMonth(monthOf(dayOf(1998, 1, 17))))).toBe('1998-01-01');
    expect(isoOf(firstDayOfMonth(monthOf(dayOf(1899, 12, 31))))).toBe('1899-12-01');
  });
});
