import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/data/read/csv-dialect';
import { CsvRecords, type Dialect } from '../../../src/data/read/csv-records';

const QUOTE = 0x22;

function dialect(delimiter = ',', escapedBy: number = QUOTE, quote: number = QUOTE): Dialect {
  return { delimiter: delimiter.charCodeAt(0), quote, escapedBy };
}

interface Read {
  rows: string[][];
  /** Records that open a quote nothing closes, or whose quotes cannot be trusted. */
  broken: number[];
}

/** Reads a text that arrives in pieces cut at `cuts`, as a file does. */
function read(text: string, form: Dialect = dialect(), cuts: readonly number[] = []): Read {
  const bytes = new TextEncoder().encode(text);
  const records = new CsvRecords(form);
  const out: Read = { rows: [], broken: [] };
  let rest = 0;
  for (const end of [...cuts, bytes.length]) {
    const final = end === bytes.length;
    const piece = bytes.slice(0, end);
    while (rest < end) {
      const next = records.next(piece, rest, end, final);
      if (next < 0) break;
      if (records.unclosed || records.bent) out.broken.push(out.rows.length);
      out.rows.push(Array.from({ length: records.count }, (_, i) => cellText(records, piece, i)));
      rest = next;
    }
  }
  return out;
}

describe('csv records', () => {
  it('end with LF, CRLF or CR, and the last one with the text', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(read(`a,b${end}c,d${end}e,f`).rows).toEqual([
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ]);
    expect(read('a,b\n').rows).toEqual([['a', 'b']]);
    expect(read('a\rb\nc\r\nd').rows).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  it('keep empty fields, first, last and between', () => {
    expect(read(',a,,b,\n,\n').rows).toEqual([
      ['', 'a', '', 'b', ''],
      ['', ''],
    ]);
    expect(read('a,').rows).toEqual([['a', '']]);
    expect(read('\n\n').rows).toEqual([[''], ['']]);
  });

  it('hold delimiters, line ends and doubled quotes inside quotes', () => {
    expect(read('"a,b","c\r\nd","say ""hi""",""\ne').rows).toEqual([
      ['a,b', 'c\r\nd', 'say "hi"', ''],
      ['e'],
    ]);
    expect(read('""""').rows).toEqual([['"']]);
    expect(read('a"b,c"d').rows).toEqual([['a"b', 'c"d']]);
  });

  it('count the lines inside quotes', () => {
    const records = new CsvRecords(dialect());
    const bytes = new TextEncoder().encode('"a\nb\n",c\nd');
    records.next(bytes, 0, bytes.length, true);
    expect(records.innerLines).toBe(2);
  });

  it('undo backslashes before quotes and before themselves, and leave the others', () => {
    const form = dialect(',', 0x5c);
    expect(read('"say \\"hi\\"","c:\\\\","\\n",x', form).rows).toEqual([['say "hi"', 'c:\\', '\\n', 'x']]);
    expect(read('"a\\\\","b"', form).rows).toEqual([['a\\', 'b']]);
  });

  it('allow blanks behind a closing quote', () => {
    expect(read('"a" ,"b"  \nc,d').rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('take the line alone where a quote is never closed, and go on below it', () => {
    const { rows, broken } = read('a,b\n"c,d\ne,f\ng,h\n');
    expect(rows[0]).toEqual(['a', 'b']);
    expect(rows.slice(2)).toEqual([
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(broken).toEqual([1]);
  });

  it('do not trust quotes that text follows', () => {
    const { rows, broken } = read('"a"b,c\nd,e\n');
    expect(broken).toEqual([0]);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(['d', 'e']);
  });

  it('take runs of blanks for one where columns are aligned by them', () => {
    expect(read(' 00001 1997-01-01  1   11.77\n 00002  1997-01-12 1   12.00 \n', dialect(' ')).rows).toEqual([
      ['00001', '1997-01-01', '1', '11.77'],
      ['00002', '1997-01-12', '1', '12.00'],
    ]);
  });

  it('grow with the number of fields', () => {
    const cells = Array.from({ length: 1000 }, (_, i) => String(i));
    expect(read(cells.join(',')).rows).toEqual([cells]);
  });

  const field = fc.string({
    unit: fc.constantFrom('a', 'é', '中', ',', '"', '\n', '\r', ' ', '1', '\\'),
    maxLength: 6,
  });
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });

  it('give back any table that was written with quotes', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = rows
          .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join(end);
        expect(read(text)).toEqual({ rows, broken: [] });
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('are the same wherever the text is cut into chunks', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '中', '\\'),
      maxLength: 24,
    });
    fc.assert(
      fc.property(text, fc.constantFrom(dialect(), dialect(',', 0x5c), dialect(' ')), (sample, form) => {
        const length = new TextEncoder().encode(sample).length;
        const whole = read(sample, form);
        for (let cut = 0; cut < length; cut += 1) expect(read(sample, form, [cut])).toEqual(whole);
        expect(
          read(
            sample,
            form,
            Array.from({ length }, (_, i) => i),
          ),
        ).toEqual(whole);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('cover every byte: no text makes them stop or go back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(',', ' ', '\t'), (bytes, delimiter) => {
        const records = new CsvRecords(dialect(delimiter));
        let at = 0;
        while (at < bytes.length) {
          const next = records.next(bytes, at, bytes.length, true);
          expect(next).toBeGreaterThan(at);
          at = next;
        }
        expect(at === 0 || at === bytes.length).toBe(true);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
