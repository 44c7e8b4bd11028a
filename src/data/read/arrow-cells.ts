import { isoOf } from '../../util/calendar';
import {
  type ArrowData,
  type ArrowVector,
  BINARY,
  bigOf,
  checkHeld,
  DATE,
  DECIMAL,
  DICTIONARY,
  dayReader,
  FLOAT,
  halves,
  INT,
  integers,
  LARGE_BINARY,
  LARGE_TEXT,
  longOf,
  TEXT,
  TIMESTAMP,
  unsound,
  WORD,
} from './arrow-buffers';
import { type ChunkValues, chunkValues } from './arrow-values';
import { encode } from './bytes';
import type { CellColumn } from './cell-column';
import { scaledText, writeInteger, writeScaled } from './digits';
import type { MoneyReader } from './money-reader';
import type { WordHash } from './word-hash';

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

/** Days whose text is kept: a century of them. */
const MOST_DAYS = 36_525;

const NOTHING = new Uint8Array(0);

/** The cells of an Arrow column, straight from its buffers; null where they are laid out in a way unknown here. */
export function arrowColumn(vector: ArrowVector): CellColumn | null {
  if (!Array.isArray(vector.data) || vector.data.length === 0) return null;
  const chunks = (vector.data as ArrowData[]).map(chunkOf);
  return chunks.includes(null) ? null : new ArrowColumn(chunks as Chunk[]);
}

interface Chunk {
  length: number;
  write: CellWriter;
  values: ChunkValues;
}

function chunkOf(data: ArrowData): Chunk | null {
  if (typeof data !== 'object' || data === null || typeof data.type?.typeId !== 'number') return null;
  checkHeld(data);
  const write = valueWriter(data);
  if (!write) return null;
  const isThere = presence(data);
  return {
    length: data.length,
    write: isThere
      ? (row, to) => {
          if (isThere(row)) write(row, to);
          else writeNothing(to);
        }
      : write,
    values: chunkValues(data, isThere),
  };
}

/** Tells the cells that hold something; null: all do. */
function presence({ nullBitmap, nullCount, offset }: ArrowData): ((row: number) => boolean) | null {
  if (nullCount === 0 || !nullBitmap || nullBitmap.length === 0) return null;
  return (row) => ((nullBitmap[(offset + row) >> 3]! >> ((offset + row) & 7)) & 1) === 1;
}

/** A column in chunks; rows are asked for one after the other. */
class ArrowColumn implements CellColumn {
  private readonly chunks: readonly Chunk[];
  private chunk: Chunk;
  private at = 0;
  private first = 0;

  constructor(chunks: readonly Chunk[]) {
    this.chunks = chunks;
    this.chunk = chunks[0]!;
  }

  write(row: number, to: CellTarget): void {
    const local = this.seek(row);
    this.chunk.write(local, to);
  }

  money(row: number, to: MoneyReader): boolean | undefined {
    const local = this.seek(row);
    return this.chunk.values.money?.(local, to);
  }

  day(row: number): number | undefined {
    const local = this.seek(row);
    return this.chunk.values.day?.(local);
  }

  whole(row: number): number | undefined {
    const local = this.seek(row);
    return this.chunk.values.whole?.(local);
  }

  hash(row: number, to: WordHash): boolean {
    const local = this.seek(row);
    const { hash } = this.chunk.values;
    hash?.(local, to);
    return hash !== null;
  }

  /** The row's place in its chunk, which becomes the current one. */
  private seek(row: number): number {
    if (row < this.first) {
      this.at = 0;
      this.first = 0;
      this.chunk = this.chunks[0]!;
    }
    while (row >= this.first + this.chunk.length) {
      const next = this.chunks[this.at + 1];
      if (!next) throw unsound(`a column has no row ${row + 1}`);
      this.first += this.chunk.length;
      this.at += 1;
      this.chunk = next;
    }
    return row - this.first;
  }
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

function textWriter({ values, valueOffsets }: ArrowData): CellWriter | null {
  if (!(values instanceof Uint8Array)) return null;
  if (!(valueOffsets instanceof Int32Array) && !(valueOffsets instanceof BigInt64Array)) return null;
  return (row, to) => {
    const start = Number(valueOffsets[row]);
    const end = Number(valueOffsets[row + 1]);
    if (!(start >= 0 && start <= end && end <= values.length))
      throw unsound(`the text of row ${row + 1} lies outside its column`);
    to.bytes = values;
    to.start = start;
    to.end = end;
  };
}

function dictionaryWriter(data: ArrowData): CellWriter | null {
  const { dictionary, length } = data;
  const keys = integers(data);
  const words = keys && dictionary && arrowColumn(dictionary);
  if (!words) return null;
  if (keys.length < length) throw unsound('a column of words is cut off');
  return (row, to) => words.write(keys[row]!, to);
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
