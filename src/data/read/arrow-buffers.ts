import { RfmError } from '../../util/rfm-error';
import type { ArrowTableLike } from '../source-options';

/** A chunk of a column as all versions of Arrow for JavaScript lay it out. */
export interface ArrowData {
  type: ArrowType;
  length: number;
  offset: number;
  nullCount: number;
  nullBitmap?: Uint8Array | null;
  values?: ArrayBufferView;
  valueOffsets?: ArrayBufferView;
  dictionary?: ArrowVector | null;
}

export interface ArrowType {
  typeId: number;
  bitWidth?: number;
  isSigned?: boolean;
  precision?: number;
  scale?: number;
  unit?: number;
}

export type ArrowVector = NonNullable<ReturnType<ArrowTableLike['getChild']>> & { data?: unknown };

/** Numbers of types in the Arrow format. */
export const INT = 2;
export const FLOAT = 3;
export const BINARY = 4;
export const TEXT = 5;
export const DECIMAL = 7;
export const DATE = 8;
export const TIMESTAMP = 10;
export const LARGE_BINARY = 19;
export const LARGE_TEXT = 20;
export const DICTIONARY = -1;

const DAY_MS = 86_400_000;
/** Units of a day in a timestamp: seconds, milli-, micro-, nanoseconds. */
const DAY_UNITS = [86_400, DAY_MS, DAY_MS * 1e3, DAY_MS * 1e6];
export const WORD = 4_294_967_296;

/** Bytes of a number of each precision. */
const FLOAT_BYTES = [2, 4, 8];

/** Throws where a chunk says that it has more cells than lie in its buffers, as a damaged file does. */
export function checkHeld({ type, length, values, valueOffsets }: ArrowData): void {
  const width = cellBytes(type);
  const room = valueOffsets
    ? elements(valueOffsets) - 1
    : width && ArrayBuffer.isView(values)
      ? values.byteLength / width
      : length;
  if (length > 0 && room < length) throw unsound(`a column of ${length} cells holds ${Math.floor(room)}`);
}

/** The error of an Arrow table whose buffers are not what it says of them. */
export function unsound(what: string): RfmError {
  return new RfmError('file-unreadable', `The Arrow table is damaged or cut off (${what}). Write it again.`);
}

function cellBytes({ typeId, bitWidth, precision, unit }: ArrowType): number | null {
  switch (typeId) {
    case INT:
      return (bitWidth ?? 32) / 8;
    case FLOAT:
      return FLOAT_BYTES[precision ?? -1] ?? null;
    case DECIMAL:
      return (bitWidth ?? 128) / 8;
    case DATE:
      return unit === 0 ? 4 : 8;
    case TIMESTAMP:
      return 8;
    default:
      return null;
  }
}

function elements(view: ArrayBufferView): number {
  return 'length' in view ? Number(view.length) : view.byteLength;
}

/** The day a date or timestamp lies in, in UTC. */
export function dayReader(data: ArrowData): ((row: number) => number) | null {
  const { values, type } = data;
  if (type.typeId === DATE && type.unit === 0)
    return values instanceof Int32Array && values.length >= data.length ? (row) => values[row]! : null;
  const words = halves(data);
  const units = type.typeId === DATE ? DAY_MS : DAY_UNITS[type.unit ?? -1];
  if (!words || units === undefined) return null;
  return (row) => {
    const time = longOf(words, row, true);
    if (Number.isSafeInteger(time)) return Math.floor(time / units);
    // Nanoseconds are no safe integers: close to midnight, rounding them would change the day.
    const exact = bigOf(words, row, true);
    const whole = exact / BigInt(units);
    return Number(exact < 0n && exact % BigInt(units) !== 0n ? whole - 1n : whole);
  };
}

export function integers({ values }: ArrowData): ArrayLike<number> | null {
  return values instanceof Int8Array ||
    values instanceof Uint8Array ||
    values instanceof Int16Array ||
    values instanceof Uint16Array ||
    values instanceof Int32Array ||
    values instanceof Uint32Array
    ? values
    : null;
}

/** Values of 64 or 128 bits as 32-bit words, the lowest first. */
export function halves({ values }: ArrowData): Int32Array | null {
  if (!ArrayBuffer.isView(values) || values.byteOffset % 4 !== 0) return null;
  return new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
}

export function longOf(words: Int32Array, row: number, signed: boolean): number {
  const high = words[row * 2 + 1]!;
  return (signed ? high : high >>> 0) * WORD + (words[row * 2]! >>> 0);
}

export function bigOf(words: Int32Array, row: number, signed: boolean): bigint {
  const high = words[row * 2 + 1]!;
  return (BigInt(signed ? high : high >>> 0) << 32n) | BigInt(words[row * 2]! >>> 0);
}
