/** New entries of a dictionary, as Arrow lays text out; `first` is the code of the first. */
export interface NewNames {
  first: number;
  offsets: Int32Array;
  bytes: Uint8Array;
}

/**
 * Distinct texts as dense integers in order of first appearance. A hash table over bytes: ids are never made into
 * strings on their way in, which is what makes encoding millions of rows cheap.
 */
export class Dictionary {
  size = 0;
  /** New names that were no UTF-8, where `takeNew` met such. */
  broken: Uint8Array | null = null;
  private arena = new Uint8Array(1 << 16);
  private used = 0;
  /** Where each text ends in the arena; it begins where the one before it ends. */
  private ends = new Float64Array(1 << 10);
  /** Code and hash of each place, side by side: most of the time goes to fetching them from memory. */
  private slots = new Int32Array(1 << 13).fill(-1);
  private taken = 0;

  /** The code of the text in `bytes[start..end)`; a new one where it has not been seen. */
  code(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const { slots } = this;
    const mask = slots.length - 2;
    for (let slot = placeOf(hash) & mask; ; slot = (slot + 2) & mask) {
      const code = slots[slot]!;
      if (code < 0) return this.insert(slot, hash, bytes, start, end);
      if (slots[slot + 1] === hash && this.equals(code, bytes, start, end)) return code;
    }
  }

  /** The entries added since the last call, as Arrow lays text out: offsets and bytes. */
  takeNew(): NewNames {
    const first = this.taken;
    const base = this.startOf(first);
    const offsets = new Int32Array(this.size - first + 1);
    for (let code = first; code < this.size; code += 1) offsets[code - first + 1] = this.ends[code]! - base;
    this.taken = this.size;
    const names = { first, offsets, bytes: this.arena.slice(base, this.used) };
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

  private insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.size;
    this.reserve(end - start);
    this.arena.set(bytes.subarray(start, end), this.used);
    this.used += end - start;
    this.ends[code] = this.used;
    this.slots[slot] = code;
    this.slots[slot + 1] = hash;
    this.size += 1;
    if (this.size * 4 > this.slots.length) this.rehash();
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

  private rehash(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2).fill(-1);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from]! < 0) continue;
      let slot = placeOf(old[from + 1]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 2) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
    this.slots = slots;
  }
}

/** Where the search for a hash begins, before the table's size limits it. Always even. */
function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
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
function repaired({ first, offsets, bytes }: NewNames): NewNames {
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
  return { first, offsets: ends, bytes: out };
}

/** FNV-1a, 32 bits. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash | 0;
}
