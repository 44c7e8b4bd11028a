import type { Filter, Period } from '../compute/results';
import type { RollupPeriod } from '../sql/rollup-schema';
import { type SourceTables, spansDays } from '../sql/source-tables';
import { civilOf, isoOf } from '../util/calendar';
import { RfmError } from '../util/rfm-error';

/** The error of a question that a rollup cannot answer. */
export function needsRows(
  message: string,
  tables: SourceTables,
  details: Record<string, unknown> = {},
): RfmError {
  return new RfmError('needs-rows', message, { details: { period: tables.rollup, ...details } });
}

/** Throws `needs-rows` where the rows span several days, of which `what` would have to tell each apart. */
export function checkDays(tables: SourceTables, what: string): void {
  if (spansDays(tables))
    throw needsRows(
      `${what} needs the days of the purchases, but this rollup is by ${tables.rollup}. Load a rollup by day, or the rows.`,
      tables,
    );
}

/** Throws `needs-rows` where a rollup's rows span more than the period asked for. */
export function checkPeriod(tables: SourceTables, period: Period): void {
  if (period === 'week' && tables.rollup === 'month')
    throw needsRows(
      'Weeks cannot be told apart in a rollup by month. Choose months, or load a rollup by week or day.',
      tables,
    );
}

/** The days that the rows of a source lie on. */
export interface Reach {
  firstDay: number;
  lastDay: number;
}

/** Which rows count, as far as periods could be cut through by it. */
interface Bounds {
  asOfDay: number;
  afterDay?: number;
  filter: Filter | null;
}

/** Throws `needs-rows` where a bound lies inside a period of a rollup, which knows only whole ones. */
export function checkBounds(
  tables: SourceTables,
  { asOfDay, afterDay, filter }: Bounds,
  reach: Reach,
  dayOf: (date: string) => number,
): void {
  const { rollup: period } = tables;
  if (!period || period === 'day') return;
  const ends = [
    ['as-of', asOfDay],
    ['the day before the window', afterDay],
    ['filter.to', filter?.to && dayOf(filter.to)],
    // The filter begins where the day before it ends.
    ['filter.from', filter?.from && dayOf(filter.from) - 1],
  ] as const;
  for (const [what, day] of ends) {
    if (
      typeof day !== 'number' ||
      day >= reach.lastDay ||
      day < reach.firstDay ||
      beginsPeriod(period, day + 1)
    )
      continue;
    const date = isoOf(what === 'filter.from' ? day + 1 : day);
    throw needsRows(
      `${what} (${date}) lies inside a ${period} of the rollup, which knows only whole ones. Choose the ${what === 'filter.from' ? 'first' : 'last'} day of one, or load a rollup by day.`,
      tables,
      { option: what, date },
    );
  }
}

/** Whether a period of the rollup begins on a day; weeks are cut where a month begins. */
function beginsPeriod(period: RollupPeriod, day: number): boolean {
  // 1970-01-05 was a Monday.
  return civilOf(day).day === 1 || (period === 'week' && (day - 4) % 7 === 0);
}
