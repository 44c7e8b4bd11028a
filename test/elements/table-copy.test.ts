import { describe, expect, it } from 'vitest';
import type { DataTable } from '../../src/elements/picture';
import { tablesAsHtml, tablesAsText } from '../../src/elements/table-copy';

const TABLE: DataTable = {
  caption: 'Retention',
  head: ['Cohort', '0', '1'],
  rows: [
    ['Jan 1997', '100%', '−5%'],
    ['=1+1', '-3', '<img src=x>'],
    ['a\tb\nc', '1', '2'],
  ],
  figures: [false, true, true],
};

describe('copying tables as text', () => {
  it('puts tabs between cells and the caption above', () => {
    expect(tablesAsText([TABLE]).split('\r\n').slice(0, 3)).toEqual([
      'Retention',
      'Cohort\t0\t1',
      'Jan 1997\t100%\t−5%',
    ]);
  });

  it('leaves no formula in what comes from the data, and no apostrophe before a figure', () => {
    expect(tablesAsText([TABLE])).toContain("'=1+1\t-3\t<img src=x>");
  });

  it('keeps a cell with a tab or a line break one cell', () => {
    expect(tablesAsText([TABLE])).toContain('a b c\t1\t2');
  });

  it('parts one table from the next by an empty line', () => {
    const small = { caption: 'x', head: ['y'], rows: [], figures: [false] };
    expect(tablesAsText([small, small])).toBe('x\r\ny\r\n\r\nx\r\ny');
  });
});

describe('copying tables as HTML', () => {
  it('writes a table with its caption, its heads, and figures at the right', () => {
    const small = { caption: 'x', head: ['y', 'z'], rows: [['a', '1']], figures: [false, true] };
    expect(tablesAsHtml([small])).toBe(
      '<table><caption>x</caption><thead><tr><th>y</th><th align="right">z</th></tr></thead>' +
        '<tbody><tr><td>a</td><td align="right">1</td></tr></tbody></table>',
    );
  });

  it('takes text for text, and no formula', () => {
    expect(tablesAsHtml([TABLE])).toContain(
      '<td>\'=1+1</td><td align="right">-3</td><td align="right">&lt;img src=x&gt;</td>',
    );
  });
});
