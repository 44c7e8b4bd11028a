import { columnOf } from './column-of';
import { quantileBreaks } from './quantile';
import { sortedCopy } from './sorted-copy';

/** How a column was scaled: `transform`, then less `centre`, by `spread`. */
export interface Scaling {
  transform: 'log1p' | 'asinh';
  centre: number;
  spread: number;
  method: 'median-iqr' | 'mean-sd' | 'constant';
}

/** A column of comparable size for distances, and how it came about. */
export interface ScaledColumn {
  values: Float64Array;
  scaling: Scaling;
}

/**
 * log1p of a column (asinh of all of it where one value is negative), less its median, by its interquartile range.
 *
 * Where that range is 0, mean and population standard deviation stand in; a constant column becomes zeros.
 * Throws `invalid-option` for a value that is not finite.
 */
export function robustScale(column: ArrayLike<number>): ScaledColumn {
  const sorted = sortedCopy('column', column);
  const transform = (sorted[0] ?? 0) < 0 ? 'asinh' : 'log1p';
  const apply = Math[transform];
  const { centre, spread, method } = centreOf(sorted.map(apply));
  const values = columnOf(column.length, (row) => (apply(column[row]!) - centre) / spread);
  return { values, scaling: { transform, centre, spread, method } };
}

function centreOf(sorted: Float64Array): Omit<Scaling, 'transform'> {
  const [low, median, high] = quantileBreaks(sorted, 4) as [number?, number?, number?];
  if (median === undefined || sorted[0] === sorted.at(-1)) {
    return { centre: sorted[0] ?? 0, spread: 1, method: 'constant' };
  }
  if (high! > low!) return { centre: median, spread: high! - low!, method: 'median-iqr' };
  const centre = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { centre, spread: Math.sqrt(squares / sorted.length), method: 'mean-sd' };
}
