import { describe, expect, it } from 'vitest';
import { detectDialect, detectHead, sampleRows } from '../../../src/data/read/csv-dialect';
import { readText } from '../support/read-text';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function dialectOf(text: string, delimiter?: string): [string, string, string] {
  const { delimiter: sign, quote, escapedBy } = detectDialect(bytes(text), true, delimiter);
  return [String.fromCharCode(sign), String.fromCharCode(quote), String.fromCharCode(escapedBy)];
}

function head(text: string, header: 'auto' | 'yes' | 'no' = 'auto'): ReturnType<typeof detectHead> {
  const sample = bytes(text);
  return detectHead(sampleRows(sample, detectDialect(sample, true, undefined), true), header);
}

describe('the dialect of a text', () => {
  it.each([',', ';', '\t', '|'])('is divided by %j where its rows agree on that', (sign) => {
    const text = `id${sign}date${sign}amount\n1${sign}2018-01-01${sign}5\n2${sign}2018-01-02${sign}6\n`;
    expect(dialectOf(text)[0]).toBe(sign);
  });

  it('is divided by semicolons where commas are decimal signs', () => {
    expect(dialectOf('a;b;c\nx, y;1.1.2018;1,50\nz, w;2.1.2018;2,50\n')[0]).toBe(';');
  });

  it('is aligned by blanks where nothing else divides it', () => {
    expect(dialectOf('00001  19970101   1   11.77\n00002  19970112   1   12.00\n')[0]).toBe(' ');
  });

  it('escapes quotes by backslashes where none is doubled, empty fields in quotes notwithstanding', () => {
    expect(dialectOf('a,b,c\n"x \\"y\\"","",1\n"z","",2\n')[2]).toBe('\\');
    expect(dialectOf('a,b,c\n"x ""y""","",1\n"z\\","",2\n')[2]).toBe('"');
  });

  it('quotes by apostrophes where these stand at the edges of fields', () => {
    const text = `'a','b','c'\n'1, x','2018-01-01','5'\n'2, y','2018-01-02','6'\n'3, z','2018-01-03','7'\n`;
    expect(dialectOf(text)[1]).toBe("'");
  });

  it('is what the caller says', () => {
    expect(dialectOf('a,b;c\n1,2;3\n', ';')[0]).toBe(';');
    expect(dialectOf('a\tb\n1\t2\n', 'tab')[0]).toBe('\t');
    expect(() => dialectOf('a', '::')).toThrow(/not one ASCII character/);
  });
});

describe('the header', () => {
  it('is the row of names above values', () => {
    expect(head('id,date,amount\n1,2018-01-01,5\n')).toEqual({
      skip: 1,
      columns: ['id', 'date', 'amount'],
      preamble: 0,
    });
  });

  it('is missing where the first row holds values', () => {
    expect(head('ann,2018-01-01,5\nbob,2018-01-02,6\n')).toEqual({
      skip: 0,
      columns: ['column1', 'column2', 'column3'],
      preamble: 0,
    });
  });

  it('is what the caller says', () => {
    expect(head('1,2018-01-01,5\n2,2018-01-02,6\n', 'yes').columns).toEqual(['1', '2018-01-01', '5']);
    expect(head('id,date,amount\n1,2018-01-01,5\n', 'no')).toMatchObject({
      skip: 0,
      columns: ['column1', 'column2', 'column3'],
    });
  });

  it('may hold names with figures in them', () => {
    expect(head('Q1,id2,date1,amt3\nx,1,2018-01-01,5\n').skip).toBe(1);
    expect(head('MG-8769,day,usd\nx,2018-01-01,5\n').columns).toEqual(['MG-8769', 'day', 'usd']);
  });

  it('may hold a name twice, where values lie below', () => {
    expect(head('id,date,price,price\n1,2018-01-01,5,6\n').columns).toEqual([
      'id',
      'date',
      'price',
      'price_2',
    ]);
  });

  it('lies below lines that are no part of the table', () => {
    const text = 'Sales report 2018\n\nid,date,amount\n1,2018-01-01,5\n2,2018-01-02,6\n';
    expect(head(text)).toEqual({ skip: 2, columns: ['id', 'date', 'amount'], preamble: 1 });
    const padded = 'Sales report,,\n,,\nid,date,amount\n1,2018-01-01,5\n2,2018-01-02,6\n';
    expect(head(padded).columns).toEqual(['id', 'date', 'amount']);
  });

  it('may be narrower than its rows: they end in a delimiter, or begin with a name of their own', () => {
    expect(head('id,date,amount\n1,2018-01-01,5,\n2,2018-01-02,6,\n').columns).toEqual([
      'id',
      'date',
      'amount',
      'column4',
    ]);
    expect(head('id,date,amount\nr1,1,2018-01-01,5\nr2,2,2018-01-02,6\n').columns).toEqual([
      'column1',
      'id',
      'date',
      'amount',
    ]);
  });

  it('may leave names out', () => {
    expect(head('id,,amount\n1,2018-01-01,5\n2,2018-01-02,6\n').columns).toEqual(['id', 'column2', 'amount']);
  });
});

describe('a text', () => {
  const mapping = { customer: 'id', date: 'date', amount: 'amount' };

  it('is read to its end although one quote is never closed, whatever its length', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},2018-01-01,1.50`);
    rows[2] = '"2,2018-01-01,1.50';
    rows[4] = '"4,2018-01-01,1.50,"5';
    const read = await readText(`id,date,amount\n${rows.join('\n')}\n`, mapping);
    expect(read.outcome).toMatchObject({ rowsRead: 20_000, rowsUsed: 19_999 });
    // Without its quote the one has all its columns; the other has them in no way.
    expect(read.rows[2]).toMatchObject({ customer: '2', amount: '1.5' });
    expect(read.outcome.rejected).toMatchObject([
      { reason: 'malformed-row', rows: 1, samples: [{ line: 6, text: rows[4] }] },
    ]);
    expect(read.outcome.notes.map(({ code }) => code)).toContain('odd-quotes');
  });

  it('keeps the rows below odd quotes, and reads odd quotes where the fields come out right', async () => {
    const text = `id,name,date,amount\n1,"5" pipe",2018-01-01,1\n2,"x"y,2018-01-01\n3,"z",2018-01-01,4\n`;
    const { outcome, rows } = await readText(text, mapping);
    expect(rows.map(({ customer }) => customer)).toEqual(['1', '3']);
    expect(outcome.notes.map(({ code }) => code)).toEqual(['odd-quotes']);
    expect(outcome.rejected).toMatchObject([{ reason: 'malformed-row', rows: 1 }]);
  });

  it('counts blank lines as nothing, rows of empty cells as rows', async () => {
    const { outcome } = await readText('id,date,amount\n\n1,2018-01-01,1\n   \n,,\n', mapping);
    expect(outcome).toMatchObject({
      rowsRead: 2,
      rowsUsed: 1,
      rejected: [{ reason: 'missing-customer', rows: 1 }],
    });
  });

  it('counts longer and shorter rows as malformed, but for empty cells at the end', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => `${i},2018-01-01,1,x`);
    rows.push('a,2018-01-01,1,x,', 'b,2018-01-01,1,x,y', 'c,2018-01-01,1');
    const { outcome } = await readText(`id,date,amount,more\n${rows.join('\n')}`, mapping);
    expect(outcome).toMatchObject({ rowsRead: 103, rowsUsed: 101 });
    expect(outcome.rejected).toMatchObject([
      { reason: 'malformed-row', rows: 2, samples: [{ line: 103 }, { line: 104 }] },
    ]);
  });

  it('may leave trailing cells away in all its rows', async () => {
    const { outcome } = await readText(
      'id,date,amount,a,b\n1,2018-01-01,1,x,y\n2,2018-01-01,1\n3,2018-01-01,2\n4,2018-01-01,2,x,y\n5,2018-01-01,1,x,y\n',
      mapping,
    );
    expect(outcome.rowsUsed).toBe(5);
  });

  it('is numbered by its lines, those in quoted fields too', async () => {
    const { outcome } = await readText(
      'id,date,amount\r\n1,2018-01-01,1\r\n"a\r\nb",2018-01-01,1\r\n2,no date,1\r\n',
      mapping,
    );
    expect(outcome.rejected[0]!.samples).toEqual([{ line: 5, text: '2,no date,1' }]);
  });
});
