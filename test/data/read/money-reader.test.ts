import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MoneyReader } from '../../../src/data/read/money-reader';
import { decimal } from '../support/read-text';

function read(text: string, point: '.' | ',' = '.'): string | null {
  const reader = new MoneyReader(point);
  const bytes = new TextEncoder().encode(`9${text}9`);
  if (!reader.read(bytes, 1, bytes.length - 1)) return null;
  return decimal(reader.big ?? BigInt(reader.digits), reader.places);
}

describe('a money reader', () => {
  it.each([
    ['12', '12'],
    ['12.50', '12.5'],
    ['0012.5', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+12.5', '12.5'],
    ['-12.5', '-12.5'],
    ['- 12.5', '-12.5'],
    ['12.5-', '-12.5'],
    ['12.5 -', '-12.5'],
    ['(12.5)', '-12.5'],
    ['($12.50)', '-12.5'],
    ['−12.5', '-12.5'],
    ['–12.5', '-12.5'],
    ["'12.5", '12.5'],
    ['  12.5\t', '12.5'],
    ['-0.00', '0'],
  ])('reads %s as %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '$1,234.50',
    '1,234.50 $',
    '1,234.50 USD',
    '1,234.50USD',
    'USD 1,234.50',
    'US$1,234.50',
    'R$ 1,234.50',
    'Rs.1,234.50',
    'Rs. 1,234.50',
    '₹1,234.50',
    '1,234.50 kr.',
    'kr 1,234.50',
    '£1,234.50',
    '￥1,234.50',
    '¥ 1,234.50',
    '1,234.50元',
    '1,234.50 zł',
    'CHF 1’234.50',
    "1'234.50 Fr.",
    '$1,234.50 CAD',
    '1 234.50 €',
    '1\u00a0234.50 €',
    '1\u202f234.50\u00a0€',
    '1\u2009234.50',
    '１,２３４.５０',
    '￥１，２３４．５０',
  ])('reads the amount in %s', (text) => {
    expect(read(text)).toBe('1234.5');
  });

  it('reads a decimal comma where that is the sign', () => {
    expect(read('1.234,56', ',')).toBe('1234.56');
    expect(read('1 234,56 €', ',')).toBe('1234.56');
    expect(read('-1.234.567,8', ',')).toBe('-1234567.8');
    expect(read('12,5-', ',')).toBe('-12.5');
    expect(read('1,5e3', ',')).toBe('1500');
    expect(read('Kč 1.234', ',')).toBe('1234');
  });

  it('groups by three, and from the second group by two as in India', () => {
    expect(read('1,234,567')).toBe('1234567');
    expect(read('12,34,567.89')).toBe('1234567.89');
    expect(
      ['1,23', '1,2345', '1234,567', ',123', '1,,234', '1,234,5', '1.234,5'].map((t) => read(t)),
    ).toEqual(Array(7).fill(null));
    expect(['12 34', '1 2', '1234 567'].map((t) => read(t))).toEqual([null, null, null]);
  });

  it('reads powers of ten as programs write them, and nothing that merely looks so', () => {
    expect(read('1e3')).toBe('1000');
    expect(read('1.5E-2')).toBe('0.015');
    expect(read('-2.5e+1')).toBe('-25');
    expect(read('5 EUR')).toBe('5');
    expect(read('5EUR')).toBe('5');
    expect(['1e', 'e5', '1e5e5', '1e999', '7e88', '1e21', '5e-'].map((t) => read(t))).toEqual(
      Array(7).fill(null),
    );
  });

  it('keeps every digit, also past the exact range of a number', () => {
    expect(read('123456789012345')).toBe('123456789012345');
    expect(read('1234567890123456.78')).toBe('1234567890123456.78');
    expect(read('-99999999999999999999.99')).toBe('-99999999999999999999.99');
    expect(read('1000000000000000')).toBe('1000000000000000');
    expect(read('0.00000001')).toBe('0.00000001');
    expect(read('12.340000000000002')).toBe('12.340000000000002');
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '$',
    'EUR',
    'abc',
    'MG-8769',
    'Q1',
    '1a2',
    '12 m2',
    '5x3',
    '12 kg',
    '10h30',
    '5)',
    '(5',
    '--5',
    '-5-',
    '(-5)',
    '5-3',
    '5+',
    '1.2.3',
    '12%',
    '12 34.5.6',
    '2018-01-01',
    '10:30',
    'true',
    'Infinity',
    'NaN',
    '½',
    '5½',
    '12\0',
    '$5$6',
  ])('takes "%s" for no amount', (text) => {
    expect(read(text)).toBeNull();
  });

  it('notes the currencies of amounts, not the words of other cells', () => {
    const reader = new MoneyReader('.');
    for (const cell of ['$5', '$ 6', 'USD', '7', '$8 CAD', 'ALL', '9 kg', '€ 5']) {
      const bytes = new TextEncoder().encode(cell);
      reader.read(bytes, 0, bytes.length);
    }
    expect(Object.fromEntries(reader.units)).toEqual({ $: 2, CAD: 1, '€': 1 });
  });

  it('reads back whatever it is given as a plain decimal', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
        fc.integer({ min: 0, max: 8 }),
        (units, scale) => {
          const text = decimal(units, scale);
          expect(read(text)).toBe(text);
          expect(read(text.replace('.', ','), ',')).toBe(text);
        },
      ),
      { seed: 2 },
    );
  });

  it('ends with an answer on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-()eE $€￥ kr'") }), (text) => {
        expect([null, 'string']).toContain(read(text) === null ? null : typeof read(text));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
