import {
  type DataType,
  DateDay,
  DateMillisecond,
  Decimal,
  Dictionary,
  Float32,
  Int32,
  Int64,
  makeData,
  makeVector,
  Table,
  TimestampMicrosecond,
  TimestampNanosecond,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowColumn, SCRATCH_BYTES } from '../../src/data/read/arrow-cells';
import { encode } from '../../src/data/read/bytes';
import { arrowTable, columnTable } from '../../src/data/read/cell-tables';
import { scaledText, writeInteger, writeScaled } from '../../src/data/read/digits';
import { MoneyReader } from '../../src/data/read/money-reader';
import { WordHash } from '../../src/data/read/word-hash';
import { isoOf } from '../../src/util/calendar';
import { readTable } from './support/read-text';

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };

function column(type: DataType, length: number, data: ArrayBufferView): Vector {
  return new Vector([makeData({ type, length, nullCount: 0, data } as Parameters<typeof makeData>[0])]);
}

/** The texts of a column as the kit reads it. */
function cells(vector: Vector): string[] {
  const table = arrowTable(new Table({ x: vector }));
  return Array.from({ length: vector.length }, (_, row) => table.text(row, 0));
}

function written(write: (to: Uint8Array) => number): string {
  const to = new Uint8Array(SCRATCH_BYTES);
  return new TextDecoder().decode(to.subarray(0, write(to)));
}

describe('digits', () => {
  it('are those of the number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 20 }), (value, scale) => {
        expect(written((to) => writeInteger(to, 0, value))).toBe(String(value));
        expect(written((to) => writeScaled(to, 0, value, scale))).toBe(scaledText(BigInt(value), scale));
      }),
    );
  });
});

describe('Arrow columns', () => {
  it('give whole numbers exactly, those of 64 bits too', () => {
    expect(cells(makeVector(Int32Array.of(0, -7, 2147483647)))).toEqual(['0', '-7', '2147483647']);
    const longs = [0n, -1n, -5_000_000_000n, 2n ** 53n + 1n, -(2n ** 63n)];
    expect(cells(makeVector(BigInt64Array.from(longs)))).toEqual(longs.map(String));
    expect(cells(makeVector(BigUint64Array.of(2n ** 64n - 1n)))).toEqual(['18446744073709551615']);
  });

  it('give doubles as they print, and numbers of 32 bits by their shortest digits', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(cells(makeVector(Float64Array.of(value)))).toEqual([String(value === 0 ? 0 : value)]);
      }),
    );
    expect(cells(makeVector(Float32Array.of(0.1, 19.99, 5)))).toEqual(['0.1', '19.99', '5']);
  });

  it('give decimals with all their places, of any sign and size', () => {
    const words = (value: bigint): number[] =>
      [0n, 32n, 64n, 96n].map((shift) => Number(BigInt.asUintN(32, value >> shift)));
    const values = [12345n, -5n, 0n, -(10n ** 30n), 10n ** 20n + 1n];
    const data = Uint32Array.from(values.flatMap(words));
    const type = new Decimal(2, 38, 128);
    expect(cells(column(type, values.length, data))).toEqual(values.map((value) => scaledText(value, 2)));
  });

  it('give the amount, the day and a hash of their own that say what their text says', () => {
    const doubles = [12.34, -0.1, 0, 1e300, 0.001, Number.NaN, 1e-9, 123456789.125];
    const longs = [5n, -1n, 2n ** 60n, null, 0n, 5n, 7n, 8n];
    const days = [0, null, 19_723, -1, 5, 6, 7, 0].map((day) => day && new Date(day * 86_400_000));
    const typed = new Table({
      double: makeVector(Float64Array.from(doubles)),
      long: vectorFromArray(longs, new Int64()),
      date: vectorFromArray(days, new DateMillisecond()),
    });
    const { cells: columns, text, length } = arrowTable(typed);
    const [direct, byText] = [new MoneyReader('.'), new MoneyReader('.')];
    for (let row = 0; row < length; row += 1) {
      for (const column of [0, 1]) {
        const bytes = encode(text(row, column));
        const reads = bytes.length > 0 && byText.read(bytes, 0, bytes.length);
        const read = columns![column]!.money(row, direct);
        if (read === undefined) continue;
        expect(read).toBe(reads);
        if (read) expect(direct.digits / 10 ** direct.places).toBe(byText.digits / 10 ** byText.places);
      }
      const day = columns![2]!.day(row)!;
      expect(Number.isNaN(day) ? '' : isoOf(day)).toBe(text(row, 2));
    }
    const hashOf = (row: number, column: number): string => {
      const hash = new WordHash();
      hash.begin();
      expect(columns![column]!.hash(row, hash)).toBe(true);
      return `${hash.low} ${hash.high}`;
    };
    expect(hashOf(0, 1)).toBe(hashOf(5, 1));
    expect(new Set([0, 1, 2, 3, 4, 6, 7].map((row) => hashOf(row, 1))).size).toBe(7);
  });

  it('give the day of a date or a timestamp in UTC, before 1970 and at midnight too', () => {
    const micro = BigInt64Array.of(0n, -1n, 86_400_000_000n - 1n, 86_400_000_000n);
    const nano = BigInt64Array.of(1_704_067_199_999_999_999n, 1_704_067_200_000_000_000n, -1n);
    expect(cells(column(new TimestampMicrosecond(), 4, micro))).toEqual([
      '1970-01-01',
      '1969-12-31',
      '1970-01-01',
      '1970-01-02',
    ]);
    expect(cells(column(new TimestampNanosecond(), 3, nano))).toEqual([
      '2023-12-31',
      '2024-01-01',
      '1969-12-31',
    ]);
    const days = Int32Array.of(-1, 19_723);
    expect(cells(column(new DateDay(), 2, days))).toEqual(['1969-12-31', '2024-01-01']);
    const millis = vectorFromArray([new Date(0), null], new DateMillisecond());
    expect(cells(millis)).toEqual(['1970-01-01', '']);
  });

  it('read through dictionaries, gaps, chunks and slices', () => {
    const words = vectorFromArray(['b', 'a', null, 'b'], new Dictionary(new Utf8(), new Int32()));
    expect(cells(words)).toEqual(['b', 'a', '', 'b']);
    const chunked = makeVector(Int32Array.of(1, 2)).concat(makeVector(Int32Array.of(3)));
    expect(cells(chunked)).toEqual(['1', '2', '3']);
    const gaps = vectorFromArray([1n, null, 3n, null, 5n], new Int64());
    expect(cells(gaps.slice(1, 4))).toEqual(['', '3', '']);
    expect(cells(words.slice(1))).toEqual(['a', '', 'b']);
  });

  it('are read by what they print where their buffers are laid out otherwise', () => {
    expect(arrowColumn({ length: 1, get: () => 1 })).toBeNull();
    const foreign = {
      schema: {
        fields: [
          { name: 'customer', type: { toString: () => 'Utf8' } },
          { name: 'date', type: { toString: () => 'Timestamp<MILLISECOND>' } },
          { name: 'amount', type: { toString: () => 'Decimal[10e+2]', scale: 2 } },
        ],
      },
      numRows: 1,
      getChild: (name: string) => ({
        length: 1,
        get: () => ({ customer: 'é', date: 86_400_000, amount: '-1250' })[name],
      }),
    };
    const table = arrowTable(foreign);
    expect([0, 1, 2].map((at) => table.text(0, at))).toEqual(['é', '1970-01-02', '-12.50']);
  });

  it('give the same rows and the same report as texts', async () => {
    const size = 3000;
    const customers = Array.from({ length: size }, (_, i) => (i % 50 === 0 ? null : `c${i % 97}`));
    const days = Int32Array.from({ length: size }, (_, i) => 19_000 + (i % 700));
    const amounts = Float64Array.from({ length: size }, (_, i) => Math.round(i * 37.7) / 100 - 20);
    const typed = new Table({
      customer: vectorFromArray(customers, new Dictionary(new Utf8(), new Int32())),
      date: column(new DateDay(), size, days),
      amount: makeVector(amounts),
    });
    const texts = columnTable({
      customer: customers,
      date: Array.from(days, (day) => new Date(day * 86_400_000)),
      amount: Array.from(amounts, String),
    });
    const [fast, slow] = [await readTable(arrowTable(typed), MAPPING), await readTable(texts, MAPPING)];
    expect(fast.rows).toEqual(slow.rows);
    expect(fast.outcome).toEqual(slow.outcome);
    expect(fast.outcome.duplicateRows).toBe(slow.outcome.duplicateRows);
  });

  it('of floats of 32 bits are amounts without noise', async () => {
    const table = new Table({
      customer: vectorFromArray(['a', 'b'], new Utf8()),
      date: vectorFromArray(['2024-01-01', '2024-01-02'], new Utf8()),
      amount: vectorFromArray([19.99, 0.1], new Float32()),
    });
    const { rows } = await readTable(arrowTable(table), MAPPING);
    expect(rows.map(({ amount }) => amount)).toEqual(['19.99', '0.1']);
  });
});
