import { checkFinite } from './option-checks';

/** `values` ascending, in a new array, -0 as 0; throws `invalid-option`, naming `option`, where one is not finite. */
export function sortedCopy(option: string, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(checkFinite(option, values), (value) => value + 0).sort();
}
