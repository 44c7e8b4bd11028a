import { checkOption } from '../compute/option-checks';
import type { Filter } from '../compute/results';
import { dayOfIso } from '../util/calendar';

/** The day of a date option, null where it is left out; else `invalid-option`. */
export function checkDay(option: string, date: string | undefined): number | null {
  if (!date) return null;
  const day = dayOfIso(date);
  checkOption(day !== null, option, date, 'a date written YYYY-MM-DD');
  return day;
}

/** A filter with only what narrows; null where nothing does. Unknown dimensions are `invalid-option`. */
export function checkFilter(filter: Filter | null, dimensions: readonly string[]): Filter | null {
  if (!filter) return null;
  checkDay('filter.from', filter.from);
  checkDay('filter.to', filter.to);
  const chosen = Object.entries(filter.dimensions ?? {});
  for (const [name] of chosen)
    checkOption(
      dimensions.includes(name),
      'filter.dimensions',
      name,
      dimensions.length > 0
        ? `one of ${dimensions.join(', ')}`
        : 'a dimension of the mapping, which has none',
    );
  const checked: Filter = {
    ...(filter.from && { from: filter.from }),
    ...(filter.to && { to: filter.to }),
    ...(chosen.length > 0 && { dimensions: Object.fromEntries(chosen) }),
  };
  return Object.keys(checked).length > 0 ? checked : null;
}
