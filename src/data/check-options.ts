import { checkOption } from '../compute/option-checks';
import type { Filter } from '../compute/results';
import { dayOfIso } from '../util/calendar';

/** The day of a date option, null where it is left out; else `invalid-option`. */
export function checkDay(option: string, date: string | undefined): number | null {
  if (!date) return null;
  const day = typeof date === 'string' ? dayOfIso(date) : null;
  checkOption(day !== null, option, date, 'a date written YYYY-MM-DD');
  return day;
}

/** A filter with only what narrows; null where nothing does. Unknown dimensions are `invalid-option`. */
export function checkFilter(filter: Filter | null, dimensions: readonly string[]): Filter | null {
  if (!filter) return null;
  const from = checkDay('filter.from', filter.from);
  const to = checkDay('filter.to', filter.to);
  if (from !== null && to !== null)
    checkOption(from <= to, 'filter.from', filter.from, `a date up to filter.to (${filter.to})`);
  const chosen = Object.entries(filter.dimensions ?? {});
  for (const [name, values] of chosen) {
    const isList = Array.isArray(values) && values.every((value) => typeof value === 'string');
    checkOption(isList, `filter.dimensions.${name}`, values, 'a list of texts');
    checkOption(
      dimensions.includes(name),
      'filter.dimensions',
      name,
      dimensions.length > 0
        ? `one of ${dimensions.join(', ')}`
        : 'a dimension of the mapping, which has none',
    );
  }
  const checked: Filter = {
    ...(filter.from && { from: filter.from }),
    ...(filter.to && { to: filter.to }),
    ...(chosen.length > 0 && {
      dimensions: Object.fromEntries(chosen.map(([name, values]) => [name, [...values]])),
    }),
  };
  return Object.keys(checked).length > 0 ? checked : null;
}
