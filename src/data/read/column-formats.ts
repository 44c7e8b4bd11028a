import { RfmError } from '../../util/rfm-error';
import { encode, isBlank } from './bytes';
import { type DateFormat, DateReader } from './date-reader';
import { MoneyReader } from './money-reader';

const WRITTEN = ['ymd', 'dmy', 'mdy'] as const;
const NUMBERED = ['epoch-s', 'epoch-ms', 'excel'] as const;

/** How a date column is written, and whether the values seen leave no other reading. */
export interface DateGuess {
  format: DateFormat;
  decided: boolean;
}

/** The date format of the values seen. Day against month is decided by the values; else by the other signs of place. */
export function detectDateFormat(
  values: readonly string[],
  option: string | undefined,
  monthFirst: boolean,
): DateGuess {
  if (option) return { format: checkDateFormat(option), decided: true };
  const filled = values.map(encode).filter((bytes) => !isBlank(bytes, 0, bytes.length));
  const fits = (format: DateFormat): number => readable(filled, format) / Math.max(filled.length, 1);
  const numbered = NUMBERED.find(
    (format) => filled.length > 0 && filled.every((bytes) => isEpoch(bytes, format)),
  );
  if (numbered && fits('ymd') < 1) return { format: numbered, decided: true };
  const [ymd, dmy, mdy] = WRITTEN.map(fits) as [number, number, number];
  if (ymd >= dmy && ymd >= mdy) return { format: 'ymd', decided: ymd > Math.max(dmy, mdy) || ymd === 1 };
  if (dmy !== mdy) return { format: dmy > mdy ? 'dmy' : 'mdy', decided: true };
  return { format: monthFirst ? 'mdy' : 'dmy', decided: false };
}

function readable(values: readonly Uint8Array[], format: DateFormat): number {
  const reader = new DateReader(format);
  return values.filter((bytes) => !Number.isNaN(reader.read(bytes, 0, bytes.length))).length;
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
export function detectDecimal(values: readonly string[], option: string | undefined): '.' | ',' {
  if (option !== undefined && option !== '') {
    if (option === '.' || option === ',') return option;
    throw new RfmError('invalid-option', `decimal: "${option}" is not known. Use "." or ",".`, {
      details: { option: 'decimal', value: option },
    });
  }
  const bytes = values.map(encode);
  const readable = (decimal: '.' | ','): number => {
    const reader = new MoneyReader(decimal);
    return bytes.filter((field) => reader.read(field, 0, field.length)).length;
  };
  return readable(',') > readable('.') ? ',' : '.';
}
