import { describe, expect, it } from 'vitest';
import { startFailure } from '../../../src/data/engine/start-failure';
import { zhCN } from '../../../src/locales/zh-CN';
import { formats } from '../../../src/util/format';
import { RfmError } from '../../../src/util/rfm-error';

/** What browsers say: Chromium 156 as seen, and the words that Firefox has for a policy. */
const SAID = [
  [
    "Uncaught CompileError: WebAssembly.Module(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because 'unsafe-eval' is not an allowed source of script",
    'forbidden',
    "'wasm-unsafe-eval'",
  ],
  ['call to WebAssembly.instantiateStreaming() blocked by CSP', 'forbidden', "'wasm-unsafe-eval'"],
  [
    "Failed to execute 'compile' on 'WebAssembly': Incorrect response MIME type. Expected 'application/wasm'.",
    'wrong-type',
    'application/wasm',
  ],
  ['WebAssembly is not defined', 'no-webassembly', 'WebAssembly'],
  [
    "Failed to execute 'compile' on 'WebAssembly': HTTP status code is not ok",
    'unreachable',
    'duckdb-eh.wasm',
  ],
  ['the worker script could not be loaded', 'unreachable', 'duckdb-eh.worker.js'],
] as const;

describe('an engine that does not start', () => {
  it.each(SAID)('names the cause and the mend: %s', (message, reason, mend) => {
    const error = startFailure(new Error(message));
    expect(error).toMatchObject({ code: 'engine-failed', details: { reason } });
    expect(error.message).toContain(message);
    expect(error.message.slice(error.message.indexOf(message) + message.length)).toContain(mend);
    const chinese = zhCN.problems.errors['engine-failed']?.(error.details ?? {}, formats('zh-CN', null));
    expect(chinese).toContain(mend);
    expect(chinese).toMatch(/\p{Script=Han}/u);
  });

  it('keeps what is an error of ours already', () => {
    const ours = new RfmError('out-of-memory', 'Too much.');
    expect(startFailure(ours)).toBe(ours);
  });
});
