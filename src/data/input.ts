import { aborted, RfmError, throwIfAborted, toRfmError } from '../util/rfm-error';
import { arrowTable, columnTable, objectTable } from './read/cell-tables';
import { streamChunks } from './read/chunks';
import { BlobAccess, type RandomAccess } from './read/random-access';
import type { CellTable } from './read/read-columns';
import type { WorkerInput } from './read/read-in-worker';
import { openRanges } from './read/remote-file';
import type { ArrowTableLike, SourceInput } from './source-options';

/** An input as the reader takes it: bytes that can be read again, or a table in memory. */
export type PreparedInput = { kind: 'bytes'; bytes: WorkerInput } | { kind: 'table'; table: CellTable };

/** Chunks are moved out of the page's memory into a Blob whenever this much has come. */
const RETAIN_BYTES = 8 << 20;
/** Bytes that are played from that Blob at a time. */
const PLAY_BYTES = 1 << 20;
/** Smaller files are fetched whole: one request is cheaper than several. */
const RANGES_FROM = 1 << 20;

/** Tells what was given and makes it readable: one input, or several of one shape. Nothing is fetched before it is read. */
export function prepareInputs(
  input: SourceInput | readonly SourceInput[],
  fetchOptions: RequestInit | undefined,
): PreparedInput[] {
  if (!isSeveral(input)) return [prepareOne(input as SourceInput, fetchOptions)];
  return together(input.map((one) => prepareOne(one, fetchOptions)));
}

/** Files are read in a worker, tables where they lie: together, all of them go the way of the files. */
export function together(inputs: readonly PreparedInput[]): PreparedInput[] {
  return inputs.some(({ kind }) => kind === 'bytes') ? inputs.map(asBytes) : [...inputs];
}

/** The input, or the first of several. */
export function prepareInput(
  input: SourceInput | readonly SourceInput[],
  fetchOptions: RequestInit | undefined,
): PreparedInput {
  return prepareInputs(input, fetchOptions)[0]!;
}

/** An array of objects is the rows of one input; of anything else that can be read, it is several inputs. */
export function isSeveral(input: SourceInput | readonly SourceInput[]): input is readonly SourceInput[] {
  if (!Array.isArray(input) || input.length === 0) return false;
  return input.every((one: unknown) => isAddress(one) || isBytes(one) || isTable(one));
}

export function isAddress(input: unknown): input is string | URL {
  return typeof input === 'string' || input instanceof URL;
}

function isBytes(input: unknown): boolean {
  return (
    input instanceof Blob ||
    input instanceof ArrayBuffer ||
    ArrayBuffer.isView(input) ||
    (typeof Response !== 'undefined' && input instanceof Response) ||
    input instanceof ReadableStream
  );
}

/** A table of its own: objects, columns or Arrow. */
function isTable(input: unknown): boolean {
  if (Array.isArray(input)) return input.every((row) => typeof row === 'object' && row !== null);
  return isArrowTable(input) || isColumns(input);
}

function prepareOne(input: SourceInput, fetchOptions: RequestInit | undefined): PreparedInput {
  if (isAddress(input)) return bytes(addressBytes(input, fetchOptions));
  if (input instanceof Blob) return bytes(blobBytes(input));
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input))
    return bytes(blobBytes(new Blob([input as ArrayBufferView<ArrayBuffer> | ArrayBuffer])));
  if (typeof Response !== 'undefined' && input instanceof Response) return bytes(responseBytes(input));
  if (input instanceof ReadableStream) return bytes(retained(async () => ({ stream: input, total: 0 })));
  if (Array.isArray(input))
    return { kind: 'table', table: objectTable(input as readonly Record<string, unknown>[]) };
  if (isArrowTable(input)) return { kind: 'table', table: arrowTable(input) };
  if (isColumns(input)) return { kind: 'table', table: columnTable(input) };
  throw unreadable();
}

/** A table in memory as a file of JSON lines. */
function asBytes(input: PreparedInput): PreparedInput {
  if (input.kind === 'bytes') return input;
  const { columns, length, text } = input.table;
  const lines = Array.from(
    { length },
    (_, row) => `${JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, text(row, at)])))}\n`,
  );
  return bytes(blobBytes(new Blob(lines)));
}

function unreadable(): RfmError {
  return new RfmError(
    'format-unknown',
    'This input cannot be read. Give an address, a File or Blob, bytes, a Response, a stream, an Arrow table, an array of objects or an object of columns.',
  );
}

function bytes(input: WorkerInput): PreparedInput {
  return { kind: 'bytes', bytes: input };
}

/** Told by its shape: `instanceof` fails between two copies of Arrow. */
function isArrowTable(input: unknown): input is ArrowTableLike {
  if (typeof input !== 'object' || input === null) return false;
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
  return {
    ...(isFile(blob) && { name: blob.name }),
    blob,
    total: blob.size,
    open: () => readable(streamChunks(blob.stream())),
    whole: async () => new BlobAccess(blob),
    gather: async () => blob,
    discard: () => undefined,
  };
}

function isFile(blob: Blob): blob is File {
  return 'name' in blob;
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
  const start = async (): ReturnType<Start> => {
    const response = await request(address, fetchOptions);
    return { stream: bodyOf(response, address), total: lengthOf(response) };
  };
  const fetchRange = (range: string): Promise<Response> =>
    request(address, { ...fetchOptions, headers: withRange(fetchOptions?.headers, range) });
  // One object: its total is set once the answer has come.
  return Object.assign(
    retained(start, (size) => openRanges(size, address, fetchRange)),
    { name: nameOf(address) },
  );
}

function withRange(headers: HeadersInit | undefined, range: string): Headers {
  const all = new Headers(headers);
  all.set('range', range);
  return all;
}

/** The answer of an address, as far as it is a good one, and where it came from. */
export async function fetchFrom(
  input: string | URL,
  options: RequestInit,
): Promise<{ response: Response; url: string }> {
  const url = resolve(input);
  const response = await request(url, options);
  bodyOf(response, url);
  return { response, url };
}

/** What people know an address by: its last part, and the folders that say which partition it is (`month=2024-01/`). */
function nameOf(address: string): string {
  const path = address.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return /(?:[^/=]+=[^/]*\/)*[^/]*$/.exec(path)?.[0] || address;
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
 * Bytes that come once: they are kept while they pass, so that they can be read again (day and month turned out the
 * other way round, the engine died) without asking the server twice.
 */
function retained(start: Start, ranges?: (size: number) => Promise<RandomAccess | null>): WorkerInput {
  let tape: Tape | undefined;
  const gather = async (): Promise<Blob | RandomAccess> => {
    tape ??= new Tape(start);
    const { total } = tape;
    const remote = total >= RANGES_FROM && !tape.whole ? await ranges?.(total) : null;
    if (!remote) return tape.gather();
    // The rest is fetched by stretches: this way of getting it is given up.
    tape.stop();
    tape = undefined;
    return remote;
  };
  const input: WorkerInput = {
    blob: null,
    gather,
    async whole() {
      const all = await gather();
      return all instanceof Blob ? new BlobAccess(all) : all;
    },
    total: 0,
    async *open() {
      tape ??= new Tape(start);
      const playing = tape;
      try {
        for (let at = 0; ; ) {
          const bytes = await playing.from(at);
          input.total = playing.total;
          if (bytes === null) return;
          at += bytes.length;
          yield bytes;
        }
      } catch (error) {
        // What could not be read to its end is fetched anew the next time.
        if (tape === playing) tape = undefined;
        throw error;
      }
    },
    discard() {
      tape?.stop();
    },
  };
  return input;
}

type Start = () => Promise<{ stream: ReadableStream<Uint8Array>; total: number }>;

/** A stream that can be played from any place it has passed: old parts lie in a Blob, outside the page's memory. */
class Tape {
  total = 0;
  private readonly start: Start;
  private reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  private blob = new Blob([]);
  private recent: Uint8Array[] = [];
  private recentSize = 0;
  private ended = false;
  private stopped = false;
  private pulling: Promise<void> | undefined;

  constructor(start: Start) {
    this.start = start;
  }

  /** Some bytes from place `at` on, never more than come at once; null at the end. The caller may keep or move them. */
  async from(at: number): Promise<Uint8Array | null> {
    while (at >= this.blob.size + this.recentSize) {
      if (this.ended) return null;
      this.pulling ??= this.pull().finally(() => {
        this.pulling = undefined;
      });
      await this.pulling;
    }
    if (at < this.blob.size) return this.readBlob(at);
    let begin = this.blob.size;
    for (const chunk of this.recent) {
      if (at < begin + chunk.length) return chunk.slice(at - begin);
      begin += chunk.length;
    }
    return null;
  }

  /** Whether all of it has come. */
  get whole(): boolean {
    return this.ended;
  }

  /** All of it, once it has come. */
  async gather(): Promise<Blob> {
    while (!this.ended) await this.from(this.blob.size + this.recentSize);
    return this.blob;
  }

  /** Gives up what has not come yet. */
  stop(): void {
    if (this.ended || this.stopped) return;
    this.stopped = true;
    void this.reader?.cancel().catch(() => undefined);
  }

  private async readBlob(at: number): Promise<Uint8Array> {
    const part = this.blob.slice(at, Math.min(at + PLAY_BYTES, this.blob.size));
    return new Uint8Array(await part.arrayBuffer());
  }

  private async pull(): Promise<void> {
    try {
      this.reader ??= await this.begin();
      const { done, value } = await this.reader.read();
      if (done) this.end();
      else this.keep(value);
    } catch (cause) {
      if (cause instanceof RfmError || isAbort(cause)) throw toRfmError(cause);
      throw new RfmError(
        'network',
        `The connection broke after ${this.blob.size + this.recentSize} bytes (${cause instanceof Error ? cause.message : cause}). Load the data again.`,
        { cause },
      );
    }
  }

  private async begin(): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const { stream, total } = await this.start();
    this.total = total;
    if (stream.locked)
      throw new RfmError(
        'file-unreadable',
        'This stream has been read already. Give the data as a file or an address, or open the stream anew.',
      );
    const reader = stream.getReader();
    if (this.stopped) void reader.cancel().catch(() => undefined);
    return reader;
  }

  private end(): void {
    if (this.stopped) throw aborted();
    this.ended = true;
    this.moveToBlob();
  }

  private keep(chunk: Uint8Array): void {
    if (!(chunk instanceof Uint8Array))
      throw new RfmError('file-unreadable', 'The stream gives something other than bytes (Uint8Array).');
    this.recent.push(chunk);
    this.recentSize += chunk.length;
    if (this.recentSize >= RETAIN_BYTES) this.moveToBlob();
  }

  private moveToBlob(): void {
    this.blob = new Blob([this.blob, ...(this.recent as BlobPart[])]);
    this.recent = [];
    this.recentSize = 0;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
