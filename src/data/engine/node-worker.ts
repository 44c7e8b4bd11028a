import type { WorkerLike } from './start-worker';

/** Makes a Node thread look like the web worker that DuckDB's script expects to live in. */
const BOOT = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
require(workerData);
`;

const EVENTS: Record<string, string> = { message: 'message', error: 'error', close: 'exit' };

/** Whether this is Node (or a server renderer on it) and not a page or a worker of one. */
export function isNode(): boolean {
  return (
    typeof process !== 'undefined' &&
    typeof process.getBuiltinModule === 'function' &&
    typeof Worker === 'undefined'
  );
}

/**
 * DuckDB's worker in a Node thread, and the file of its WebAssembly.
 * Node's modules are reached by `process.getBuiltinModule`, so that bundlers for browsers see no `node:` import.
 */
export function startNodeWorker(): { worker: WorkerLike; wasm: string } {
  const { createRequire } = process.getBuiltinModule('node:module');
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
  const require = createRequire(import.meta.url);
  const thread = new Thread(BOOT, {
    eval: true,
    // The flags of the process are not this script's: `--input-type=module` would break it.
    execArgv: [],
    workerData: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs'),
    // The worker prints every failed statement; the error itself reaches the caller.
    stdout: true,
  });
  thread.unref();
  const wrapped = new Map<unknown, (payload: unknown) => void>();
  const worker: WorkerLike = {
    postMessage: (message, transfer) => thread.postMessage(message, transfer as never),
    addEventListener(type, listener) {
      const forward = (payload: unknown): void =>
        listener(type === 'message' ? { data: payload } : { message: String(payload) });
      wrapped.set(listener, forward);
      thread.on(EVENTS[type] ?? type, forward);
    },
    removeEventListener(type, listener) {
      const forward = wrapped.get(listener);
      if (forward) thread.off(EVENTS[type] ?? type, forward);
    },
    terminate: () => void thread.terminate(),
    hold: (busy) => (busy ? thread.ref() : thread.unref()),
  };
  return { worker, wasm: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm') };
}
