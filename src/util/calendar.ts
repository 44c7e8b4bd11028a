/**
 * Calendar dates as whole days since 1970-01-01, without time zones: a date is what was written.
 * Conversion after Howard Hinnant, "chrono-compatible low-level date algorithms".
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface CivilDate {
  year: number;
  /** 1..12 */
  month: number;
  day: number;
}

/** Days since 1970-01-01 of a proleptic Gregorian date. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. */
export function civilOf(day: number): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days the month has. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** `YYYY-MM-DD` of a day number. */
export function isoOf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The day number of `YYYY-MM-DD`, or null where the text is no such date. */
export function dayOfIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return dayOf(year, month, day);
}

/** Months since year 0: a number that rises by one from month to month. */
export function monthOf(day: number): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** The first day of a month counted by `monthOf`. */
export function firstDayOfMonth(month: number): number {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The first day of the stretch after the one that begins on `day`. */
export function nextOf(day: number, unit: 'day' | 'week' | 'month'): number {
  if (unit === 'month') return firstDayOfMonth(monthOf(day) + 1);
  return unit === 'week' ? day + 7 : day + 1;
}

/** The last day of the stretch that begins on `first`, both as `YYYY-MM-DD`. */
export function lastDayOf(first: string, unit: 'day' | 'week' | 'month'): string {
  return isoOf(nextOf(dayOfIso(first)!, unit) - 1);
}

/** The same day `months` earlier; the last of a month stays the last, for a month is a month. */
export function monthsBefore(day: number, months: number): number {
  const { year, month, day: date } = civilOf(day);
  const first = firstDayOfMonth(monthOf(day) - months);
  const then = civilOf(first);
  const length = monthLength(then.year, then.month);
  return first + (date === monthLength(year, month) ? length : Math.min(date, length)) - 1;
}
