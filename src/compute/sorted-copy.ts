import { columnOf } from './column-of';
import { checkFinite } from './option-checks';

/** `values` ascending, in a new array, -0 as 0; throws `invalid-option`, naming `option`, where one is not finite. */
export function sortedCopy(option: string, values: ArrayLike<number>): Float64Array {
  checkFinite(option, values);
  return columnOf(values.length, (row) => values[row]! + 0).sort();
}
