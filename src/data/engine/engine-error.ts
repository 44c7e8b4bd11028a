import { RfmError, toRfmError } from '../../util/rfm-error';

/** What DuckDB said, as one of ours: out of memory by its own code, all else `engine-failed` with the statement. */
export function toEngineError(error: unknown, sql: string): RfmError {
  if (error instanceof RfmError) return error;
  const { message } = toRfmError(error);
  if (/out of memory|memory limit|bad_alloc|Allocation failure/i.test(message))
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
