import { isoOf } from '../../util/calendar';
import type { ArrowTableLike } from '../source-options';
import { encode } from './bytes';
import { scaledText, writeInteger, writeScaled } from './digits';

/** Where a cell is written: bytes of one's own, or those of the column the cell lies in. */
export interface CellTarget {
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Room for short cells. */
  readonly scratch: Uint8Array;
}

/** Gives the cell of a row, as the text that a CSV file would hold for it. */
export type CellWriter = (row: number, to: CellTarget) => void;

/** Room that every number and date fits into. */
export const SCRATCH_BYTES = 96;

/** A chunk of a column as all versions of Arrow for JavaScript lay it out. */
interface ArrowData {
  type: ArrowType;
  length: number;
  offset: number;
  nullCount: number;
  nullBitmap?: Uint8Array | null;
  values?: ArrayBufferView;
  valueOffsets?: ArrayBufferView;
  dictionary?: ArrowVector | null;
}

interface ArrowType {
  typeId: number;
  bitWidth?: number;
  isSigned?: boolean;
  precision?: number;
  scale?: number;
  unit?: number;
}

export type ArrowVector = NonNullable<ReturnType<ArrowTableLike['getChild']>> & { data?: unknown };

/** Numbers of types in the Arrow format. */
const INT = 2;
const FLOAT = 3;
const BINARY = 4;
const TEXT = 5;
const DECIMAL = 7;
const DATE = 8;
const TIMESTAMP = 10;
const LARGE_BINARY = 19;
const LARGE_TEXT = 20;
const DICTIONARY = -1;

const DAY_MS = 86_400_000;
/** Units of a day in a timestamp: seconds, milli-, micro-, nanoseconds. */
const DAY_UNITS = [86_400, DAY_MS, DAY_MS * 1e3, DAY_MS * 1e6];
const WORD = 2 ** 32;

/** Days whose text is kept: a century of them. */
const MOST_DAYS = 36_525;

const NOTHING = new Uint8Array(0);

/** The cells of an Arrow column, straight from its buffers; null where they are laid out in a way unknown here. */
export function arrowCells(vector: ArrowVector): CellWriter | null {
  if (!Array.isArray(vector.data) || vector.data.length === 0) return null;
  const chunks = vector.data as ArrowData[];
  const writers = chunks.map(chunkWriter);
  if (writers.includes(null)) return null;
  if (writers.length === 1) return writers[0]!;
  let at = 0;
  let first = 0;
  return (row, to) => {
    if (row < first) {
      at = 0;
      first = 0;
    }
    while (row >= first + chunks[at]!.length) {
      first += chunks[at]!.length;
      at += 1;
    }
    writers[at]!(row - first, to);
  };
}

function chunkWriter(data: ArrowData): CellWriter | null {
  if (typeof data !== 'object' || data === null || typeof data.type?.typeId !== 'number') return null;
  const write = valueWriter(data);
  if (!write) return null;
  const { nullBitmap, nullCount, offset } = data;
  if (nullCount === 0 || !nullBitmap || nullBitmap.length === 0) return write;
  return (row, to) => {
    const bit = offset + row;
    if ((nullBitmap[bit >> 3]! >> (bit & 7)) & 1) write(row, to);
    else writeNothing(to);
  };
}

function valueWriter(data: ArrowData): CellWriter | null {
  const { type } = data;
  switch (type.typeId) {
    case INT:
      return intWriter(data);
    case FLOAT:
      return floatWriter(data);
    case DECIMAL:
      return type.bitWidth === undefined || type.bitWidth === 128 ? decimalWriter(data) : null;
    case DATE:
    case TIMESTAMP:
      return dayWriter(data);
    case TEXT:
    case BINARY:
    case LARGE_TEXT:
    case LARGE_BINARY:
      return textWriter(data);
    case DICTIONARY:
      return dictionaryWriter(data);
    default:
      return null;
  }
}

function intWriter(data: ArrowData): CellWriter | null {
  if (data.type.bitWidth === 64) return longWriter(data);
  const values = integers(data);
  return values && ((row, to) => finish(to, writeInteger(to.scratch, 0, values[row]!)));
}

function longWriter(data: ArrowData): CellWriter | null {
  const words = halves(data);
  if (!words) return null;
  const signed = data.type.isSigned !== false;
  return (row, to) => {
    const value = longOf(words, row, signed);
    if (Number.isSafeInteger(value)) finish(to, writeInteger(to.scratch, 0, value));
    else writeText(to, String(bigOf(words, row, signed)));
  };
}

function floatWriter({ values, type }: ArrowData): CellWriter | null {
  if (values instanceof Float64Array) return (row, to) => writeDouble(to, values[row]!);
  // The shortest digits that mean the same number of 32 bits: 0.1, not 0.10000000149011612.
  if (values instanceof Float32Array && type.precision === 1)
    return (row, to) => writeDouble(to, shortest(values[row]!));
  return null;
}

function writeDouble(to: CellTarget, value: number): void {
  if (Number.isSafeInteger(value)) {
    finish(to, writeInteger(to.scratch, 0, value));
    return;
  }
  const cents = Math.round(value * 100);
  // Most amounts: two places, and no other double is closer to them.
  if (Math.abs(cents) < 1e15 && cents / 100 === value) {
    const end = writeScaled(to.scratch, 0, cents, 2);
    finish(to, cents % 10 === 0 ? end - 1 : end);
  } else writeText(to, String(value));
}

function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return value;
}

function decimalWriter(data: ArrowData): CellWriter | null {
  const words = halves(data);
  if (!words) return null;
  const scale = data.type.scale ?? 0;
  return (row, to) => {
    const at = row * 4;
    const [a, b, c, d] = [words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!];
    const fits = c === d && c === b >> 31;
    const value = fits ? b * WORD + (a >>> 0) : Number.NaN;
    if (Number.isSafeInteger(value) && scale >= 0 && scale < 30)
      finish(to, writeScaled(to.scratch, 0, value, scale));
    else {
      const low = (BigInt(b >>> 0) << 32n) | BigInt(a >>> 0);
      const high = (BigInt(d) << 32n) | BigInt(c >>> 0);
      writeText(to, scaledText((high << 64n) | low, scale));
    }
  };
}

function dayWriter(data: ArrowData): CellWriter | null {
  const dayOf = dayReader(data);
  if (!dayOf) return null;
  // Many rows share few days.
  const texts = new Map<number, Uint8Array>();
  return (row, to) => {
    const day = dayOf(row);
    let text = texts.get(day);
    if (!text) {
      text = encode(isoOf(day));
      if (texts.size < MOST_DAYS) texts.set(day, text);
    }
    to.bytes = text;
    to.start = 0;
    to.end = text.length;
  };
}

/** The day a date or timestamp lies in, in UTC. */
function dayReader(data: ArrowData): ((row: number) => number) | null {
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

function textWriter({ values, valueOffsets }: ArrowData): CellWriter | null {
  if (!(values instanceof Uint8Array)) return null;
  if (!(valueOffsets instanceof Int32Array) && !(valueOffsets instanceof BigInt64Array)) return null;
  return (row, to) => {
    to.bytes = values;
    to.start = Number(valueOffsets[row]!);
    to.end = Number(valueOffsets[row + 1]!);
  };
}

function dictionaryWriter(data: ArrowData): CellWriter | null {
  const { dictionary } = data;
  const keys = integers(data);
  const write = keys && dictionary && arrowCells(dictionary);
  return write ? (row, to) => write(keys[row]!, to) : null;
}

function integers({ values }: ArrowData): ArrayLike<number> | null {
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
function halves({ values }: ArrowData): Int32Array | null {
  if (!ArrayBuffer.isView(values) || values.byteOffset % 4 !== 0) return null;
  return new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
}

function longOf(words: Int32Array, row: number, signed: boolean): number {
  const high = words[row * 2 + 1]!;
  return (signed ? high : high >>> 0) * WORD + (words[row * 2]! >>> 0);
}

function bigOf(words: Int32Array, row: number, signed: boolean): bigint {
  const high = words[row * 2 + 1]!;
  return (BigInt(signed ? high : high >>> 0) << 32n) | BigInt(words[row * 2]! >>> 0);
}

function writeNothing(to: CellTarget): void {
  to.bytes = NOTHING;
  to.start = 0;
  to.end = 0;
}

function finish(to: CellTarget, end: number): void {
  to.bytes = to.scratch;
  to.start = 0;
  to.end = end;
}

function writeText(to: CellTarget, text: string): void {
  finish(to, 0);
  for (let i = 0; i < text.length; i += 1) to.scratch[i] = text.charCodeAt(i);
  to.end = text.length;
}
