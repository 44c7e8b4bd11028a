import {
  type ArrowData,
  DATE,
  DECIMAL,
  dayReader,
  FLOAT,
  halves,
  INT,
  integers,
  longOf,
  TIMESTAMP,
  WORD,
} from './arrow-buffers';
import { dayInRange } from './date-reader';
import type { MoneyReader } from './money-reader';
import type { WordHash } from './word-hash';

/** Amounts are whole hundredths up to here: larger doubles have no hundredths. */
const MAX_CENTS = 1e15;
const MAX_SCALE = 22;
const MAX_INT = 2 ** 31 - 1;
/** Stands for an empty cell in the hash of a row. */
const EMPTY = 0x6e756c6c;

/** What the cells of a chunk say without the way over a text. */
export interface ChunkValues {
  /** Reads the amount; false where there is none, undefined where only the text tells. Null: the column has no numbers. */
  money: ((row: number, to: MoneyReader) => boolean | undefined) | null;
  /** The day, NaN where there is none. Null: the column has no dates. */
  day: ((row: number) => number) | null;
  /** The cell where it is a whole number of 31 bits, undefined for any other. Null: the column has no whole numbers. */
  whole: ((row: number) => number | undefined) | null;
  /** Adds the cell to the hash of its row. Null: only the text tells cells apart. */
  hash: ((row: number, to: WordHash) => void) | null;
}

/** `isThere` tells the cells that hold something; null: all do. */
export function chunkValues(data: ArrowData, isThere: ((row: number) => boolean) | null): ChunkValues {
  const money = moneyReader(data);
  const day = data.type.typeId === DATE || data.type.typeId === TIMESTAMP ? dayReader(data) : null;
  const whole = wholeReader(data);
  const hash = hasher(data);
  return {
    money: money && ((row, to) => (isThere === null || isThere(row) ? money(row, to) : false)),
    day: day && ((row) => (isThere === null || isThere(row) ? dayInRange(day(row)) : Number.NaN)),
    whole: whole && ((row) => (isThere === null || isThere(row) ? whole(row) : undefined)),
    hash:
      hash &&
      ((row, to) => {
        if (isThere === null || isThere(row)) hash(row, to);
        else to.addWord(EMPTY);
      }),
  };
}

function moneyReader(data: ArrowData): ChunkValues['money'] {
  const { type, values } = data;
  if (type.typeId === FLOAT && values instanceof Float64Array)
    return (row, to) => setDouble(to, values[row]!);
  if (type.typeId === INT) return type.bitWidth === 64 ? longs(data) : wholes(data);
  return type.typeId === DECIMAL && (type.bitWidth ?? 128) === 128 ? decimals(data) : null;
}

function setDouble(to: MoneyReader, value: number): boolean | undefined {
  if (!Number.isFinite(value)) return false;
  const cents = Math.round(value * 100);
  // Most amounts: two places, and no other double is closer to them.
  if (Math.abs(cents) >= MAX_CENTS || cents / 100 !== value) return undefined;
  return to.set(cents, 2);
}

function wholes(data: ArrowData): ChunkValues['money'] {
  const values = integers(data);
  return values && ((row, to) => to.set(values[row]!, 0));
}

function longs(data: ArrowData): ChunkValues['money'] {
  const words = halves(data);
  const signed = data.type.isSigned !== false;
  return (
    words &&
    ((row, to) => {
      const value = longOf(words, row, signed);
      return Number.isSafeInteger(value) ? to.set(value, 0) : undefined;
    })
  );
}

function decimals(data: ArrowData): ChunkValues['money'] {
  const words = halves(data);
  const scale = data.type.scale ?? 0;
  if (!words || scale < 0 || scale > MAX_SCALE) return null;
  return (row, to) => {
    const at = row * 4;
    const high = words[at + 1]!;
    const fits = words[at + 2] === words[at + 3] && words[at + 2] === high >> 31;
    const value = high * WORD + (words[at]! >>> 0);
    return fits && Number.isSafeInteger(value) ? to.set(value, scale) : undefined;
  };
}

function wholeReader(data: ArrowData): ChunkValues['whole'] {
  const { type } = data;
  if (type.typeId !== INT) return null;
  const small = type.bitWidth === 64 ? null : integers(data);
  if (small) return (row) => inRange(small[row]!);
  const words = halves(data);
  return words && type.bitWidth === 64
    ? (row) => (words[row * 2 + 1] === 0 ? inRange(words[row * 2]!) : undefined)
    : null;
}

function inRange(value: number): number | undefined {
  return value >= 0 && value <= MAX_INT ? value : undefined;
}

/** Cells of a fixed width are told apart by their words. */
function hasher(data: ArrowData): ChunkValues['hash'] {
  const { type, values } = data;
  const small = type.typeId === INT && type.bitWidth !== 64 ? integers(data) : null;
  if (small) return (row, to) => to.addWord(small[row]!);
  const fixed = [INT, FLOAT, DECIMAL, DATE, TIMESTAMP].includes(type.typeId) && ArrayBuffer.isView(values);
  const words = fixed ? halves(data) : null;
  if (!words || data.length === 0) return null;
  const width = words.length / data.length;
  if (!Number.isInteger(width)) return null;
  return (row, to) => {
    for (let at = row * width; at < (row + 1) * width; at += 1) to.addWord(words[at]!);
  };
}
