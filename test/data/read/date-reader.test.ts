import { describe, expect, it } from 'vitest';
import { type DateFormat, DateReader } from '../../../src/data/read/date-reader';
import { isoOf } from '../../../src/util/calendar';

function read(text: string, format: DateFormat): string | null {
  const bytes = new TextEncoder().encode(`x${text}y`);
  const day = new DateReader(format).read(bytes, 1, bytes.length - 1);
  return Number.isNaN(day) ? null : isoOf(day);
}

/** What a reader finds of a whole column, however it reads it. */
function halfSwapped(values: readonly string[]): string | null {
  const found = (['ymd', 'dmy', 'mdy'] as const).map((format) => {
    const reader = new DateReader(format);
    for (const value of values) {
      const bytes = new TextEncoder().encode(value);
      reader.read(bytes, 0, bytes.length);
    }
    return reader.ways.halfSwapped;
  });
  expect(new Set(found).size).toBe(1);
  return found[0]!;
}

describe('a date reader', () => {
  it.each([
    ['2018-01-31', 'ymd'],
    ['2018/1/31', 'ymd'],
    ['2018.01.31', 'ymd'],
    ['20180131', 'ymd'],
    ['2018 01 31', 'ymd'],
    ['18-01-31', 'ymd'],
    ['31.01.2018', 'dmy'],
    ['31/1/2018', 'dmy'],
    ['31-01-18', 'dmy'],
    ['1/31/2018', 'mdy'],
    ['1/31/18', 'mdy'],
    ['01-31-2018', 'mdy'],
    ['  31.1.2018 ', 'dmy'],
  ] as const)('reads %s as %s', (text, format) => {
    expect(read(text, format)).toBe('2018-01-31');
  });

  it.each([
    ['5 Jan 2015', 'dmy'],
    ['Jan 5, 2015', 'ymd'],
    ['January 5 2015', 'dmy'],
    ['5-Jan-15', 'dmy'],
    ['5. Januar 2015', 'dmy'],
    ['5 janv. 2015', 'mdy'],
    ['2015-Jan-05', 'ymd'],
    ['05 ENE 2015', 'dmy'],
  ] as const)('knows the month by its name in %s', (text, format) => {
    expect(read(text, format)).toBe('2015-01-05');
  });

  it('knows months in the languages of the contract', () => {
    expect(['3 März 2015', '3 mars 2015', '3 marzo 2015', '3 março 2015'].map((t) => read(t, 'dmy'))).toEqual(
      Array(4).fill('2015-03-03'),
    );
    expect(['9 Dez 2015', '9 déc. 2015', '9 dic 2015', '9 dezembro 2015'].map((t) => read(t, 'dmy'))).toEqual(
      Array(4).fill('2015-12-09'),
    );
  });

  it.each(['1997年01月01日', '1997年1月1日', '1997年1月1日 10:30', '1997년 1월 1일', '1997年1月1号'])(
    'reads %s',
    (text) => {
      expect(read(text, 'ymd')).toBe('1997-01-01');
    },
  );

  it('reads two-digit years as POSIX does: 69-99 are 19xx, 00-68 are 20xx', () => {
    expect(read('1/2/69', 'mdy')).toBe('1969-01-02');
    expect(read('1/2/99', 'mdy')).toBe('1999-01-02');
    expect(read('1/2/00', 'mdy')).toBe('2000-01-02');
    expect(read('1/2/68', 'mdy')).toBe('2068-01-02');
  });

  it.each([
    '2018-01-31 00:00',
    '2018-01-31 23:59:59',
    '2018-01-31T23:59:59.999Z',
    '2018-01-31T23:59:59-0800',
    '2018-01-31 23:59:59+14:00',
    '2018-01-31 11:59:59 PM',
    '2018-01-31, 11:59 p.m.',
    '2018-01-31 23h59',
    '20180131 23:59',
    '2018-01-31 00:00 UTC',
    '2018/1/31 下午3:00:00',
  ])('takes the date of %s as it is written, whatever the time or the offset', (text) => {
    expect(read(text, 'ymd')).toBe('2018-01-31');
  });

  it('knows 29 February in leap years only', () => {
    expect(read('2024-02-29', 'ymd')).toBe('2024-02-29');
    expect(read('2023-02-29', 'ymd')).toBeNull();
    expect(read('29/02/1900', 'dmy')).toBeNull();
    expect(read('20000229', 'ymd')).toBe('2000-02-29');
  });

  it('reads epochs in UTC and Excel serials as Excel shows them', () => {
    expect(read('852076800', 'epoch-s')).toBe('1997-01-01');
    expect(read('852163199', 'epoch-s')).toBe('1997-01-01');
    expect(read('852076800000', 'epoch-ms')).toBe('1997-01-01');
    expect(read('852076800.5', 'epoch-s')).toBe('1997-01-01');
    expect(read('35431', 'excel')).toBe('1997-01-01');
    expect(read('35431.75', 'excel')).toBe('1997-01-01');
    expect(read('61', 'excel')).toBe('1900-03-01');
    expect(read('-1', 'epoch-s')).toBe('1969-12-31');
  });

  it.each([
    '',
    'yesterday',
    '2018',
    '2018-01',
    '2018-13-01',
    '2018-00-10',
    '2018-01-32',
    '2018-01-00',
    '0000-01-01',
    '12345-01-01',
    '201-01-01',
    '2018-001-05',
    '2018-01-31x',
    '2018-01-31 noon',
    '2018--',
    '--',
    '1.2.3.4',
    '99999999',
    '2018013',
    'Jan Feb 2015',
    '-2018-01-31',
  ])('takes "%s" for no date', (text) => {
    expect(read(text, 'ymd')).toBeNull();
  });

  it('refuses what the order does not allow', () => {
    expect(read('31/01/2018', 'mdy')).toBeNull();
    expect(read('01/31/2018', 'dmy')).toBeNull();
    expect(read('31/01/2018', 'ymd')).toBeNull();
    expect(read('2018-01-31', 'excel')).toBeNull();
    expect(read('1e5', 'excel')).toBeNull();
  });

  it('remembers the last cell without mixing it up with the next', () => {
    const reader = new DateReader('ymd');
    const cells = ['2018-01-01', '2018-01-02', '2018-01-02', '', '2018-01-02', 'x', ''.padEnd(60, '1')];
    const days = cells.map((cell) => {
      const bytes = new TextEncoder().encode(cell);
      return reader.read(bytes, 0, bytes.length);
    });
    expect(days.map((day) => (Number.isNaN(day) ? null : isoOf(day)))).toEqual([
      '2018-01-01',
      '2018-01-02',
      '2018-01-02',
      null,
      '2018-01-02',
      null,
      null,
    ]);
  });
});

describe('dates that a program made of days and months the wrong way round', () => {
  const made = Array.from({ length: 20 }, (_, i) => `2018-0${1 + (i % 9)}-0${1 + (i % 7)}`);
  const left = Array.from({ length: 8 }, (_, i) => `${13 + i}/02/2018`);

  it('are told by what stayed text and by no day after the 12th', () => {
    expect(halfSwapped([...made, ...left])).toBe('dmy');
    expect(halfSwapped([...made, ...left.map((_, i) => `02/${13 + i}/18`)])).toBe('mdy');
  });

  it('are none where other days stand among them, where text has no pattern, or in few rows', () => {
    expect(halfSwapped([...made, '2018-05-31', ...left])).toBe(null);
    expect(halfSwapped([...made, ...left, '01/02/2018'])).toBe(null);
    expect(halfSwapped([...made, ...left, '02/13/2018'])).toBe(null);
    expect(halfSwapped([...made.slice(0, 10), ...left])).toBe(null);
    expect(halfSwapped(made)).toBe(null);
  });
});
