import { RfmError, throwIfAborted, toRfmError } from '../util/rfm-error';
import { arrowTable, columnTable, objectTable } from './read/cell-tables';
import { streamChunks } from './read/chunks';
import type { CellTable } from './read/read-columns';
import type { WorkerInput } from './read/read-in-worker';
import type { ArrowTableLike, SourceInput } from './source-options';

/** An input as the reader takes it: bytes that can be read again, or a table in memory. */
export type PreparedInput = { kind: 'bytes'; bytes: WorkerInput } | { kind: 'table'; table: CellTable };

/** Chunks are moved out of the page's memory into a Blob whenever this much has come. */
const RETAIN_BYTES = 8 << 20;

/** Tells what was given and makes it readable. Nothing is fetched before it is read. */
export function prepareInput(input: SourceInput, fetchOptions: RequestInit | undefined): PreparedInput {
  if (typeof input === 'string' || input instanceof URL) return bytes(addressBytes(input, fetchOptions));
  if (input instanceof Blob) return bytes(blobBytes(input));
  if (input instanceof ArrayBuffer) return bytes(blobBytes(new Blob([input])));
  if (input instanceof Uint8Array) return bytes(blobBytes(new Blob([input as Uint8Array<ArrayBuffer>])));
  if (typeof Response !== 'undefined' && input instanceof Response) return bytes(responseBytes(input));
  if (input instanceof ReadableStream) return bytes(retained(async () => ({ stream: input, total: 0 })));
  if (Array.isArray(input))
    return { kind: 'table', table: objectTable(input as readonly Record<string, unknown>[]) };
  if (isArrowTable(input)) return { kind: 'table', table: arrowTable(input) };
  if (isColumns(input)) return { kind: 'table', table: columnTable(input) };
  throw new RfmError(
    'format-unknown',
    'This input cannot be read. Give an address, a File or Blob, bytes, a Response, a stream, an Arrow table, an array of objects or an object of columns.',
  );
}

function bytes(input: WorkerInput): PreparedInput {
  return { kind: 'bytes', bytes: input };
}

/** Told by its shape: `instanceof` fails between two copies of Arrow. */
function isArrowTable(input: object): input is ArrowTableLike {
  return 'schema' in input && 'numRows' in input && 'getChild' in input;
}

function isColumns(input: unknown): input is Record<string, ArrayLike<unknown>> {
  if (typeof input !== 'object' || input === null) return false;
  const columns = Object.values(input);
  return (
    columns.length > 0 &&
    columns.every((column) => typeof column === 'object' && column !== null && 'length' in column)
  );
}

function blobBytes(blob: Blob): WorkerInput {
  return { blob, total: blob.size, open: () => readable(streamChunks(blob.stream())) };
}

/** A dropped file that has changed or gone since answers with a DOMException: say what happened. */
async function* readable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (cause) {
    throw new RfmError(
      'file-unreadable',
      'The file can no longer be read. It may have been changed, moved or closed since it was chosen: choose it again.',
      { cause },
    );
  }
}

function responseBytes(response: Response): WorkerInput {
  return retained(async () => ({ stream: bodyOf(response, response.url), total: lengthOf(response) }));
}

function addressBytes(input: string | URL, fetchOptions: RequestInit | undefined): WorkerInput {
  const address = resolve(input);
  return retained(async () => {
    const response = await request(address, fetchOptions);
    return { stream: bodyOf(response, address), total: lengthOf(response) };
  });
}

function resolve(input: string | URL): string {
  try {
    return new URL(input, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  } catch (cause) {
    throw new RfmError('network', `"${input}" is no address that can be fetched.`, {
      cause,
      details: { url: String(input) },
    });
  }
}

async function request(address: string, options: RequestInit | undefined): Promise<Response> {
  try {
    return await fetch(address, options);
  } catch (cause) {
    throwIfAborted(options?.signal ?? undefined);
    throw new RfmError(
      'network',
      `${address} could not be fetched. Check the address and the connection, and that the server allows this page to read it (CORS).`,
      { cause, details: { url: address } },
    );
  }
}

function bodyOf(response: Response, address: string): ReadableStream<Uint8Array> {
  if (!response.ok)
    throw new RfmError(
      'network',
      `The server answered ${response.status} ${response.statusText} for ${address}. Check the address and whether you may read it.`,
      { details: { url: address, status: response.status } },
    );
  if (!response.body)
    throw new RfmError('no-rows', `The server sent nothing for ${address}.`, { details: { url: address } });
  return response.body;
}

/** Bytes to come, for the progress bar; packed transfers do not say. */
function lengthOf(response: Response): number {
  return response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length') ?? 0);
}

/**
 * Bytes that come once: they are kept in a Blob while they pass, outside the page's memory, so that they can be read
 * again (day and month turned out the other way round, the engine died) without asking the server twice.
 */
function retained(start: () => Promise<{ stream: ReadableStream<Uint8Array>; total: number }>): WorkerInput {
  let kept: Promise<Blob> | undefined;
  const input: WorkerInput = {
    blob: null,
    total: 0,
    async *open() {
      if (kept) {
        yield* streamChunks((await kept).stream());
        return;
      }
      const keeper = new Keeper();
      kept = keeper.blob;
      try {
        const { stream, total } = await start();
        input.total = total;
        const reader = stream.getReader();
        keeper.rest(reader);
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          keeper.add(next.value);
          yield next.value;
        }
        keeper.finish();
      } catch (error) {
        // What could not be read to its end is fetched anew the next time.
        kept = undefined;
        throw toRfmError(error, 'network');
      } finally {
        keeper.abandon();
      }
    },
  };
  return input;
}

/** Gathers the chunks of a stream into a Blob. */
class Keeper {
  readonly blob: Promise<Blob>;
  private parts: Blob[] = [];
  private recent: Uint8Array[] = [];
  private size = 0;
  private resolve: (blob: Blob) => void = () => undefined;
  private reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  private finished = false;

  constructor() {
    this.blob = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  rest(reader: ReadableStreamDefaultReader<Uint8Array>): void {
    this.reader = reader;
  }

  add(chunk: Uint8Array): void {
    // A copy: the chunk itself is handed to the worker.
    this.recent.push(chunk.slice());
    this.size += chunk.length;
    if (this.size < RETAIN_BYTES) return;
    this.parts.push(new Blob(this.recent as BlobPart[]));
    this.recent = [];
    this.size = 0;
  }

  finish(): void {
    if (this.finished) return;
    this.finished = true;
    this.resolve(new Blob([...this.parts, ...(this.recent as BlobPart[])]));
  }

  /** The reading stopped in the middle, to begin again: takes in what is still to come. */
  abandon(): void {
    if (this.finished || !this.reader) return;
    void this.drain(this.reader);
  }

  private async drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) this.add(next.value);
    } catch {
      // The load was aborted, or the connection broke: nobody waits for the rest.
    }
    this.finish();
  }
}
