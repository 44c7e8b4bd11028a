import { civilOf, dayOf, firstDayOfMonth, monthOf } from '../util/calendar';

export const REPLAY_STEPS = ['week', 'month', 'quarter', 'year'] as const;
export type ReplayStep = (typeof REPLAY_STEPS)[number];

/**
 * The days at which a replay from `first` to `last` stands: the ends of weeks (Sundays), months, quarters or years, and
 * `last` in any case, rising.
 */
export function replayDays(first: number, last: number, step: ReplayStep): number[] {
  const days: number[] = [];
  for (let day = endOf(first, step); day < last; day = endOf(day + 1, step)) days.push(day);
  days.push(last);
  return days;
}

/** The last day of the stretch that a day lies in. */
function endOf(day: number, step: ReplayStep): number {
  switch (step) {
    case 'week':
      return Math.floor((day + 3) / 7) * 7 + 3;
    case 'month':
      return firstDayOfMonth(monthOf(day) + 1) - 1;
    case 'quarter':
      return firstDayOfMonth(Math.floor(monthOf(day) / 3) * 3 + 3) - 1;
    case 'year':
      return dayOf(civilOf(day).year + 1, 1, 1) - 1;
  }
}
