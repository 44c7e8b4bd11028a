import { RfmError } from '../util/rfm-error';

/** `value` where `holds`, else an `invalid-option` error that names the option, the value and what is allowed. */
export function checkOption<T>(holds: boolean, option: string, value: T, allowed: string): T {
  if (holds) return value;
  throw new RfmError('invalid-option', `${option} is ${shown(value)}; it must be ${allowed}.`, {
    details: { option, value, allowed },
  });
}

/** `value` if it is a finite number of at least `least`, else `invalid-option`. */
export function checkAtLeast(option: string, value: number, least: number): number {
  const holds = Number.isFinite(value) && value >= least;
  return checkOption(holds, option, value, `a finite number of at least ${least}`);
}

/** `value` if it is a whole number between `least` and `most`, both allowed, else `invalid-option`. */
export function checkWhole(option: string, value: number, least: number, most: number): number {
  const holds = Number.isInteger(value) && value >= least && value <= most;
  return checkOption(holds, option, value, `a whole number from ${least} to ${most}`);
}

/** A whole number as an attribute or a property gives it; left out or empty it is `fallback`. */
export function wholeOption(
  option: string,
  given: unknown,
  fallback: number,
  least: number,
  most: number,
): number {
  const value = numberOf(given, fallback);
  const holds = Number.isInteger(value) && value >= least && value <= most;
  checkOption(holds, option, given, `a whole number from ${least} to ${most}`);
  return value;
}

/** A number as an attribute or a property gives it, else `fallback`; NaN for what is none. */
export function numberOf(given: unknown, fallback: number): number {
  if (given === undefined || given === null || given === '') return fallback;
  const isNumeric = typeof given === 'number' || (typeof given === 'string' && given.trim() !== '');
  return isNumeric ? Number(given) : Number.NaN;
}

/** Numbers as a list or as text with commas between; empty for what is neither, NaN for what is no number. */
export function numbersOf(given: unknown): number[] {
  if (typeof given === 'string') return given.split(',').map((part) => numberOf(part.trim(), Number.NaN));
  return Array.isArray(given) ? given.map((value) => numberOf(value, Number.NaN)) : [];
}

/** `value` if it is one of `allowed`, else `invalid-option`. */
export function checkOneOf<T extends string>(option: string, value: T, allowed: readonly T[]): T {
  return checkOption(allowed.includes(value), option, value, `one of ${allowed.join(', ')}`);
}

/** `values` if every one is a finite number, else `invalid-option` naming the first that is not. */
export function checkFinite<V extends ArrayLike<number>>(option: string, values: V): V {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) checkOption(false, `${option}[${i}]`, values[i], 'a finite number');
  }
  return values;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  const plain = (_key: string, part: unknown): unknown =>
    typeof part === 'bigint' || Number.isNaN(part) ? String(part) : part;
  return JSON.stringify(value, plain);
}
