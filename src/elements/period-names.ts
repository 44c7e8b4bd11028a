import type { IsoDate, Period } from '../compute/results';
import { isoWeek } from '../layout/cohort-period';
import type { Surroundings } from './picture';

/** The ways to name a period by the day it began, the fuller first. */
export function periodNames(
  period: Period,
  { words, f }: Surroundings,
): readonly ((start: IsoDate) => string)[] {
  const year = (iso: IsoDate): string => iso.slice(0, 4);
  const january = (iso: IsoDate): boolean => iso.slice(5, 7) === '01';
  switch (period) {
    case 'week':
      return [isoWeek];
    case 'month':
      return [f.month, f.monthShort];
    case 'quarter': {
      const name = (iso: IsoDate): string => {
        const month = Number(iso.slice(5, 7));
        // A year that begins in another month has no quarters that everybody knows by number.
        return month % 3 === 1 ? words.common.quarter((month + 2) / 3, Number(year(iso))) : f.month(iso);
      };
      return [name];
    }
    case 'year':
      return [(iso) => (january(iso) ? year(iso) : f.month(iso))];
  }
}

/** A period by the day it began, in full. */
export function periodName(period: Period, start: IsoDate, around: Surroundings): string {
  return periodNames(period, around)[0]?.(start) ?? start;
}
