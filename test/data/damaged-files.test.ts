import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/compute/random';
import { RfmError } from '../../src/util/rfm-error';
import { xlsx } from '../support/xlsx';
import { readText } from './support/read-text';

// The long form: npm run test:dirty.
const FILES = Number(process.env.RFM_DAMAGED_FILES ?? 240);

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };
const ARROW = readFileSync('test/fixtures/sales.arrow');

const SALES = Array.from({ length: 60 }, (_, i) => ({
  customer: `Müller ${i % 7}`,
  date: `2024-0${1 + (i % 9)}-1${i % 10}`,
  amount: ((i * 7919) % 10_000) / 100,
  note: i % 3 === 0 ? 'said "no", left' : '中文',
}));
const CSV = `customer,date,amount,note\n${SALES.map(({ customer, date, amount, note }) => `${customer},${date},${amount},"${note.replaceAll('"', '""')}"`).join('\n')}\n`;

/** What is damaged, and the share of the files that is of the kind: Parquet has a thread of its own for each. */
const WHOLE: Record<string, { bytes: Uint8Array; share: number }> = {
  workbook: {
    bytes: xlsx({ Sales: [Object.keys(SALES[0]!), ...SALES.map((row) => Object.values(row))] }),
    share: 1,
  },
  Parquet: { bytes: readFileSync('test/fixtures/sales.parquet'), share: 0.1 },
  'Arrow file': { bytes: ARROW, share: 1 },
  'Arrow stream': { bytes: tableToIPC(tableFromIPC(ARROW), 'stream'), share: 1 },
  gzip: { bytes: gzipSync(CSV), share: 1 },
  CSV: { bytes: Buffer.from(CSV), share: 1 },
  'UTF-16': { bytes: Buffer.from(`\ufeff${CSV}`, 'utf16le'), share: 0.5 },
  JSON: { bytes: Buffer.from(JSON.stringify(SALES)), share: 0.5 },
  'JSON lines': { bytes: Buffer.from(SALES.map((row) => JSON.stringify(row)).join('\n')), share: 0.5 },
};

/** Numbers that counts and lengths are least ready for. */
const EXTREMES = [0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/** The bytes with one to three kinds of damage, the same for the same seed. */
function damage(whole: Uint8Array, seed: number): Uint8Array {
  const next = seededRandom(seed);
  const below = (most: number): number => Math.floor(next() * most);
  let bytes = Uint8Array.from(whole);
  const stretch = (): [number, number] => {
    const start = below(bytes.length);
    return [start, Math.min(bytes.length, start + 1 + below(64))];
  };
  const kinds: (() => void)[] = [
    () => {
      for (let i = 1 + below(8); i > 0; i -= 1) bytes[below(bytes.length)]! ^= 1 << below(8);
    },
    () => {
      const [start, end] = stretch();
      for (let at = start; at < end; at += 1) bytes[at] = below(256);
    },
    () => bytes.fill([0, 0xff, 0x22, 0x0a][below(4)]!, ...stretch()),
    () => {
      const at = below(Math.max(1, bytes.length - 4));
      if (bytes.length >= 4)
        new DataView(bytes.buffer).setUint32(at, EXTREMES[below(EXTREMES.length)]!, next() < 0.8);
    },
    () => {
      bytes = bytes.slice(0, below(bytes.length));
    },
    () => {
      const [start, end] = stretch();
      bytes = Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(end)]);
    },
    () => {
      const [start, end] = stretch();
      bytes = Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(start)]);
    },
  ];
  for (let i = 1 + below(3); i > 0; i -= 1) if (bytes.length > 0) kinds[below(kinds.length)]!();
  return bytes;
}

/** What reading comes to that it should not: nothing, where all is told. */
async function wrongOf(bytes: Uint8Array): Promise<string | null> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const reading = readText(bytes, MAPPING).then(
    ({ outcome, rows }) => {
      const left = outcome.rejected.reduce((sum, { rows: count }) => sum + count, 0);
      if (outcome.rowsUsed + left !== outcome.rowsRead)
        return `${outcome.rowsRead} rows are not accounted for`;
      if (rows.length !== outcome.rowsUsed) return `${rows.length} rows instead of ${outcome.rowsUsed}`;
      const odd = rows.find(({ day, amount }) => !Number.isInteger(day) || !/^-?\d+(\.\d+)?$/.test(amount));
      return odd ? `the row ${JSON.stringify(odd)}` : null;
    },
    (error: unknown) => {
      if (error instanceof RfmError) return null;
      return `an error that is not the kit's: ${error instanceof Error ? error.stack : error}`;
    },
  );
  const hanging = new Promise<string>((resolve) => {
    late = setTimeout(() => resolve('no end'), 30_000);
  });
  return Promise.race([reading, hanging]).finally(() => clearTimeout(late));
}

describe('a file damaged anywhere, in any way', () => {
  for (const [name, { bytes, share }] of Object.entries(WHOLE))
    it(`ends in an error that says so, or in an account of each row: ${name}`, async () => {
      expect(await wrongOf(bytes)).toBe(null);
      for (let seed = 1; seed <= Math.ceil(FILES * share); seed += 1)
        expect({ seed, wrong: await wrongOf(damage(bytes, seed)) }).toEqual({ seed, wrong: null });
    });
});
