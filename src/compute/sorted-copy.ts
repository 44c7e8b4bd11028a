import { checkFinite } from './option-checks';

/** `values` ascending, in a new array; throws `invalid-option`, naming `option`, where one is not finite. */
export function sortedCopy(option: string, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(checkFinite(option, values)).sort();
}
