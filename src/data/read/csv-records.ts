/** How a delimited text is written. Characters are single bytes of UTF-8. */
export interface Dialect {
  /** The byte between fields; a blank means runs of blanks (text aligned in columns). */
  delimiter: number;
  /** The byte around fields that hold delimiters or line ends; 0 where there is none. */
  quote: number;
  /** The byte before a quote that does not end the field; the quote itself where it is doubled. */
  escapedBy: number;
}

export const LF = 0x0a;
export const CR = 0x0d;
const BLANK = 0x20;

/** Lines longer than this are not mended quote by quote. */
const MAX_MENDED = 1 << 14;
/** Nor are those with more quotes: each of them is tried. */
const MAX_TRIED = 400;

/** A quoted field longer than this has lost its closing quote. */
const MAX_QUOTED = 4 << 20;

/**
 * Cuts bytes into records and fields without copying them: after `next`, field i lies in
 * `bytes[starts[i]..ends[i])`. Quoted fields lie between their quotes; `escaped[i]` says that quotes inside them are
 * still to be undone (`unescape`).
 */
export class CsvRecords {
  count = 0;
  /** Line ends inside the quoted fields of the record. */
  innerLines = 0;
  /** Whether the record opens a quote that nothing closes. */
  unclosed = false;
  /** Whether text follows a closing quote, so that the quotes cannot be trusted. */
  bent = false;
  /** Whether quotes left open or followed by text were taken as part of the text; that gave `width` fields. */
  mended = false;
  /** How many fields a record has; records with odd quotes are mended where that gives so many. 0: none is. */
  width = 0;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  escaped: Uint8Array = new Uint8Array(64);
  private readonly dialect: Dialect;
  /** No byte above this divides a record; most bytes of a text lie above it. */
  private readonly lastSign: number;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.lastSign = Math.max(dialect.delimiter, dialect.quote, CR);
  }

  /**
   * Reads the record that begins at `from` and returns where the next one begins, or -1 where `bytes` ends first and
   * more is to come (`final` false).
   */
  next(bytes: Uint8Array, from: number, end: number, final: boolean): number {
    this.mended = false;
    const plain = this.cutPlain(bytes, from, end);
    if (plain >= 0) return plain;
    const next = this.cut(bytes, from, end, final);
    return next < 0 || !(this.bent || this.unclosed) ? next : this.takeLine(bytes, from, end, final);
  }

  /** A record with odd quotes ends with its line, so that it takes no other row along. */
  private takeLine(bytes: Uint8Array, from: number, end: number, final: boolean): number {
    const stop = lineEnd(bytes, from, end);
    if (stop + 1 >= end && !final) return -1;
    this.count = 0;
    this.innerLines = 0;
    const loosely = this.cutLoosely(bytes, from, stop) && this.count === this.width;
    if (loosely || this.cutWithoutOne(bytes, from, stop)) {
      this.mended = true;
      this.bent = false;
      this.unclosed = false;
    } else if (this.count === 0) this.push(from, stop, 0);
    return stop + (bytes[stop] === CR && stop + 1 < end && bytes[stop + 1] === LF ? 2 : stop < end ? 1 : 0);
  }

  /** Cuts a line by the rule that a quote closes a field only where the field ends behind it. False: one stays open. */
  private cutLoosely(bytes: Uint8Array, from: number, end: number): boolean {
    const { delimiter, quote } = this.dialect;
    for (let at = from; ; at += 1) {
      if (at < end && bytes[at] === quote && quote !== 0) {
        let close = bytes.indexOf(quote, at + 1);
        while (close >= 0 && close + 1 < end && bytes[close + 1] !== delimiter)
          close = bytes.indexOf(quote, close + 1);
        if (close < 0 || close >= end) return false;
        this.push(at + 1, close, 0);
        at = close + 1;
        if (at >= end) return true;
        continue;
      }
      const start = at;
      while (at < end && bytes[at] !== delimiter) at += 1;
      this.push(start, at, 0);
      if (at >= end) return true;
    }
  }

  /** Cuts a line as if one of its quotes were not there, where that gives all its fields in one way only. */
  private cutWithoutOne(bytes: Uint8Array, from: number, end: number): boolean {
    if (this.width === 0 || end - from > MAX_MENDED) return false;
    const { quote } = this.dialect;
    let found = -1;
    let tried = 0;
    for (let at = bytes.indexOf(quote, from); at >= 0 && at < end; at = bytes.indexOf(quote, at + 1)) {
      tried += 1;
      if (tried > MAX_TRIED) return false;
      if (!this.cutIgnoring(bytes, from, end, at)) continue;
      if (found >= 0) return false;
      found = at;
    }
    return found >= 0 && this.cutIgnoring(bytes, from, end, found);
  }

  /** Cuts a line without the quote at `ignored`. False: its quotes are odd all the same, or it has other fields. */
  private cutIgnoring(bytes: Uint8Array, from: number, end: number, ignored: number): boolean {
    const { delimiter, quote } = this.dialect;
    this.count = 0;
    for (let at = from; ; at += 1) {
      let start = at === ignored ? at + 1 : at;
      let escaped = 0;
      if (start < end && bytes[start] === quote) {
        start += 1;
        at = start;
        while (at < end && (at === ignored || bytes[at] !== quote || bytes[at + 1] === quote)) {
          if (at !== ignored && bytes[at] === quote) {
            escaped = 1;
            at += 1;
          }
          at += 1;
        }
        if (at >= end || (at + 1 < end && bytes[at + 1] !== delimiter)) return false;
        this.push(start, at, escaped);
        at += 1;
      } else {
        while (at < end && bytes[at] !== delimiter) at += 1;
        this.push(start, at, 0);
      }
      if (at >= end) return this.count === this.width;
    }
  }

  /** Cuts a record that holds no quote and is here to its end; -1 for any other. Nearly all records are such. */
  private cutPlain(bytes: Uint8Array, from: number, end: number): number {
    const { starts, ends, escaped, lastSign } = this;
    const { delimiter, quote } = this.dialect;
    if (delimiter === BLANK) return -1;
    let count = 0;
    let start = from;
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte > lastSign) continue;
      const isEnd = byte === LF || byte === CR;
      if (byte !== delimiter && !isEnd) {
        if (byte === quote && quote !== 0) return -1;
        continue;
      }
      if (count === starts.length) return -1;
      starts[count] = start;
      ends[count] = at;
      escaped[count] = 0;
      count += 1;
      start = at + 1;
      if (!isEnd) continue;
      if (byte === CR && start === end) return -1;
      this.count = count;
      this.innerLines = 0;
      this.unclosed = false;
      this.bent = false;
      return byte === CR && bytes[start] === LF ? start + 1 : start;
    }
    return -1;
  }

  private cut(bytes: Uint8Array, from: number, end: number, final: boolean): number {
    this.count = 0;
    this.innerLines = 0;
    this.unclosed = false;
    this.bent = false;
    const { delimiter, quote } = this.dialect;
    let at = delimiter === BLANK ? skipBlanks(bytes, from, end) : from;
    for (;;) {
      if (bytes[at] === BLANK && quote !== 0) {
        // `a, "b"`: blanks before a quote are no part of the field.
        const open = skipBlanks(bytes, at, end);
        if (open < end && bytes[open] === quote) at = open;
      }
      if (at < end && bytes[at] === quote && quote !== 0) {
        at = this.quoted(bytes, at, end, final);
        if (at < 0) return at;
      } else {
        const start = at;
        while (at < end) {
          const byte = bytes[at]!;
          if (byte === delimiter || byte === LF || byte === CR) break;
          at += 1;
        }
        this.push(start, at, 0);
      }
      if (at >= end) return final ? end : -1;
      const byte = bytes[at]!;
      if (byte === LF) return at + 1;
      if (byte === CR) {
        if (at + 1 < end) return bytes[at + 1] === LF ? at + 2 : at + 1;
        return final ? end : -1;
      }
      at += 1;
      if (delimiter === BLANK) {
        at = skipBlanks(bytes, at, end);
        if (at < end && (bytes[at] === LF || bytes[at] === CR)) continue;
      }
    }
  }

  /** The bytes of field `i` with its quotes undone; the field's own place where there is nothing to undo. */
  unescape(bytes: Uint8Array, i: number): Uint8Array {
    const { quote, escapedBy } = this.dialect;
    const out = new Uint8Array(this.ends[i]! - this.starts[i]!);
    let length = 0;
    for (let at = this.starts[i]!; at < this.ends[i]!; at += 1) {
      const byte = bytes[at]!;
      if (
        byte === escapedBy &&
        at + 1 < this.ends[i]! &&
        (bytes[at + 1] === quote || bytes[at + 1] === escapedBy)
      )
        at += 1;
      out[length] = bytes[at]!;
      length += 1;
    }
    return out.subarray(0, length);
  }

  private push(start: number, end: number, escaped: number): void {
    if (this.delimiterIsBlank() && start === end && this.count > 0) return;
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.escaped[this.count] = escaped;
    this.count += 1;
  }

  private delimiterIsBlank(): boolean {
    return this.dialect.delimiter === BLANK;
  }

  /** Reads a quoted field from its opening quote; returns the place behind it, or -1 where the end came first. */
  private quoted(bytes: Uint8Array, open: number, end: number, final: boolean): number {
    const close = this.closing(bytes, open + 1, end);
    if (close.at < 0) {
      if (!final && end - open < MAX_QUOTED) return -1;
      this.unclosed = true;
      const stop = lineEnd(bytes, open, end);
      this.push(open, stop, 0);
      return stop;
    }
    this.countLines(bytes, open + 1, close.at);
    const { delimiter } = this.dialect;
    let at = close.at + 1;
    if (at >= end && !final) return -1;
    if (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) {
      const stop = skipBlanks(bytes, at, end);
      if (stop < end && bytes[stop] !== delimiter && bytes[stop] !== LF && bytes[stop] !== CR)
        this.bent = true;
      while (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) at += 1;
      if (this.bent) {
        this.push(open, at, 0);
        return at;
      }
    }
    this.push(open + 1, close.at, close.escaped ? 1 : 0);
    return at;
  }

  private closing(bytes: Uint8Array, from: number, end: number): { at: number; escaped: boolean } {
    const { quote, escapedBy } = this.dialect;
    let escaped = false;
    let at = from;
    for (;;) {
      at = bytes.indexOf(quote, at);
      if (at < 0 || at >= end) return { at: -1, escaped };
      if (escapedBy === quote) {
        if (at + 1 >= end || bytes[at + 1] !== quote) return { at, escaped };
        at += 2;
      } else {
        if (!isEscaped(bytes, from, at, escapedBy))
          return { at, escaped: escaped || bytes.subarray(from, at).includes(escapedBy) };
        at += 1;
      }
      escaped = true;
    }
  }

  private countLines(bytes: Uint8Array, start: number, end: number): void {
    for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1))
      this.innerLines += 1;
  }

  private grow(): void {
    const size = this.starts.length * 2;
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    const escaped = new Uint8Array(size);
    starts.set(this.starts);
    ends.set(this.ends);
    escaped.set(this.escaped);
    Object.assign(this, { starts, ends, escaped });
  }
}

/** Whether an odd number of escapes stands right before `at`. */
function isEscaped(bytes: Uint8Array, from: number, at: number, escapedBy: number): boolean {
  let count = 0;
  while (at - 1 - count >= from && bytes[at - 1 - count] === escapedBy) count += 1;
  return count % 2 === 1;
}

function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] === BLANK) at += 1;
  return at;
}

function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== LF && bytes[at] !== CR) at += 1;
  return at;
}
