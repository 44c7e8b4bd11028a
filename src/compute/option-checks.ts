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

/** `value` if it is a finite number above 0, else `invalid-option`. */
export function checkPositive(option: string, value: number): number {
  return checkOption(Number.isFinite(value) && value > 0, option, value, 'a finite number above 0');
}

/** `value` if it is a whole number between `least` and `most`, both allowed, else `invalid-option`. */
export function checkWhole(option: string, value: number, least: number, most: number): number {
  const holds = Number.isInteger(value) && value >= least && value <= most;
  return checkOption(holds, option, value, `a whole number from ${least} to ${most}`);
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
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}
