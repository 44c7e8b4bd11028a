import { isoOf } from '../../../src/util/calendar';
import { decimal } from './read-text';

/** A file full of trouble, and what is true of it. */
export interface DirtyFile {
  text: string;
  /** Rows below the header that are rows. */
  rows: number;
  used: { customer: string; day: number; cents: bigint }[];
  rejected: Record<string, { rows: number; cents: bigint }>;
  asOf: string;
  /** How it is written. */
  style: Style;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Dates = 'ymd' | 'dmy' | 'mdy' | 'named';

export interface Style {
  delimiter: ',' | ';' | '\t' | '|';
  end: '\n' | '\r\n';
  dates: Dates;
  decimal: '.' | ',';
  groups: boolean;
  sign: '' | '$' | ' EUR';
  quoteAll: boolean;
  /** Columns that are not mapped. */
  extra: boolean;
}

const FIRST_DAY = 16_000;
const DAYS = 900;
const AS_OF = FIRST_DAY + 800;
const BAD_DATES = ['soon', '2018-13-45', '31.02.2014 ', '0000-00-00', '?', '#REF!'];
const BAD_AMOUNTS = ['free', '12.3.4.5', '--5', '(5', '#VALUE!', '1O.5O', '5 apples'];
const BLANKS = ['', ' ', 'NA', 'NULL', 'n/a', '\\N', 'None'];
const CUSTOMERS = [
  'ann',
  'Ann',
  '00012',
  '12',
  'Zoë "Z" Smith',
  'O’Brien',
  'line\nbreak',
  '李雷',
  'a;b,c|d\te',
  '=1+1',
  '__proto__',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A file of about `size` rows from a seed: the same seed, the same file. */
export function dirtyFile(seed: number, size: number): DirtyFile {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const chance = (p: number): boolean => random() < p;
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const style: Style = {
    delimiter: pick([',', ';', '\t', '|'] as const),
    end: pick(['\n', '\r\n'] as const),
    dates: pick(['ymd', 'dmy', 'mdy', 'named'] as const),
    decimal: pick(['.', ','] as const),
    groups: chance(0.5),
    sign: pick(['', '$', ' EUR'] as const),
    quoteAll: chance(0.2),
    extra: chance(0.7),
  };
  const file: DirtyFile = { text: '', rows: 0, used: [], rejected: {}, asOf: isoOf(AS_OF), style };
  const reject = (reason: string, cents: bigint): void => {
    file.rejected[reason] ??= { rows: 0, cents: 0n };
    const entry = file.rejected[reason];
    entry.rows += 1;
    entry.cents += cents;
  };
  const cell = (text: string): string =>
    style.quoteAll || /["\r\n,;|\t]/.test(text) || chance(0.05) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (cells: readonly string[]): string => cells.map(cell).join(style.delimiter);
  const names = ['customer', 'date', 'amount', ...(style.extra ? ['remark'] : [])];
  const lines = [line(names)];

  for (let i = 0; i < size; i += 1) {
    const remark = style.extra ? [chance(0.1) ? 'two\nlines, "quoted"' : `r${i}`] : [];
    const day = chance(0.05) ? AS_OF + whole(1, 99) : FIRST_DAY + whole(0, DAYS - 101);
    const cents = BigInt(chance(0.1) ? -whole(1, 99_999) : chance(0.05) ? 0 : whole(1, 9_999_999));
    const good = {
      customer: pick(CUSTOMERS),
      date: writtenDate(day, style.dates),
      amount: writtenAmount(cents, style),
    };
    const trouble = random();
    if (trouble < 0.03) {
      // A row that is too long or too short: nothing in it is read.
      lines.push(
        line(
          chance(0.5)
            ? [good.customer, good.date]
            : [good.customer, good.date, good.amount, ...remark, 'x', 'y'],
        ),
      );
      reject('malformed-row', 0n);
    } else if (trouble < 0.08) {
      lines.push(line([pick(BLANKS), chance(0.2) ? 'soon' : good.date, good.amount, ...remark]));
      reject('missing-customer', cents);
    } else if (trouble < 0.12) {
      lines.push(line([good.customer, pick(BAD_DATES), good.amount, ...remark]));
      reject('bad-date', cents);
    } else if (trouble < 0.16) {
      lines.push(line([good.customer, good.date, pick(BAD_AMOUNTS), ...remark]));
      reject('bad-amount', 0n);
    } else {
      lines.push(line([good.customer, good.date, good.amount, ...remark]));
      if (day > AS_OF) reject('after-as-of', cents);
      else file.used.push({ customer: good.customer, day, cents });
    }
    file.rows += 1;
    if (chance(0.01)) lines.push('');
  }
  file.text = lines.join(style.end) + (chance(0.5) ? style.end : '');
  return file;
}

function writtenDate(day: number, dates: Dates): string {
  const [year, month, date] = isoOf(day).split('-') as [string, string, string];
  if (dates === 'ymd') return `${year}-${month}-${date}`;
  if (dates === 'dmy') return `${date}.${month}.${year} 10:30`;
  if (dates === 'mdy') return `${Number(month)}/${Number(date)}/${year}`;
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

function writtenAmount(cents: bigint, { decimal: point, groups, sign }: Style): string {
  const [whole, fraction = ''] = decimal(cents < 0n ? -cents : cents, 2).split('.') as [string, string?];
  const grouped = groups ? whole.replace(/\B(?=(\d{3})+$)/g, point === '.' ? ',' : '.') : whole;
  const amount = `${grouped}${point}${fraction.padEnd(2, '0')}`;
  const money = sign === '$' ? `$${amount}` : `${amount}${sign}`;
  return cents < 0n ? `-${money}` : money;
}
