import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/util/csv';

const cell = (value: unknown): string => toCsv(['a'], [[value]]).split('\r\n')[1] ?? '';

describe('CSV', () => {
  it('makes no formula of a text that begins like one', () => {
    expect(cell('=1+1')).toBe("'=1+1");
    expect(cell('+cmd')).toBe("'+cmd");
    expect(cell('-2+3')).toBe("'-2+3");
    expect(cell('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(cell('\tx')).toBe("'\tx");
    expect(cell('\rx')).toBe(`"'\rx"`);
  });

  it('leaves numbers alone, also negative ones and those that are text', () => {
    expect(cell(-4.5)).toBe('-4.5');
    expect(cell('-4.5')).toBe('-4.5');
    expect(cell('+1e3')).toBe('+1e3');
  });

  it('quotes what would break a row, and doubles quotes', () => {
    expect(cell('a,b')).toBe('"a,b"');
    expect(cell('say "hi"')).toBe('"say ""hi"""');
    expect(cell('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`);
  });

  it('writes nothing for what is not there', () => {
    expect(cell(null)).toBe('');
    expect(toCsv(['a', 'b'], [])).toBe('a,b\r\n');
  });
});
