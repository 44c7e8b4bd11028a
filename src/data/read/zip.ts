import { inflateSync } from 'fflate';
import { RfmError } from '../../util/rfm-error';
import { crc32 } from './crc32';

/** Where a file of an archive lies, as its list of contents says. */
interface Entry {
  /** The place of its own header. */
  at: number;
  method: number;
  packed: number;
  size: number;
  sum: number;
}

const STORED = 0;
const DEFLATED = 8;

/** Packed bytes give this many times as many at most: who claims more lies. */
const MOST_TIMES = 1032;
/** No file within that can be read is larger. */
const MOST_BYTES = 2 ** 31;

const END = 0x06054b50;
const END_BYTES = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LISTED = 0x02014b50;
/** What stands for a number that is too large for its place. */
const ELSEWHERE = 0xffff_ffff;

/** A ZIP archive in memory, whose files are unpacked one by one, each held against its length and its sum. */
export class ZipArchive {
  readonly names: readonly string[];
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly entries: ReadonlyMap<string, Entry>;

  /** @throws {RfmError} `file-unreadable` where it is damaged or cut off. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = orDamaged(() => this.list());
    this.names = [...this.entries.keys()];
  }

  /** The bytes of a file; none where there is no such file. */
  read(name: string): Uint8Array {
    const entry = this.entries.get(name);
    if (!entry) return new Uint8Array();
    if (entry.size > MOST_BYTES) throw tooLarge(name);
    return orDamaged(() => this.unpack(name, entry));
  }

  private unpack(name: string, { at, method, packed, size, sum }: Entry): Uint8Array {
    const { view } = this;
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (start + packed > this.bytes.length) throw new Error(`${name} is cut off`);
    const body = this.bytes.subarray(start, start + packed);
    if (size > (method === STORED ? packed : packed * MOST_TIMES))
      throw new Error(`${name} is no ${size} bytes`);
    const bytes = method === STORED ? body : inflated(method, body, size);
    if (bytes.length !== size || crc32(bytes) !== sum) throw new Error(`${name} is not what was packed`);
    return bytes;
  }

  private list(): Map<string, Entry> {
    const { view, bytes } = this;
    let { count, at } = this.end();
    const entries = new Map<string, Entry>();
    for (; count > 0; count -= 1) {
      if (view.getUint32(at, true) !== LISTED) throw new Error('the list of contents breaks off');
      const length = view.getUint16(at + 28, true);
      const extra = view.getUint16(at + 30, true);
      const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
      const name = new TextDecoder(isUtf8 ? 'utf-8' : 'latin1').decode(
        bytes.subarray(at + 46, at + 46 + length),
      );
      entries.set(name, this.entry(at, at + 46 + length, extra));
      at += 46 + length + extra + view.getUint16(at + 32, true);
    }
    return entries;
  }

  private entry(listed: number, extraAt: number, extra: number): Entry {
    const { view } = this;
    const large = this.largeNumbers(extraAt, extraAt + extra);
    const number = (at: number): number => {
      const value = view.getUint32(at, true);
      return value === ELSEWHERE ? (large.shift() ?? value) : value;
    };
    // In the order in which those that are too large stand elsewhere.
    const size = number(listed + 24);
    const packed = number(listed + 20);
    const at = number(listed + 42);
    const [method, sum] = [view.getUint16(listed + 10, true), view.getUint32(listed + 16, true)];
    return { at, method, packed, size, sum };
  }

  /** The numbers of 64 bits that a listed file has beside its own. */
  private largeNumbers(start: number, end: number): number[] {
    const { view } = this;
    for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== 1) continue;
      const count = Math.min(view.getUint16(at + 2, true), end - at - 4) >> 3;
      return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + 8 * i, true)));
    }
    return [];
  }

  /** How many files the list of contents has and where it begins. */
  private end(): { count: number; at: number } {
    const { view } = this;
    let end = view.byteLength - END_BYTES;
    const last = Math.max(0, end - 0xffff);
    while (view.getUint32(end, true) !== END) {
      end -= 1;
      if (end < last) throw new Error('there is no list of contents');
    }
    const locator = end - 20;
    if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
      const large = Number(view.getBigUint64(locator + 8, true));
      if (view.getUint32(large, true) === END_64)
        return {
          count: Number(view.getBigUint64(large + 32, true)),
          at: Number(view.getBigUint64(large + 48, true)),
        };
    }
    return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
  }
}

function inflated(method: number, body: Uint8Array, size: number): Uint8Array {
  if (method !== DEFLATED) throw new Error(`it is packed by method ${method}`);
  // Not its way by workers of its own: strict policies forbid workers made from text, and this is one already.
  return inflateSync(body, { out: new Uint8Array(size) });
}

function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw damaged(cause);
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

/** The error of a workbook that holds more than can be read. */
export function tooLarge(what: string): RfmError {
  return new RfmError(
    'out-of-memory',
    `The workbook holds more than can be read from Excel's format (${what}). Save the table as CSV or Parquet and load that.`,
    { details: { part: what } },
  );
}
