import { encode, isBlank } from './bytes';
import { DateReader } from './date-reader';
import { MoneyReader } from './money-reader';

/** What a cell looks like, for finding out how a file is written. */
export type CellKind = 'blank' | 'number' | 'date' | 'text';

const dates = [new DateReader('ymd'), new DateReader('dmy'), new DateReader('mdy')];
const numbers = [new MoneyReader('.'), new MoneyReader(',')];

/** The kind of one cell's text. A bare number is a number, also where it could be a date such as 20180101. */
export function cellKind(text: string): CellKind {
  const bytes = encode(text);
  if (isBlank(bytes, 0, bytes.length)) return 'blank';
  if (numbers.some((reader) => reader.read(bytes, 0, bytes.length))) return 'number';
  if (dates.some((reader) => !Number.isNaN(reader.read(bytes, 0, bytes.length)))) return 'date';
  return 'text';
}
