import { unzipSync } from 'fflate';
import { RfmError } from '../../util/rfm-error';

/** A ZIP archive in memory, whose files are unpacked one by one. */
export class ZipArchive {
  readonly names: readonly string[];
  private readonly bytes: Uint8Array;

  /** @throws {RfmError} `file-unreadable` where it is damaged or cut off. */
  constructor(bytes: Uint8Array) {
    const names: string[] = [];
    this.bytes = bytes;
    this.unpack((name) => {
      names.push(name);
      return false;
    });
    this.names = names;
  }

  /** The bytes of a file; none where there is no such file. */
  read(name: string): Uint8Array {
    return this.unpack((one) => one === name)[name] ?? new Uint8Array();
  }

  private unpack(wanted: (name: string) => boolean): Record<string, Uint8Array> {
    try {
      // Not its way by workers of its own: strict policies forbid workers made from text, and this is one already.
      return unzipSync(this.bytes, { filter: ({ name }) => wanted(name) });
    } catch (cause) {
      throw damaged(cause);
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
