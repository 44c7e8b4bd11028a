import { checkOneOf, checkOption } from './option-checks';

const TIME_UNITS = ['days', 'weeks'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** A length of time that carries its unit, so that weeks are never taken for days. */
export interface Duration {
  value: number;
  unit: TimeUnit;
}

/** `value` days. */
export function days(value: number): Duration {
  return { value, unit: 'days' };
}

/** `value` weeks. */
export function weeks(value: number): Duration {
  return { value, unit: 'weeks' };
}

/** How many weeks one `unit` has; throws `invalid-option` for another unit. */
export function weeksPer(unit: TimeUnit): number {
  return checkOneOf('unit', unit, TIME_UNITS) === 'weeks' ? 1 : 1 / 7;
}

/** Far beyond any history, and short enough for every sum to end. */
const LONGEST = 1e9;

/** A duration in weeks; throws `invalid-option`, naming `option`, for a bare number, another unit or a value outside 0..1e9. */
export function inWeeks(option: string, duration: Duration): number {
  checkOneOf(`${option}.unit`, duration.unit, TIME_UNITS);
  const value = checkOption(
    isLength(duration.value),
    `${option}.value`,
    duration.value,
    `from 0 to ${LONGEST}`,
  );
  return duration.unit === 'weeks' ? value : value / 7;
}

function isLength(value: number): boolean {
  return value >= 0 && value <= LONGEST;
}
