import { decode, encode } from './bytes';
import { isMoneyUnit } from './currency';

/** Places kept behind the point; a number with more (the noise of binary fractions) is rounded to these. */
export const MAX_PLACES = 8;

const MAX_SAFE_DIGITS = 15;

/** A longer word is no currency. */
const MAX_UNIT_BYTES = 9;

/** What stands before the first digit, the number itself, and what stands behind it. */
const BEFORE = 0;
const NUMBER = 1;
const BEHIND = 2;

/**
 * Reads amounts exactly: the value is `digits` / 10^`places`. Digits past 2^53 come in `big`.
 * Knows thousands separators, currency signs and codes before and behind, a minus before and behind, and brackets.
 * A word that is no currency makes a text of the cell, not an amount.
 */
export class MoneyReader {
  digits = 0;
  places = 0;
  /** Set where the digits do not fit a number. */
  big: bigint | null = null;
  /** Currency signs and codes met in amounts, with how often. */
  readonly units: Map<string, number> = new Map();
  readonly decimal: '.' | ',';
  private readonly point: number;
  private readonly group: number;
  private unit: string | null = null;

  constructor(decimal: '.' | ',') {
    this.decimal = decimal;
    this.point = decimal.charCodeAt(0);
    this.group = decimal === '.' ? 0x2c : 0x2e;
  }

  /** Takes the value `digits` / 10^`places`, which is exact. Always true. */
  set(digits: number, places: number): true {
    this.digits = digits;
    this.places = places;
    this.big = null;
    return true;
  }

  /** Reads the field; false where it is no amount. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.big = null;
    this.unit = null;
    if (this.readPlain(bytes, start, end)) return true;
    if (!this.scan(bytes, start, end)) return false;
    if (this.unit !== null) this.units.set(this.unit, (this.units.get(this.unit) ?? 0) + 1);
    return true;
  }

  /** Reads digits with at most a minus before and a point between; false for anything else. Most amounts are so. */
  private readPlain(bytes: Uint8Array, start: number, end: number): boolean {
    const negative = bytes[start] === 0x2d;
    const from = negative ? start + 1 : start;
    if (from >= end || end - from > MAX_SAFE_DIGITS) return false;
    let digits = 0;
    let point = end;
    for (let i = from; i < end; i += 1) {
      const digit = bytes[i]! - 0x30;
      if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
      else if (bytes[i] === this.point && point === end) point = i;
      else return false;
    }
    if (end - from === 1 && point === from) return false;
    this.digits = negative ? -digits : digits;
    this.places = point === end ? 0 : end - point - 1;
    return true;
  }

  private scan(bytes: Uint8Array, start: number, end: number): boolean {
    let phase = BEFORE;
    let digits = 0;
    let count = 0;
    let places = -1;
    let groups = 0;
    let run = 0;
    let negative = false;
    let bracket = false;
    for (let i = start; i < end; ) {
      const byte = bytes[i]!;
      const width = byte < 0x80 ? 1 : signWidth(bytes, i, end);
      const sign = byte < 0x80 ? byte : plainSign(bytes, i, width);
      if (sign >= 0x30 && sign <= 0x39) {
        if (phase === BEHIND) return false;
        phase = NUMBER;
        digits = digits * 10 + sign - 0x30;
        if (digits > 0) count += 1;
        run += 1;
        if (places >= 0) places += 1;
      } else if (sign === this.point && phase !== BEHIND) {
        if (places >= 0 || !groupsFit(groups, run)) return false;
        phase = NUMBER;
        places = 0;
      } else if (sign === this.group || sign === 0x27) {
        // Before a number the apostrophe is Excel's mark for a number kept as text.
        if (phase !== BEFORE || sign !== 0x27) {
          if (phase !== NUMBER || places >= 0 || !innerGroupFits(groups, run)) return false;
          groups += 1;
          run = 0;
        }
      } else if (sign === 0x20 || sign === 0x09) {
        if (phase === NUMBER) {
          if (places < 0 && isDigit(bytes, i + width, end)) {
            if (!innerGroupFits(groups, run)) return false;
            groups += 1;
            run = 0;
          } else phase = BEHIND;
        }
      } else if (sign === 0x2d) {
        if (negative) return false;
        negative = true;
        if (phase === NUMBER) phase = BEHIND;
      } else if (sign === 0x28) {
        if (phase !== BEFORE || negative) return false;
        negative = true;
        bracket = true;
      } else if (sign === 0x29) {
        if (phase === BEFORE || !bracket) return false;
        phase = BEHIND;
        bracket = false;
      } else if (sign === 0x2b) {
        if (phase !== BEFORE) return false;
      } else if (phase === NUMBER && isExponent(bytes, i, end)) {
        return this.readExponent(decode(bytes, start, end));
      } else if (byte === 0xef) {
        return this.readFullWidth(decode(bytes, start, end));
      } else {
        const stop = this.readUnit(bytes, i, end);
        if (stop < 0) return false;
        if (phase === NUMBER) phase = BEHIND;
        i = stop;
        continue;
      }
      i += width;
    }
    if (bracket || phase === BEFORE || (run === 0 && places <= 0)) return false;
    if (places < 0 && !groupsFit(groups, run)) return false;
    if (count > MAX_SAFE_DIGITS) this.big = bigDigits(bytes, start, end, negative);
    this.digits = negative ? -digits : digits;
    this.places = Math.max(places, 0);
    return true;
  }

  private readExponent(text: string): boolean {
    const plain = text.trim().replace(String.fromCharCode(this.point), '.');
    if (!/^[-+]?(\d+\.?\d*|\.\d+)e[-+]?\d+$/i.test(plain)) return false;
    return this.setNumber(Number(plain));
  }

  /** The number as it prints, to at most eight places. What is too large to be money is none. */
  private setNumber(value: number): boolean {
    if (!(Math.abs(value) < 1e21)) return false;
    const bytes = encode(value.toFixed(MAX_PLACES).replace('.', String.fromCharCode(this.point)));
    return this.scan(bytes, 0, bytes.length);
  }

  /** Full-width digits and signs, as plain ones. */
  private readFullWidth(text: string): boolean {
    const plain = encode(text.normalize('NFKC'));
    return !plain.includes(0xef) && this.scan(plain, 0, plain.length);
  }

  /** The place behind the currency sign or code at `start` (`$`, `R$`, `EUR`, `kr.`, `€`), or -1 where there is none. */
  private readUnit(bytes: Uint8Array, start: number, end: number): number {
    let stop = start;
    while (stop < end && isUnitByte(bytes, stop, end)) stop += 1;
    if (stop === start || stop - start > MAX_UNIT_BYTES) return -1;
    const unit = decode(bytes, start, stop);
    if (!isMoneyUnit(unit)) return -1;
    // A code says more than a sign: `$5 CAD`.
    if (this.unit === null || /^[A-Za-z]{3}$/.test(unit)) this.unit = unit;
    return bytes[stop] === 0x2e && stop < end ? stop + 1 : stop;
  }
}

/** How many bytes the blank, minus or apostrophe beyond ASCII at `at` has; 1 where there is none. */
function signWidth(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0 && at + 2 <= end) return 2;
  if (at + 3 > end) return 1;
  const third = bytes[at + 2]!;
  if (bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && THIRDS.has(third)) return 3;
  if (bytes[at] === 0xe2 && bytes[at + 1] === 0x88 && third === 0x92) return 3;
  return bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && third === 0x80 ? 3 : 1;
}

/** U+2009 and U+202F are narrow blanks, U+2012 and U+2013 dashes, U+2018 and U+2019 apostrophes; all begin with E2 80. */
const THIRDS = new Map([
  [0x89, 0x20],
  [0xaf, 0x20],
  [0x92, 0x2d],
  [0x93, 0x2d],
  [0x98, 0x27],
  [0x99, 0x27],
]);

function plainSign(bytes: Uint8Array, at: number, width: number): number {
  if (width === 1) return bytes[at]!;
  if (width === 2 || bytes[at] === 0xe3) return 0x20;
  return bytes[at + 1] === 0x88 ? 0x2d : THIRDS.get(bytes[at + 2]!)!;
}

function isUnitByte(bytes: Uint8Array, at: number, end: number): boolean {
  const byte = bytes[at]!;
  if (byte >= 0x80) return signWidth(bytes, at, end) === 1;
  return ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || byte === 0x24;
}

function isDigit(bytes: Uint8Array, at: number, end: number): boolean {
  return at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39;
}

/** Whether an `e` here is followed by a power of ten. */
function isExponent(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 0x45 && bytes[at] !== 0x65) return false;
  const signed = bytes[at + 1] === 0x2d || bytes[at + 1] === 0x2b;
  return isDigit(bytes, signed ? at + 2 : at + 1, end);
}

/** Before a separator stand one to three digits, later ones three, or two as in India (12,34,567). */
function innerGroupFits(groups: number, run: number): boolean {
  return groups === 0 ? run > 0 && run <= 3 : run === 3 || run === 2;
}

/** The last group has three digits, where there are groups at all. */
function groupsFit(groups: number, run: number): boolean {
  return groups === 0 || run === 3;
}

function bigDigits(bytes: Uint8Array, start: number, end: number, negative: boolean): bigint {
  const value = BigInt(decode(bytes, start, end).replace(/\D/g, ''));
  return negative ? -value : value;
}
