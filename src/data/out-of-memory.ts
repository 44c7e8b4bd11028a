import { RfmError } from '../util/rfm-error';

/** Of the rows at which memory ran out, the share that leaves room for what is computed of them. */
const ROOM = 0.7;

/** An error of a load; where memory ran out after `rows` rows, with how many fit and what to do. */
export function withRowsThatFit(error: unknown, rows: number): unknown {
  if (!(error instanceof RfmError) || error.code !== 'out-of-memory' || rows === 0) return error;
  const fit = rounded(rows * ROOM);
  const count = (value: number): string => value.toLocaleString('en');
  return new RfmError(
    'out-of-memory',
    `The memory of the engine was full after ${count(rows)} rows; about ${count(fit)} rows like these fit. Load a shorter time, ` +
      'map fewer columns (dimensions, and orders that are no numbers, take the most), give the data as Parquet, of which only ' +
      'the mapped columns are read, or sum them up first with `rollupSql` and load that. What was loaded before still answers.',
    { cause: error.cause, details: { ...error.details, rows, fit } },
  );
}

/** To two digits, downwards: more would promise too much. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
  return Math.floor(value / unit) * unit;
}

/** Whether JavaScript itself could not get the memory it asked for. */
export function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof RangeError &&
    /allocation failed|array (buffer )?length|out of memory/i.test(error.message)
  );
}
