import {
  configure,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { RfmError } from '../../util/rfm-error';

// Not by workers of its own: strict policies forbid those made from text, and this is one already.
configure({ useWebWorkers: false });

/** A ZIP archive in memory, whose files are unpacked one by one, each held against its length and its sum. */
export class ZipArchive {
  readonly names: readonly string[];
  private readonly files: ReadonlyMap<string, FileEntry>;

  private constructor(files: ReadonlyMap<string, FileEntry>) {
    this.files = files;
    this.names = [...files.keys()];
  }

  /** @throws {RfmError} `file-unreadable` where it is damaged or cut off. */
  static async open(bytes: Uint8Array): Promise<ZipArchive> {
    const reader = new ZipReader(new Uint8ArrayReader(bytes), {
      strictness: 'tolerant',
      checkSignature: true,
    });
    const entries = await reader.getEntries().catch((cause: unknown) => {
      throw damaged(cause);
    });
    return new ZipArchive(
      new Map(entries.flatMap((entry) => (entry.directory ? [] : [[entry.filename, entry]]))),
    );
  }

  /**
   * The bytes of a file, piece by piece, no more of them unpacked than are taken; none where there is no such file.
   * @throws {RfmError} `file-unreadable` at its end where it is not what was packed.
   */
  async *pieces(name: string): AsyncGenerator<Uint8Array> {
    const file = this.files.get(name);
    if (!file) return;
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const enough = new AbortController();
    const unpacking = file.getData(writable, { signal: enough.signal });
    // What fails before the first piece does not reach those who wait for it; later, they hear of it by themselves.
    unpacking.catch((cause: unknown) => writable.abort(cause)).catch(() => undefined);
    const reader = readable.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
      await unpacking;
    } catch (cause) {
      throw damaged(cause);
    } finally {
      enough.abort();
    }
  }
}

/** The error of a workbook that cannot be unpacked or whose parts are not what they should be. */
export function damaged(cause: unknown): RfmError {
  return new RfmError(
    'file-unreadable',
    'The file begins like an Excel workbook or an archive but is damaged or cut off. Download or save it again.',
    { cause },
  );
}
