import { dayOfIso, isoOf, monthsBefore } from '../util/calendar';
import { toRfmError } from '../util/rfm-error';

/** The date `months` before another; null for no months. */
export function monthsEarlier(iso: string, months: number): string | null {
  const day = dayOfIso(iso);
  return months === 0 || day === null ? null : isoOf(monthsBefore(day, months));
}

/** What an analysis says of an earlier date; null where nobody had bought by then, or the data cannot tell that date. */
export async function ifKnown<T>(analysis: () => Promise<T>): Promise<T | null> {
  try {
    return await analysis();
  } catch (error) {
    const { code } = toRfmError(error);
    if (code === 'no-rows' || code === 'needs-rows') return null;
    throw error;
  }
}
