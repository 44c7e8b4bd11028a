import start, { ParquetFile as WasmFile } from 'parquet-wasm/esm';
import { RfmError } from '../../util/rfm-error';
import { PARQUET_BATCH_ROWS, type ParquetDecoder } from './parquet-decoder';
import type { RandomAccess } from './random-access';
import { damaged } from './read-parquet';

/** The WebAssembly, once for all files that the worker reads. */
let started: Promise<unknown> | undefined;

/** The decoder in a worker of the page. Its WebAssembly, which may break on damaged files, ends with the worker. */
export function wasmDecoder(wasm: string): ParquetDecoder {
  return async (input) => {
    const { failure, asBlob } = watched(input);
    const until = <T>(work: Promise<T>): Promise<T> => Promise.race([work, failure, trap()]);
    const tell = (cause: unknown): never => {
      throw cause instanceof RfmError ? cause : damaged(messageOf(cause), cause);
    };
    started ??= start({ module_or_path: fetch(wasm) });
    await started.catch((cause) => {
      started = undefined;
      throw new RfmError(
        'engine-failed',
        `The Parquet reader could not start (${messageOf(cause)}). Check that parquet.wasm lies beside the kit, or say where with configure({ assets }).`,
        { cause },
      );
    });
    const file = await until(WasmFile.fromFile(asBlob)).catch(tell);
    const groups = file.metadata();
    return {
      schema: file.schema().intoIPCStream(),
      rowGroups: Array.from({ length: groups.numRowGroups() }, (_, i) => groups.rowGroup(i).numRows()),
      async read({ columns, rowGroup, limit }) {
        const options = { columns: [...columns], rowGroups: [rowGroup], batchSize: PARQUET_BATCH_ROWS };
        const table = await until(file.read({ ...options, ...(limit !== undefined && { limit }) })).catch(
          tell,
        );
        return table.intoIPCStream();
      },
      close: () => undefined,
    };
  };
}

/** Rejects when the WebAssembly breaks: its promises then stay open for ever. */
let broken: Promise<never> | undefined;
function trap(): Promise<never> {
  broken ??= new Promise((_, reject) => {
    const fail = (event: Event, cause: unknown): void => {
      event.preventDefault();
      reject(cause);
    };
    addEventListener('error', (event) => fail(event, event.error));
    addEventListener('unhandledrejection', (event) => fail(event, event.reason));
  });
  broken.catch(() => undefined);
  return broken;
}

/** What the decoder asks of a Blob, given by any bytes; `failure` rejects with what went wrong there. */
function watched(input: RandomAccess): { asBlob: Blob; failure: Promise<never> } {
  let fail: (cause: unknown) => void;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failure.catch(() => undefined);
  const bytes = async (from: number, to: number): Promise<ArrayBuffer> => {
    try {
      const { buffer, byteOffset, byteLength } = await input.slice(from, to);
      return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
    } catch (cause) {
      fail(cause);
      throw cause;
    }
  };
  const slice = (from: number, to: number): Pick<Blob, 'arrayBuffer'> => ({
    arrayBuffer: () => bytes(from, to),
  });
  return { asBlob: { size: input.size, slice } as Blob, failure };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
