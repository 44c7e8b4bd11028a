import { RfmError, toRfmError } from '../../util/rfm-error';

/** Why the engine did not start, as far as what the browser said tells: each has a mend of its own. */
export type StartReason = 'forbidden' | 'wrong-type' | 'no-webassembly' | 'unreachable';

const MENDS: Record<StartReason, string> = {
  forbidden:
    "A Content-Security-Policy forbids WebAssembly: serve duckdb-eh.worker.js with `script-src 'wasm-unsafe-eval'` in its own " +
    "policy, or, where the kit lies on another origin than the page, add 'wasm-unsafe-eval' to the page's script-src.",
  'wrong-type': 'Have the server send duckdb-eh.wasm as application/wasm.',
  'no-webassembly': 'This browser has no WebAssembly, or it is switched off.',
  unreachable:
    'Check that duckdb-eh.wasm and duckdb-eh.worker.js can be fetched from where the kit lies, or say where with ' +
    'configure({ assets }).',
};

function reasonOf(message: string): StartReason {
  if (/content.security.policy|\bCSP\b|unsafe-eval/i.test(message)) return 'forbidden';
  if (/MIME type/i.test(message)) return 'wrong-type';
  if (/WebAssembly is not defined|find variable: WebAssembly/.test(message)) return 'no-webassembly';
  return 'unreachable';
}

/** What kept the engine from starting, with what to do about it. */
export function startFailure(cause: unknown): RfmError {
  if (cause instanceof RfmError) return cause;
  const { message } = toRfmError(cause);
  const reason = reasonOf(message);
  return new RfmError('engine-failed', `The engine could not start (${message}). ${MENDS[reason]}`, {
    cause,
    details: { reason },
  });
}
