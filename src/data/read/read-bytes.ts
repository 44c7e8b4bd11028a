import { RfmError } from '../../util/rfm-error';
import { objectTable } from './cell-tables';
import { collect, type Peeked, peek, streamChunks, toStream } from './chunks';
import { detectEncoding, isAscii, toUtf8 } from './encoding';
import { detectFormat, type Format, isGzip } from './format';
import { readColumnsOnce } from './read-columns';
import { readCsv, type Sample } from './read-csv';
import type { ReadOptions, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { readUntilSettled } from './reading-plan';

/** How much of a file is looked at before it is read. */
const SAMPLE_BYTES = 1 << 18;

/** Bytes that can be read from the beginning as often as needed. `total` is 0 where it is not known. */
export interface ByteInput {
  open(): AsyncIterable<Uint8Array>;
  total: number;
}

/** Reads a file of text (delimited, JSON; packed by gzip or not), in whatever encoding, into encoded batches. */
export async function readBytes(
  input: ByteInput,
  request: ReadRequest,
  sink: ReadSink,
  signal?: AbortSignal,
): Promise<ReadOutcome> {
  return readUntilSettled(request, sink, (settled) => readOnce(input, settled, sink, signal));
}

async function readOnce(
  input: ByteInput,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const { encoding, format, text, sample } = await beginBytes(counted(input, sink), request.options);
  if (format !== 'csv') return { ...(await readJson(text.all, format, request, sink, signal)), encoding };
  return { ...(await readCsv(text.all, sample, request, sink, signal)), encoding };
}

/** What a file is, told from its beginning, and all of it as text in UTF-8. */
export interface BytesBeginning {
  encoding: string;
  format: Format;
  text: Peeked;
  sample: Sample;
}

/** Looks at the beginning of a file: unpacks it, tells encoding and format. Throws what cannot be read, by its name. */
export async function beginBytes(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<BytesBeginning> {
  const raw = await peek(unpack(await peek(chunks, 4)), SAMPLE_BYTES);
  if (raw.head.length === 0)
    throw new RfmError('no-rows', 'The file is empty: it has no rows. Choose another file.');
  const encoding = detectEncoding(raw.head, options.encoding);
  const format = detectFormat(raw.head);
  const text = await peek(toUtf8(raw.all, encoding), SAMPLE_BYTES);
  const assumedUtf8 = !options.encoding && isAscii(raw.head);
  return { encoding, format, text, sample: { bytes: text.head, whole: text.whole, assumedUtf8 } };
}

async function* counted(input: ByteInput, sink: ReadSink): AsyncGenerator<Uint8Array> {
  let loaded = 0;
  for await (const chunk of input.open()) {
    loaded += chunk.length;
    sink.progress(loaded, input.total);
    yield chunk;
  }
}

async function* unpack({
  head,
  all,
}: {
  head: Uint8Array;
  all: AsyncIterable<Uint8Array>;
}): AsyncGenerator<Uint8Array> {
  if (!isGzip(head)) {
    yield* all;
    return;
  }
  try {
    yield* streamChunks(toStream(all).pipeThrough(new DecompressionStream('gzip')));
  } catch (cause) {
    if (cause instanceof RfmError) throw cause;
    throw new RfmError(
      'file-unreadable',
      'The packed file (gzip) is damaged or cut off: it cannot be unpacked to its end. Pack it again or load it unpacked.',
      { cause },
    );
  }
}

async function readJson(
  chunks: AsyncIterable<Uint8Array>,
  format: string,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const bytes = await collect(chunks);
  const text = new TextDecoder().decode(bytes);
  return readColumnsOnce(objectTable(parseObjects(text, format)), request, sink, signal);
}

function parseObjects(text: string, format: string): Record<string, unknown>[] {
  try {
    const parsed: unknown = format === 'json' ? JSON.parse(text) : parseLines(text);
    return Array.isArray(parsed) ? parsed : [parsed as Record<string, unknown>];
  } catch (cause) {
    throw new RfmError(
      'file-unreadable',
      `The file begins like JSON but cannot be read as such (${cause instanceof Error ? cause.message : cause}). Load an array of objects, or one object a line.`,
      { cause },
    );
  }
}

function parseLines(text: string): unknown[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
