/** What went wrong, for code; the message says it for people, and what to do. */
export type RfmErrorCode =
  | 'column-missing'
  | 'mapping-needed'
  | 'no-rows'
  | 'format-unknown'
  | 'file-unreadable'
  | 'encoding-unknown'
  | 'network'
  | 'out-of-memory'
  | 'engine-failed'
  | 'invalid-option'
  | 'needs-rows'
  | 'aborted'
  | 'closed';

/** The one error type that leaves the kit: `code` for programs, `message` with what happened and what to do. */
export class RfmError extends Error {
  readonly code: RfmErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: RfmErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'RfmError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** `error` as an RfmError: itself, `aborted` for an abort, else `fallback` with the original as its cause. */
export function toRfmError(error: unknown, fallback: RfmErrorCode = 'engine-failed'): RfmError {
  if (error instanceof RfmError) return error;
  if (error instanceof Error && error.name === 'AbortError') return aborted(error);
  const message = error instanceof Error ? error.message : String(error);
  return new RfmError(fallback, message, { cause: error });
}

/** The error of a load or a query that its caller gave up. */
export function aborted(cause?: unknown): RfmError {
  return new RfmError('aborted', 'Stopped before it was finished. Start it again when you need it.', {
    cause,
  });
}

/** Throws `aborted` once `signal` has fired. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted(signal.reason);
}
