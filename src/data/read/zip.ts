import { RfmError } from '../../util/rfm-error';
import { streamChunks } from './chunks';
import type { RandomAccess } from './random-access';

/** The last part of an archive says where its list of files lies; a comment behind it has at most 64 kB. */
const END_BYTES = 22;
const COMMENT_BYTES = 1 << 16;

interface Entry {
  /** Where its local header lies. */
  at: number;
  size: number;
  packed: boolean;
}

/** A ZIP archive whose files can be read one by one. */
export class ZipArchive {
  readonly names: readonly string[];
  private readonly file: RandomAccess;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(file: RandomAccess, entries: ReadonlyMap<string, Entry>) {
    this.file = file;
    this.entries = entries;
    this.names = [...entries.keys()];
  }

  static async open(file: RandomAccess): Promise<ZipArchive> {
    const from = Math.max(0, file.size - END_BYTES - COMMENT_BYTES);
    const tail = viewOf(await file.slice(from, file.size));
    let at = tail.byteLength - END_BYTES;
    while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at -= 1;
    if (at < 0) throw broken();
    const size = tail.getUint32(at + 12, true);
    const start = tail.getUint32(at + 16, true);
    if (start + size > file.size) throw broken();
    return new ZipArchive(file, listed(viewOf(await file.slice(start, start + size))));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of a file, by and by. */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) throw broken();
    const header = viewOf(await this.file.slice(entry.at, entry.at + 30));
    if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw broken();
    const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    if (start + entry.size > this.file.size) throw broken();
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.chunks(start, entry)) yield decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw cause instanceof RfmError ? cause : broken(cause);
    }
    yield decoder.decode();
  }

  private chunks(start: number, { size, packed }: Entry): AsyncIterable<Uint8Array> {
    const { file } = this;
    const end = start + size;
    let at = start;
    const raw = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const next = Math.min(at + (1 << 18), end);
        if (next > at) controller.enqueue((await file.slice(at, next)) as Uint8Array<ArrayBuffer>);
        at = next;
        if (at === end) controller.close();
      },
    });
    return streamChunks(packed ? raw.pipeThrough(new DecompressionStream('deflate-raw')) : raw);
  }
}

function listed(directory: DataView): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= directory.byteLength; ) {
    if (directory.getUint32(at, true) !== 0x02014b50) break;
    const nameLength = directory.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) break;
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength),
    );
    entries.set(name.replaceAll('\\', '/'), {
      at: directory.getUint32(at + 42, true),
      size: directory.getUint32(at + 20, true),
      packed: directory.getUint16(at + 10, true) === 8,
    });
    at = next;
  }
  return entries;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function broken(cause?: unknown): RfmError {
  return new RfmError(
    'file-unreadable',
    'The file begins like an Excel workbook or an archive but is damaged or cut off. Download or save it again.',
    { cause },
  );
}
