import { RfmError, toRfmError } from '../../util/rfm-error';

const NO_MEMORY =
  /out of memory|memory limit|bad_alloc|allocation failure|could not allocate|failed to (allocate|offload)/i;

/** Where DuckDB runs out of memory while it compresses it may go down like this; what it held is then lost to it. */
export function isOverflow(error: unknown): boolean {
  return /maximum call stack size exceeded|too much recursion/i.test(toRfmError(error).message);
}

/** What DuckDB said, as one of ours: out of memory by its own code, all else `engine-failed` with the statement. */
export function toEngineError(error: unknown, sql: string): RfmError {
  if (error instanceof RfmError) return error;
  const { message } = toRfmError(error);
  if (NO_MEMORY.test(message) || isOverflow(error))
    return new RfmError(
      'out-of-memory',
      'The data do not fit into the memory a browser tab gives the engine (about 3 GB). Map fewer columns or load a shorter ' +
        'time; what was loaded before still answers.',
      { cause: error, details: { sql } },
    );
  return new RfmError('engine-failed', `The engine refused a statement: ${message}`, {
    cause: error,
    details: { sql },
  });
}
