import { RfmError } from '../../util/rfm-error';
import {
  PARQUET_BATCH_ROWS,
  type ParquetDecoder,
  type ParquetFile,
  type ParquetPart,
} from './parquet-decoder';
import { damaged } from './read-parquet';

/**
 * The decoder runs in a thread of its own: on a damaged file its WebAssembly breaks in a way that would take the
 * process with it. It gets the stretches of the file that it asks for.
 */
const BOOT = `
const { parentPort, workerData } = require('node:worker_threads');
const { ParquetFile } = require(workerData.module);
const waiting = new Map();
let asked = 0;
const slice = (start, end) => ({
  arrayBuffer: () => new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    parentPort.postMessage({ slice: asked, start, end });
  }),
});
let file;
const open = async () => {
  file = await ParquetFile.fromFile({ size: workerData.size, slice });
  const groups = file.metadata();
  const rowGroups = Array.from({ length: groups.numRowGroups() }, (_, i) => groups.rowGroup(i).numRows());
  return { schema: file.schema().intoIPCStream(), rowGroups };
};
const read = async (options) => ({ table: (await file.read(options)).intoIPCStream() });
parentPort.on('message', async ({ id, options, buffer }) => {
  if (buffer) {
    waiting.get(id)(buffer);
    waiting.delete(id);
    return;
  }
  try {
    const result = await (options ? read(options) : open());
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error) });
  }
});
`;

interface Message {
  slice?: number;
  start: number;
  end: number;
  id: number;
  result?: unknown;
  error?: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(cause: unknown): void;
}

/** The decoder in Node. Its modules are reached so that bundlers for browsers see neither them nor the decoder. */
export const threadDecoder: ParquetDecoder = async (input) => {
  const { createRequire } = process.getBuiltinModule('node:module');
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
  const module = createRequire(import.meta.url).resolve('parquet-wasm/node');
  const thread = new Thread(BOOT, { eval: true, workerData: { module, size: input.size } });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let failure: unknown;
  const fail = (cause: unknown): void => {
    failure ??= cause instanceof RfmError ? cause : damaged('its contents make no sense', cause);
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  const give = async ({ slice, start, end }: Message): Promise<void> => {
    const bytes = await input.slice(start, end);
    const buffer = bytes.slice().buffer;
    thread.postMessage({ id: slice, buffer }, [buffer]);
  };
  thread.on('error', fail);
  thread.on('message', (message: Message) => {
    if (message.slice !== undefined) {
      give(message).catch(fail);
      return;
    }
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error === undefined) resolve?.(message.result);
    else reject?.(damaged(message.error));
  });
  const ask = <T>(options?: object): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (failure) return reject(failure);
      asked += 1;
      waiting.set(asked, { resolve: resolve as Waiting['resolve'], reject });
      thread.postMessage({ id: asked, options });
    });
  const close = (): void => void thread.terminate();
  const read = async ({ columns, rowGroup, limit }: ParquetPart): Promise<Uint8Array> => {
    const options = { columns, rowGroups: [rowGroup], batchSize: PARQUET_BATCH_ROWS };
    return (await ask<{ table: Uint8Array }>({ ...options, ...(limit !== undefined && { limit }) })).table;
  };
  try {
    return { ...(await ask<Pick<ParquetFile, 'schema' | 'rowGroups'>>()), read, close };
  } catch (error) {
    close();
    throw error;
  }
};
