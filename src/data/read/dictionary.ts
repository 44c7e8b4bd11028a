import { ByteView } from './byte-view';
import { writeInteger } from './digits';
import { NumberMap } from './number-map';
import { WordHash } from './word-hash';

/** New entries of a dictionary, as Arrow lays text out; the code of the i-th is `first` + i * `step`. */
export interface NewNames {
  first: number;
  step: 1 | -1;
  offsets: Int32Array;
  bytes: Uint8Array;
}

/** Texts up to this many bytes stand in the table itself. */
const SHORT = 11;
/** In the place of the length: a longer text, of which the table holds a hash and the length. */
const LONG = 0xff;
/** Words of a place in the table: the code and one, and three that tell the text. */
const WIDTH = 4;

/**
 * Distinct texts as dense integers in order of first appearance. A hash table over bytes: ids are never made into
 * strings on their way in. Most of the time goes to fetching from memory, so a short text is compared with what stands
 * in its place in the table, and only a longer one with the text itself.
 */
export class Dictionary {
  size = 0;
  /** New names that were no UTF-8, where `takeNew` met such. */
  broken: Uint8Array | null = null;
  private arena = new Uint8Array(1 << 16);
  private used = 0;
  /** Where each text ends in the arena; it begins where the one before it ends. */
  private ends = new Float64Array(1 << 10);
  private places = new Int32Array(WIDTH << 12);
  private taken = 0;
  private a = 0;
  private b = 0;
  private c = 0;
  private readonly wholes = new NumberMap();
  private readonly scratch = new Uint8Array(SHORT);
  private readonly view = new ByteView();
  private readonly hash = new WordHash();

  /** The code of the text in `bytes[start..end)`; a new one where it has not been seen. */
  code(bytes: Uint8Array, start: number, end: number): number {
    this.tell(bytes, start, end);
    const { places, a, b, c } = this;
    const isShort = c >>> 24 !== LONG;
    const mask = places.length - WIDTH;
    for (let at = placeOf(a, b, c) & mask; ; at = (at + WIDTH) & mask) {
      const code = places[at]! - 1;
      if (code < 0) return this.insert(at, bytes, start, end);
      if (places[at + 1] !== a || places[at + 2] !== b || places[at + 3] !== c) continue;
      if (isShort || this.equals(code, bytes, start, end)) return code;
    }
  }

  /** The code of a number from 0 to 2^31 - 1, which is that of its text. */
  codeOfWhole(number: number): number {
    const known = this.wholes.get(number);
    if (known >= 0) return known;
    const code = this.code(this.scratch, 0, writeInteger(this.scratch, 0, number));
    this.wholes.set(number, code);
    return code;
  }

  /** The three words that tell a text from others: itself and its length, or its hash where it is longer. */
  private tell(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (length > SHORT) {
      this.hash.read(bytes, start, end);
      this.a = this.hash.low;
      this.b = this.hash.high;
      this.c = (LONG << 24) | (length & 0xffffff);
      return;
    }
    this.view.turnTo(bytes);
    this.a = this.view.word(start, end);
    this.b = this.view.word(start + 4, end);
    this.c = this.view.word(start + 8, end) | (length << 24);
  }

  /** The entries added since the last call, as Arrow lays text out: offsets and bytes. */
  takeNew(): NewNames {
    const first = this.taken;
    const base = this.startOf(first);
    const offsets = new Int32Array(this.size - first + 1);
    for (let code = first; code < this.size; code += 1) offsets[code - first + 1] = this.ends[code]! - base;
    this.taken = this.size;
    const names: NewNames = { first, step: 1, offsets, bytes: this.arena.slice(base, this.used) };
    if (isUtf8(names.bytes)) return names;
    this.broken ??= names.bytes;
    return repaired(names);
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : this.ends[code - 1]!;
  }

  private equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = this.startOf(code);
    if (this.ends[code]! - at !== end - start) return false;
    for (let i = start; i < end; i += 1, at += 1) if (this.arena[at] !== bytes[i]) return false;
    return true;
  }

  private insert(at: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.size;
    this.reserve(end - start);
    this.arena.set(bytes.subarray(start, end), this.used);
    this.used += end - start;
    this.ends[code] = this.used;
    this.size += 1;
    this.places[at] = this.size;
    this.places[at + 1] = this.a;
    this.places[at + 2] = this.b;
    this.places[at + 3] = this.c;
    if (this.size * WIDTH * 2 > this.places.length) this.grow();
    return code;
  }

  private reserve(length: number): void {
    if (this.used + length > this.arena.length) {
      const arena = new Uint8Array(Math.max(this.arena.length * 2, this.used + length));
      arena.set(this.arena.subarray(0, this.used));
      this.arena = arena;
    }
    if (this.size === this.ends.length) {
      const ends = new Float64Array(this.size * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
  }

  private grow(): void {
    const old = this.places;
    const places = new Int32Array(old.length * 2);
    const mask = places.length - WIDTH;
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from] === 0) continue;
      let at = placeOf(old[from + 1]!, old[from + 2]!, old[from + 3]!) & mask;
      while (places[at] !== 0) at = (at + WIDTH) & mask;
      for (let i = 0; i < WIDTH; i += 1) places[at + i] = old[from + i]!;
    }
    this.places = places;
  }
}

/** Where the search for a text begins, before the table's size limits it. */
function placeOf(a: number, b: number, c: number): number {
  const hash = Math.imul(Math.imul(a, 0x85ebca6b) ^ b, 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are no UTF-8 (a file in another encoding, read as one) become the replacement character. */
function repaired({ offsets, bytes, ...codes }: NewNames): NewNames {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const texts = Array.from({ length: offsets.length - 1 }, (_, i) =>
    encoder.encode(decoder.decode(bytes.subarray(offsets[i], offsets[i + 1]))),
  );
  const ends = new Int32Array(offsets.length);
  texts.forEach((text, i) => {
    ends[i + 1] = ends[i]! + text.length;
  });
  const out = new Uint8Array(ends.at(-1)!);
  texts.forEach((text, i) => {
    out.set(text, ends[i]);
  });
  return { ...codes, offsets: ends, bytes: out };
}
