import { civilOf, dayOf, firstDayOfMonth, monthOf } from '../util/calendar';

/** A labelled day of a time axis. */
export interface DateTick {
  day: number;
  label: string;
}

/** How days are written on an axis; a year stands for its first day, a month for its own. */
export interface DateWords {
  year(day: number): string;
  month(day: number): string;
  date(day: number): string;
}

/** Months between ticks, from the finest; more than these are whole years. */
const MONTHS = [1, 2, 3, 6];

/** Ticks on the first days of months or years, as many as fit; of less than two months, the ends. */
export function dateTicks(
  first: number,
  last: number,
  room: number,
  words: DateWords,
  measure: (text: string) => number,
): DateTick[] {
  const width = Math.max(measure(words.month(first)), measure(words.month(last))) + 16;
  const most = Math.max(1, Math.floor(room / width));
  const [from, to] = [monthOf(first - 1) + 1, monthOf(last)];
  if (to - from < 1) return ends(first, last, room, words, measure);
  const months = MONTHS.find((step) => (to - from) / step < most);
  if (months !== undefined) {
    const begin = Math.ceil(from / months) * months;
    return range(begin, to, months).map((month) => {
      const day = firstDayOfMonth(month);
      return { day, label: words.month(day) };
    });
  }
  const [firstYear, lastYear] = [civilOf(first - 1).year + 1, civilOf(last).year];
  const roomOfYear = measure(words.year(last)) + 16;
  const step = Math.max(1, Math.ceil(((lastYear - firstYear + 1) * roomOfYear) / Math.max(1, room)));
  return range(firstYear, lastYear, step).map((year) => {
    const day = dayOf(year, 1, 1);
    return { day, label: words.year(day) };
  });
}

function ends(
  first: number,
  last: number,
  room: number,
  words: DateWords,
  measure: (text: string) => number,
): DateTick[] {
  const ticks = [first, last].map((day) => ({ day, label: words.date(day) }));
  const fits = first < last && ticks.reduce((sum, { label }) => sum + measure(label), 16) <= room;
  return fits ? ticks : ticks.slice(-1);
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step);
}
