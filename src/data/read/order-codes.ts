import { LAST_BLANK_ORDER } from '../../sql/source-tables';
import { Dictionary, type NewNames } from './dictionary';

const MAX_NUMBER = 2 ** 31 - 1;
const MAX_DIGITS = 10;
/** The code of the first order that is no number; the next ones count down. */
const NAMED = LAST_BLANK_ORDER - 1;

/**
 * Orders as whole numbers. Most orders are numbers already and stand for themselves: neither a dictionary nor a table
 * of names has to hold them. Others get codes below `NAMED`, and each blank order one of its own.
 */
export class OrderCodes {
  private blanks = 0;
  private readonly named = new Dictionary();

  /** Bytes of names that are no UTF-8, as of the last `takeNew`. */
  get broken(): Uint8Array | null {
    return this.named.broken;
  }

  code(bytes: Uint8Array, start: number, end: number): number {
    const number = numberOf(bytes, start, end);
    return number >= 0 ? number : NAMED - this.named.code(bytes, start, end);
  }

  blank(): number {
    this.blanks += 1;
    return -this.blanks;
  }

  /** The names added since the last call. The code of the i-th is `NAMED - first - i`. */
  takeNew(): NewNames {
    const { first, ...names } = this.named.takeNew();
    return { ...names, first: NAMED - first, step: -1 };
  }
}

export function isBlankOrder(code: number): boolean {
  return code < 0 && code > NAMED;
}

/** The number that a field spells the way numbers are printed, so that it can be told from it; else -1. */
function numberOf(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > MAX_DIGITS || (bytes[start] === 0x30 && end - start > 1)) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number <= MAX_NUMBER ? number : -1;
}
