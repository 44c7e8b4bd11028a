import { decode, encode } from './bytes';

/** Places kept behind the point; a number with more (the noise of binary fractions) is rounded to these. */
export const MAX_PLACES = 8;

const MAX_SAFE_DIGITS = 15;

/**
 * Reads amounts exactly: the value is `digits` / 10^`places`. Digits past 2^53 come in `big`.
 * Knows thousands separators, currency signs and codes before and behind, a minus before and behind, and brackets.
 */
export class MoneyReader {
  digits = 0;
  places = 0;
  /** Set where the digits do not fit a number. */
  big: bigint | null = null;
  /** Currency signs and codes met, with how often. */
  readonly units: Map<string, number> = new Map();
  private readonly point: number;
  private readonly group: number;

  constructor(decimal: '.' | ',') {
    this.point = decimal.charCodeAt(0);
    this.group = decimal === '.' ? 0x2c : 0x2e;
  }

  /** Reads the field; false where it is no amount. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.big = null;
    for (let i = start; i < end; i += 1) if (bytes[i]! >= 0x80) return this.readNormalized(bytes, start, end);
    return this.readAscii(bytes, start, end);
  }

  /** Takes a JavaScript number as it prints, to at most eight places. */
  ofNumber(value: number): boolean {
    if (!Number.isFinite(value)) return false;
    this.big = null;
    for (let places = 0, unit = 1; places <= MAX_PLACES; places += 1, unit *= 10) {
      const digits = Math.round(value * unit);
      if (digits / unit === value || places === MAX_PLACES) {
        if (Math.abs(digits) > Number.MAX_SAFE_INTEGER) return this.readAscii(...span(value.toFixed(places)));
        this.digits = digits;
        this.places = places;
        return true;
      }
    }
    return false;
  }

  private readNormalized(bytes: Uint8Array, start: number, end: number): boolean {
    const text = decode(bytes, start, end)
      .replace(/[−–]/g, '-')
      .replace(/[’']/g, "'")
      .replace(/[￥]/g, '¥')
      .normalize('NFKC');
    const sign = text.match(/[^\x20-\x7e\s]+/g);
    if (sign) this.meet(sign.join(''));
    return this.readAscii(...span(text.replace(/[^\x20-\x7e]+/g, ' ')));
  }

  private readAscii(bytes: Uint8Array, start: number, end: number): boolean {
    let digits = 0;
    let count = 0;
    let places = -1;
    let groups = 0;
    let run = 0;
    let negative = false;
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i]!;
      if (byte >= 0x30 && byte <= 0x39) {
        digits = digits * 10 + byte - 0x30;
        if (digits > 0) count += 1;
        run += 1;
        if (places >= 0) places += 1;
      } else if (byte === this.point) {
        if (places >= 0 || !groupsFit(groups, run)) return false;
        places = 0;
      } else if (byte === this.group || byte === 0x27) {
        if (places >= 0 || run === 0 || !innerGroupFits(groups, run)) return false;
        groups += 1;
        run = 0;
      } else if (byte === 0x20 || byte === 0x09) {
        if (run > 0 && places < 0 && isDigit(bytes[i + 1], i + 1, end)) {
          if (!innerGroupFits(groups, run)) return false;
          groups += 1;
          run = 0;
        }
      } else if (byte === 0x2d) {
        if (negative || (run > 0 && !onlyTail(bytes, i + 1, end))) return false;
        negative = true;
      } else if (byte === 0x28) {
        if (run > 0) return false;
        negative = true;
      } else if ((byte === 0x45 || byte === 0x65) && run > 0 && i + 1 < end) {
        return this.readExponent(decode(bytes, start, end));
      } else if (byte !== 0x29 && byte !== 0x2b) {
        const stop = unitEnd(bytes, i, end);
        if (stop === i) return false;
        this.meet(decode(bytes, i, stop));
        i = stop - 1;
      }
    }
    if (run === 0 && places <= 0) return false;
    if (places < 0 && !groupsFit(groups, run)) return false;
    if (count > MAX_SAFE_DIGITS) this.big = bigDigits(bytes, start, end, negative);
    this.digits = negative ? -digits : digits;
    this.places = Math.max(places, 0);
    return true;
  }

  private readExponent(text: string): boolean {
    const value = Number(text.trim().replace(String.fromCharCode(this.point), '.'));
    return Number.isFinite(value) && this.ofNumber(value);
  }

  private meet(unit: string): void {
    this.units.set(unit, (this.units.get(unit) ?? 0) + 1);
  }
}

function span(text: string): [Uint8Array, number, number] {
  const bytes = encode(text);
  return [bytes, 0, bytes.length];
}

function isDigit(byte: number | undefined, at: number, end: number): boolean {
  return at < end && byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Before a separator stand one to three digits, later ones three, or two as in India (12,34,567). */
function innerGroupFits(groups: number, run: number): boolean {
  return groups === 0 ? run <= 3 : run === 3 || run === 2;
}

/** The last group has three digits, where there are groups at all. */
function groupsFit(groups: number, run: number): boolean {
  return groups === 0 || run === 3;
}

/** Whether only blanks and a currency follow, so that a minus here stands behind its number. */
function onlyTail(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (isDigit(bytes[i], i, end)) return false;
  return true;
}

/** The end of a currency sign or code in ASCII: `$`, `R$`, `EUR`, `kr.` */
function unitEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (((bytes[at]! | 0x20) >= 0x61 && (bytes[at]! | 0x20) <= 0x7a) || bytes[at] === 0x24))
    at += 1;
  return at - start <= 4 ? at : start;
}

function bigDigits(bytes: Uint8Array, start: number, end: number, negative: boolean): bigint {
  const value = BigInt(decode(bytes, start, end).replace(/\D/g, ''));
  return negative ? -value : value;
}
