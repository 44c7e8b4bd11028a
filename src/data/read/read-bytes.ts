import { RfmError } from '../../util/rfm-error';
import { objectTable } from './cell-tables';
import { close, collect, type Peeked, peek } from './chunks';
import { detectEncoding, isAscii, toUtf8 } from './encoding';
import { firstObjects } from './first-objects';
import { binaryFormat, checkDeclared, detectFormat, type Format, isGzip } from './format';
import { gunzip } from './gunzip';
import { jsonTable } from './json-table';
import { type Look, SAMPLE_ROWS } from './looked-at';
import { BlobAccess, type RandomAccess } from './random-access';
import { readColumnsOnce } from './read-columns';
import { readCsv, type Sample } from './read-csv';
import type { Memory, ReadOptions, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { type Remembered, readFrom } from './read-together';

/** How much of a file is looked at before it is read. */
const SAMPLE_BYTES = 1 << 18;

/** Bytes that can be read from the beginning as often as needed. `total` is 0 where it is not known. */
export interface ByteInput {
  /** What people call it: the name of a file, an address. */
  name?: string;
  total: number;
  open(): AsyncIterable<Uint8Array>;
  /** The same for formats that are read by places; where it is left out the bytes are gathered. */
  whole?: () => Promise<RandomAccess>;
}

/** Readers of formats that are no text, where this thread has them. */
export interface BinaryReaders {
  parquet: BinaryReader<RandomAccess>;
  arrow: BinaryReader<Uint8Array>;
  workbook: BinaryReader<RandomAccess>;
}

type BinaryReader<T> = (
  input: T,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
) => Promise<ReadOutcome>;

/** Thrown where a format is met whose reader this thread lacks. */
export class ReaderMissing extends Error {}

/**
 * Reads files of any format, packed by gzip or not, in whatever encoding, into encoded batches; given a memory, as
 * further ones of what it is of.
 */
export function readBytes(
  inputs: readonly ByteInput[],
  begin: ReadRequest | Memory,
  sink: ReadSink,
  signal?: AbortSignal,
  binary?: BinaryReaders,
): Promise<Remembered> {
  const parts = inputs.map((one) => ({
    name: one.name,
    size: () => one.total,
    read: (settled: ReadRequest, to: ReadSink) => readOnce(one, settled, to, signal, binary),
  }));
  return readFrom(begin, parts, sink);
}

async function readOnce(
  input: ByteInput,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
  binary: BinaryReaders | undefined,
): Promise<ReadOutcome> {
  const { head, all } = await peek(counted(input, sink), 8);
  const kind = binaryFormat(head);
  if (!isGzip(head)) checkDeclared(request.options.format, kind);
  if (kind) {
    if (!binary) throw new ReaderMissing();
    const settled = knowing(request, { format: kind === 'zip' ? 'xlsx' : kind });
    if (kind === 'arrow') return binary.arrow(await collect(all), settled, sink, signal);
    const whole = input.whole ?? (async () => new BlobAccess(new Blob([(await collect(all)) as BlobPart])));
    if (input.whole) await close(all);
    const read = kind === 'zip' ? binary.workbook : binary.parquet;
    return read(await whole(), settled, sink, signal);
  }
  const { encoding, format, text, sample } = await beginBytes(all, request.options);
  const settled = knowing(request, { format, encoding });
  try {
    if (format === 'json' || format === 'ndjson')
      return { ...(await readJson(text, format, settled, sink, signal)), encoding };
    return { ...(await readCsv(text.all, sample, settled, sink, signal)), encoding };
  } finally {
    await close(text.all);
  }
}

/** The request of somebody who looks, with what is known by now. */
function knowing(request: ReadRequest, known: Partial<Look>): ReadRequest {
  return request.look ? { ...request, look: { ...request.look, ...known } } : request;
}

/** What a file is, told from its beginning, and all of it as text in UTF-8. */
interface BytesBeginning {
  encoding: string;
  format: Format;
  text: Peeked;
  sample: Sample;
}

/** Looks at the beginning of a file: unpacks it, tells encoding and format. Throws what cannot be read, by its name. */
async function beginBytes(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<BytesBeginning> {
  const raw = await peek(unpack(await peek(chunks, 4)), SAMPLE_BYTES);
  if (raw.head.length === 0)
    throw new RfmError('no-rows', 'The file is empty: it has no rows. Choose another file.');
  const encoding = detectEncoding(raw.head, options.encoding);
  const format = detectFormat(raw.head, options.format);
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
    yield* gunzip(all);
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
  text: Peeked,
  format: 'json' | 'ndjson',
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  if (request.look && !text.whole) {
    const first = objectTable(firstObjects(text.head, SAMPLE_ROWS));
    // One object may hold all the rows: then all of it is looked at.
    if (first.length > 1) return readColumnsOnce(first, knowing(request, { whole: false }), sink, signal);
  }
  const all = new TextDecoder().decode(await collect(text.all));
  return readColumnsOnce(jsonTable(all, format), request, sink, signal);
}
