/** A stretch of UTF-8 bytes: `bytes[start]` to before `end`. */
export interface Span {
  bytes: Uint8Array;
  start: number;
  end: number;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function decode(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

const LONGEST_BLANK = 4;
const BLANKS = new Set(['na', 'n/a', 'null', 'nan', 'none', '\\n']);

/** Whether a field says nothing: empty, white space, NA, N/A, NULL, NaN, None, \N, in any case. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_BLANK && isTrim(bytes, start, end)) return false;
  const from = skipSpace(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (from === to) return true;
  if (to - from > LONGEST_BLANK || to - from < 2) return false;
  return BLANKS.has(decode(bytes, from, to).toLowerCase());
}

/** Whether a field begins and ends with plain signs, so that there is nothing to trim. Most fields are so. */
export function isTrim(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return true;
  const first = bytes[start]!;
  const last = bytes[end - 1]!;
  return first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80;
}

/** The first byte from `start` on that is no white space (blank, tab, no-break space, ideographic space, BOM). */
export function skipSpace(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const width = spaceWidth(bytes, at, end);
    if (width === 0) break;
    at += width;
  }
  return at;
}

/** The end of the field without trailing white space. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let to = end;
  while (to > start) {
    const last = bytes[to - 1]!;
    if (last <= 0x20) to -= 1;
    else if (last === 0xa0 && bytes[to - 2] === 0xc2) to -= 2;
    else if (last === 0x80 && bytes[to - 2] === 0x80 && bytes[to - 3] === 0xe3) to -= 3;
    else break;
  }
  return Math.max(to, start);
}

function spaceWidth(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  if (byte <= 0x20) return 1;
  if (byte === 0xc2 && at + 1 < end && bytes[at + 1] === 0xa0) return 2;
  if (byte === 0xe3 && at + 2 < end && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80) return 3;
  if (byte === 0xef && at + 2 < end && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) return 3;
  return 0;
}
