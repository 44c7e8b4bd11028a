import { dayOfIso } from '../../../src/util/calendar';
import type { Style } from './dirty-file';

/** What a plain reading of a dirty file comes to: rows used, and rows and cents left out by reason. */
export interface PlainReading {
  rows: number;
  used: { customer: string; day: number; cents: bigint }[];
  rejected: Record<string, [rows: number, amount: number]>;
}

const BLANK = /^(|na|n\/a|null|nan|none|\\n)$/i;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * Reads a dirty file once more, apart from the kit's reader: the whole text at once, cell by cell, by regular
 * expressions. Only how it is written is told.
 */
export function plainReading(text: string, style: Style, asOf: string): PlainReading {
  const [header, ...records] = recordsOf(text, style.delimiter);
  const out: PlainReading = { rows: 0, used: [], rejected: {} };
  const reject = (reason: string, cents: bigint | null): void => {
    const [rows, amount] = out.rejected[reason] ?? [0, 0];
    out.rejected[reason] = [rows + 1, Number(BigInt(Math.round(amount * 100)) + (cents ?? 0n)) / 100];
  };
  for (const cells of records) {
    if (cells.length === 1 && cells[0]!.trim() === '') continue;
    out.rows += 1;
    if (cells.length !== header!.length) {
      reject('malformed-row', null);
      continue;
    }
    const [customer = '', date = '', amount = ''] = cells.map((cell) => cell.trim());
    const cents = centsOf(amount, style);
    const day = dayOf(date, style.dates);
    if (BLANK.test(customer)) reject('missing-customer', cents);
    else if (day === null) reject('bad-date', cents);
    else if (cents === null) reject('bad-amount', null);
    else if (day > dayOfIso(asOf)!) reject('after-as-of', cents);
    else out.used.push({ customer, day, cents });
  }
  return out;
}

function recordsOf(text: string, delimiter: string): string[][] {
  const sign = delimiter === '|' ? '\\|' : delimiter;
  const token = new RegExp(`"((?:[^"]|"")*)"|([^${sign}\\r\\n"]*)`, 'y');
  const records: string[][] = [[]];
  for (let at = 0; at <= text.length; ) {
    token.lastIndex = at;
    const [all = '', quoted, plain = ''] = token.exec(text) ?? [];
    records.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += all.length;
    if (text[at] === delimiter) at += 1;
    else {
      at += text[at] === '\r' ? 2 : 1;
      if (at <= text.length) records.push([]);
    }
  }
  return records;
}

function dayOf(text: string, dates: Style['dates']): number | null {
  const two = (part: string): string => part.padStart(2, '0');
  const patterns: Record<Style['dates'], [RegExp, (parts: string[]) => string]> = {
    ymd: [/^(\d{4})-(\d\d)-(\d\d)$/, ([y, m, d]) => `${y}-${m}-${d}`],
    dmy: [/^(\d\d)\.(\d\d)\.(\d{4})( \d\d:\d\d)?$/, ([d, m, y]) => `${y}-${m}-${d}`],
    mdy: [/^(\d+)\/(\d+)\/(\d{4})$/, ([m, d, y]) => `${y}-${two(m!)}-${two(d!)}`],
    named: [
      /^(\d+) ([A-Z][a-z]{2}) (\d{4})$/,
      ([d, m, y]) => `${y}-${two(String(MONTHS.indexOf(m!) + 1))}-${two(d!)}`,
    ],
  };
  const [pattern, iso] = patterns[dates];
  const match = pattern.exec(text);
  return match && dayOfIso(iso(match.slice(1)));
}

function centsOf(text: string, { decimal, sign }: Style): bigint | null {
  const plain = text.replace(sign.trim(), '').trim();
  const group = decimal === '.' ? ',' : '\\.';
  const point = decimal === '.' ? '\\.' : ',';
  const match = new RegExp(`^(-?)(\\d{1,3}(?:${group}\\d{3})*|\\d+)${point}(\\d\\d)$`).exec(plain);
  if (!match) return null;
  const cents = BigInt(match[2]!.replace(/[.,]/g, '') + match[3]!);
  return match[1] ? -cents : cents;
}
