import { dayOf, monthLength } from '../../util/calendar';
import { decode, isTrim, skipSpace, trimEnd } from './bytes';
import { DateWays } from './date-ways';

/** In which order a date is written, or which numbers stand for it. */
export type DateFormat = 'ymd' | 'dmy' | 'mdy' | 'epoch-s' | 'epoch-ms' | 'excel';

/** Excel's day 0 is 1899-12-30, seen from March 1900 on. */
const EXCEL_EPOCH = dayOf(1899, 12, 30);

const MONTHS = new Map(
  [
    ['jan', 'january', 'janvier', 'janv', 'januar', 'enero', 'ene', 'janeiro'],
    ['feb', 'february', 'février', 'fevrier', 'févr', 'fév', 'februar', 'febrero', 'fevereiro', 'fev'],
    ['mar', 'march', 'mars', 'märz', 'mär', 'mrz', 'marzo', 'março'],
    ['apr', 'april', 'avril', 'avr', 'abril', 'abr'],
    ['may', 'mai', 'mayo', 'maio'],
    ['jun', 'june', 'juin', 'juni', 'junio', 'junho'],
    ['jul', 'july', 'juillet', 'juil', 'juli', 'julio', 'julho'],
    ['aug', 'august', 'août', 'aout', 'agosto', 'ago'],
    ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setembro', 'set'],
    ['oct', 'october', 'octobre', 'oktober', 'okt', 'octubre', 'outubro', 'out'],
    ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
    ['dec', 'december', 'décembre', 'decembre', 'déc', 'dezember', 'dez', 'diciembre', 'dic', 'dezembro'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Reads one column's dates, all by one format. */
export class DateReader {
  readonly format: DateFormat;
  /** How the dates met so far are written; one that repeats the one before is counted once. */
  readonly ways: DateWays = new DateWays();
  private last = new Uint8Array(40);
  private lastLength = -1;
  private lastDay = Number.NaN;

  constructor(format: DateFormat) {
    this.format = format;
  }

  /** The day number of the field, or NaN where it is no date of this format. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (this.isLast(bytes, start, end)) return this.lastDay;
    const plain = isTrim(bytes, start, end);
    const from = plain ? start : skipSpace(bytes, start, end);
    const day = this.parse(bytes, from, plain ? end : trimEnd(bytes, from, end));
    this.remember(bytes, start, end, day);
    return day;
  }

  /** The day of a number in a numeric column. */
  ofNumber(value: number): number {
    if (this.format === 'epoch-s') return dayInRange(Math.floor(value / 86_400));
    if (this.format === 'epoch-ms') return dayInRange(Math.floor(value / 86_400_000));
    if (this.format === 'excel') return dayInRange(EXCEL_EPOCH + Math.floor(value));
    return Number.isInteger(value) && value >= 10_000_101 && value <= 99_991_231
      ? compactDay(value)
      : Number.NaN;
  }

  private parse(bytes: Uint8Array, start: number, end: number): number {
    if (this.format === 'epoch-s' || this.format === 'epoch-ms' || this.format === 'excel') {
      const text = decode(bytes, start, end);
      return /^[-+]?\d+(\.\d*)?$/.test(text) ? this.ofNumber(Number(text)) : Number.NaN;
    }
    const day = parseNumbers(bytes, start, end, this.format, this.ways);
    return day === UNSURE ? parseWritten(bytes, start, end, this.format) : day;
  }

  private isLast(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start !== this.lastLength) return false;
    for (let i = 0; i < this.lastLength; i += 1) if (this.last[i] !== bytes[start + i]) return false;
    return true;
  }

  private remember(bytes: Uint8Array, start: number, end: number, day: number): void {
    this.lastLength = end - start <= this.last.length ? end - start : -1;
    for (let i = 0; i < this.lastLength; i += 1) this.last[i] = bytes[start + i]!;
    this.lastDay = day;
  }
}

/** No time of day is longer, however it is written. */
const LONGEST_TIME = 64;

/** Says that a date is written in a way that takes more than a glance. */
const UNSURE = Number.POSITIVE_INFINITY;

/** Reads three numbers with one of - / . between them, which most dates are; `UNSURE` where it is not so. */
function parseNumbers(
  bytes: Uint8Array,
  start: number,
  end: number,
  order: 'ymd' | 'dmy' | 'mdy',
  ways: DateWays,
): number {
  let a = 0;
  let widthA = 0;
  let b = 0;
  let widthB = 0;
  let value = 0;
  let width = 0;
  let part = 0;
  let at = start;
  for (; at < end; at += 1) {
    const byte = bytes[at]!;
    if (isDigit(byte)) {
      value = value * 10 + byte - 0x30;
      width += 1;
      continue;
    }
    if (part === 2) break;
    if (width === 0 || (byte !== 0x2d && byte !== 0x2f && byte !== 0x2e)) return UNSURE;
    if (part === 0) {
      a = value;
      widthA = width;
    } else {
      b = value;
      widthB = width;
    }
    part += 1;
    value = 0;
    width = 0;
  }
  if (part < 2 || width === 0) return UNSURE;
  if (!isRest(bytes, at, end)) return Number.NaN;
  ways.seen(a, widthA, b, value);
  return resolve(a, widthA, b, widthB, value, width, -1, order);
}

function parseWritten(bytes: Uint8Array, start: number, end: number, order: 'ymd' | 'dmy' | 'mdy'): number {
  const parts: [number, number, number] = [0, 0, 0];
  const widths: [number, number, number] = [0, 0, 0];
  let at = start;
  let named = -1;
  for (let part = 0; part < 3; part += 1) {
    const begin = at;
    while (at < end && isDigit(bytes[at]!)) {
      parts[part] = parts[part]! * 10 + bytes[at]! - 0x30;
      at += 1;
    }
    widths[part] = at - begin;
    if (at === begin) {
      const stop = wordEnd(bytes, at, end);
      const month = MONTHS.get(decode(bytes, at, stop).toLowerCase());
      if (month === undefined || named >= 0) return Number.NaN;
      parts[part] = month;
      named = part;
      at = stop;
    }
    if (part === 0 && widths[0] === 8 && (at === end || startsTime(bytes, at))) return compactDay(parts[0]);
    if (part < 2) {
      const next = skipSeparator(bytes, at, end);
      if (next === at) return Number.NaN;
      at = next;
    }
  }
  if (!isRest(bytes, at, end)) return Number.NaN;
  return resolve(parts[0], widths[0], parts[1], widths[1], parts[2], widths[2], named, order);
}

/** 19970131 */
function compactDay(value: number): number {
  return checkedDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
}

function resolve(
  a: number,
  wa: number,
  b: number,
  wb: number,
  c: number,
  wc: number,
  named: number,
  order: 'ymd' | 'dmy' | 'mdy',
): number {
  if (wb > 2 || (wa > 2 && wa !== 4) || (wc > 2 && wc !== 4)) return Number.NaN;
  if (wa === 4 || (order === 'ymd' && named !== 0 && wc < 3))
    return wc < 3 ? checkedDay(fullYear(a, wa), b, c) : Number.NaN;
  const year = fullYear(c, wc);
  if (named === 0) return checkedDay(year, a, b);
  if (named === 1 || order === 'dmy') return checkedDay(year, b, a);
  return order === 'mdy' ? checkedDay(year, a, b) : Number.NaN;
}

/** Two-digit years as POSIX reads them: 69-99 are 19xx, 00-68 are 20xx. */
function fullYear(value: number, width: number): number {
  if (width > 2) return value;
  return value < 69 ? 2000 + value : 1900 + value;
}

function checkedDay(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return Number.NaN;
  return day > monthLength(year, month) ? Number.NaN : dayOf(year, month, day);
}

/** The day, or NaN where it lies outside the years 1 to 9999. */
export function dayInRange(day: number): number {
  return day >= -719_162 && day <= 2_932_896 ? day : Number.NaN;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (isLetter(bytes[at]!) || bytes[at]! >= 0x80)) at += 1;
  return at;
}

/** Past one separator between the parts: - / . , blank, or 年 and 月. */
function skipSeparator(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (
    at < end &&
    (bytes[at] === 0x2d ||
      bytes[at] === 0x2f ||
      bytes[at] === 0x2e ||
      bytes[at] === 0x2c ||
      bytes[at] === 0x20)
  )
    at += 1;
  if (at === start && bytes[at]! >= 0xe3 && at + 3 <= end) {
    const sign = decode(bytes, at, at + 3);
    if (sign === '年' || sign === '月' || sign === '년' || sign === '월') at += 3;
    while (at < end && bytes[at] === 0x20) at += 1;
  }
  return at;
}

function startsTime(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  return byte === 0x20 || byte === 0x54 || byte === 0x74;
}

const DAY_SIGNS = new Set(['日', '号', '號', '일']);

/** Whether what follows the date is nothing or a time of day, which does not count. */
function isRest(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  if (at + 3 <= end && bytes[at]! >= 0xe3 && DAY_SIGNS.has(decode(bytes, at, at + 3))) at += 3;
  if (at === end || isClock(bytes, at, end)) return true;
  if (bytes[at] === 0x2c || bytes[at] === 0x2e) at += 1;
  if (at < end && !startsTime(bytes, at)) return false;
  if (end - at > LONGEST_TIME) return false;
  return (
    at === end ||
    /^[Tt\s]\s*(?:上午|下午|午前|午後|오전|오후)?\s*(\d{1,2}([:.h]\d{1,2}){0,2}([.,]\d+)?\s*([AaPp]\.?[Mm]\.?)?\s*([Zz]|UTC|GMT|[-+]\d{2}:?\d{0,2})?)?$/.test(
      decode(bytes, at, end),
    )
  );
}

/** Whether this is ` 12:50`, ` 12:50:00` or the same with a T. */
function isClock(bytes: Uint8Array, start: number, end: number): boolean {
  if ((end - start !== 6 && end - start !== 9) || !startsTime(bytes, start)) return false;
  for (let at = start + 1; at < end; at += 3) {
    if (!isDigit(bytes[at]!) || !isDigit(bytes[at + 1]!)) return false;
    if (at + 2 < end && bytes[at + 2] !== 0x3a) return false;
  }
  return true;
}
