import { RfmError } from '../../util/rfm-error';
import { encode, isBlank } from './bytes';
import { type DateFormat, DateReader } from './date-reader';
import { MoneyReader } from './money-reader';

const WRITTEN = ['ymd', 'dmy', 'mdy'] as const;
const NUMBERED = ['epoch-s', 'epoch-ms', 'excel'] as const;

/** How a date column is written, and in which other ways the values seen could be read as well. */
export interface DateGuess {
  format: DateFormat;
  others: readonly DateFormat[];
  /** Those of the others that are as likely: where no later row decides, somebody has to. */
  open: readonly DateFormat[];
}

/** The decimal sign of the amounts, and the other one where the values seen do not tell them apart. */
export interface DecimalGuess {
  decimal: '.' | ',';
  other: '.' | ',' | null;
}

/** Years first in two digits are rare: they are believed where the dates then lie this many times closer together. */
const CLOSER = 5;

/** The date format of the values seen. Day against month is decided by the values; else by the other signs of place. */
export function detectDateFormat(
  values: readonly string[],
  option: string | undefined,
  monthFirst: boolean,
): DateGuess {
  if (option) return { format: checkDateFormat(option), others: [], open: [] };
  const filled = values.map(encode).filter((bytes) => !isBlank(bytes, 0, bytes.length));
  const numbered = NUMBERED.find(
    (format) => filled.length > 0 && filled.every((bytes) => isEpoch(bytes, format)),
  );
  const readings = WRITTEN.map((format) => readingOf(filled, format));
  if (numbered && readings[0]!.read < filled.length) return { format: numbered, others: [], open: [] };
  const most = Math.max(...readings.map(({ read }) => read));
  const best = preferred(
    readings.filter(({ read }) => read === most),
    monthFirst,
  );
  const others = readings.filter(({ read, days }) => read === most && !sameDays(days, best.days));
  const open = others.filter((other) => !isFarther(other, best));
  return { format: best.format, others: formatsOf(others), open: formatsOf(open) };
}

function formatsOf(readings: readonly Reading[]): DateFormat[] {
  return readings.map(({ format }) => format);
}

/** Whether the year stands in front in one alone, and the dates then lie much farther apart than by the other. */
function isFarther(one: Reading, other: Reading): boolean {
  return (one.format === 'ymd') !== (other.format === 'ymd') && other.span * CLOSER < one.span;
}

interface Reading {
  format: 'ymd' | 'dmy' | 'mdy';
  days: readonly number[];
  read: number;
  /** Days from the first to the last date. */
  span: number;
}

function readingOf(values: readonly Uint8Array[], format: Reading['format']): Reading {
  const reader = new DateReader(format);
  const days = values.map((bytes) => reader.read(bytes, 0, bytes.length));
  const read = days.filter((day) => !Number.isNaN(day));
  const span = read.reduce((a, b) => Math.max(a, b), -1e9) - read.reduce((a, b) => Math.min(a, b), 1e9);
  return { format, days, read: read.length, span };
}

/** The likeliest of readings that fit equally: those alike are one, then the year behind, then the day first. */
function preferred(readings: readonly Reading[], monthFirst: boolean): Reading {
  const yearFirst = readings.find(({ format }) => format === 'ymd');
  const behind = readings.filter(({ format }) => format !== 'ymd');
  const local =
    behind.find(({ format }) => format === (monthFirst ? 'mdy' : 'dmy')) ?? behind[0] ?? yearFirst!;
  if (!yearFirst) return local;
  const closer = behind.every((one) => isFarther(one, yearFirst));
  return closer || sameDays(yearFirst.days, local.days) ? yearFirst : local;
}

function sameDays(a: readonly number[], b: readonly number[]): boolean {
  return a.every((day, i) => Object.is(day, b[i]));
}

/** Whether a bare number lies where such dates lie: seconds or milliseconds of 1973-2100, Excel days of 1927-2119. */
function isEpoch(bytes: Uint8Array, format: (typeof NUMBERED)[number]): boolean {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^\d+(\.\d*)?$/.test(text)) return false;
  const value = Number(text);
  if (format === 'epoch-s') return value >= 1e8 && value < 4.2e9 && text.length >= 9;
  if (format === 'epoch-ms') return value >= 1e11 && value < 4.2e12;
  return value >= 10_000 && value < 80_000;
}

/** `ymd`, `dmy`, `mdy`, `excel`, `epoch-s`, `epoch-ms`, or a pattern such as `DD.MM.YYYY`. */
function checkDateFormat(option: string): DateFormat {
  const plain = option.trim().toLowerCase();
  if ((WRITTEN as readonly string[]).includes(plain) || (NUMBERED as readonly string[]).includes(plain))
    return plain as DateFormat;
  const order = plain
    .replace(/[^dmyj]/g, '')
    .replace(/j/g, 'y')
    .replace(/(.)\1+/g, '$1')
    .slice(0, 3);
  if ((WRITTEN as readonly string[]).includes(order)) return order as DateFormat;
  throw new RfmError(
    'invalid-option',
    `dateFormat: "${option}" is not known. Use ymd, dmy, mdy, excel, epoch-s, epoch-ms or a pattern such as DD/MM/YYYY.`,
    { details: { option: 'dateFormat', value: option } },
  );
}

/** The decimal sign of the amounts seen: the one under which more of them can be read, the point where both can. */
export function detectDecimal(values: readonly string[], option: string | undefined): DecimalGuess {
  if (option !== undefined && option !== '') {
    if (option === '.' || option === ',') return { decimal: option, other: null };
    throw new RfmError('invalid-option', `decimal: "${option}" is not known. Use "." or ",".`, {
      details: { option: 'decimal', value: option },
    });
  }
  const bytes = values.map(encode);
  const readable = (decimal: '.' | ','): number => {
    const reader = new MoneyReader(decimal);
    return bytes.filter((field) => reader.read(field, 0, field.length)).length;
  };
  const lead = readable(',') - readable('.');
  return { decimal: lead > 0 ? ',' : '.', other: lead === 0 ? ',' : null };
}
