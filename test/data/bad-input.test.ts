import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { Source } from '../../src/data/source';
import type { PartialMapping, SourceOptions } from '../../src/data/source-options';

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };

async function opened(
  text: string,
  mapping: PartialMapping = MAPPING,
  options: SourceOptions = {},
): Promise<Source> {
  const source = await openSource(new File([text], 'sales.csv'), mapping, options);
  const { rowsRead, rowsUsed, rejected } = source.report;
  expect(rowsUsed + rejected.reduce((sum, { rows }) => sum + rows, 0)).toBe(rowsRead);
  return source;
}

afterAll(() => sharedEngine().restart());

describe('files that other tools trip over', () => {
  it('may be a PDF called .csv: it is refused by its name', async () => {
    await expect(openSource(new File(['%PDF-1.4 …'], 'sales.csv'), MAPPING)).rejects.toMatchObject({
      code: 'format-unknown',
      message: expect.stringContaining('a PDF document'),
    });
  });

  it('may have columns of any name, and dimensions of them', async () => {
    const names = [
      '__proto__',
      '"',
      'a b',
      '中文',
      'Amount',
      'amount',
      'constructor',
      "x'; DROP TABLE t; --",
    ];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const source = await opened(
      `${header}\nann,2018-01-05,red,大,100,1.5,k,z\nbob,2018-01-06,blue,小,200,2.5,k,z\n`,
      {
        customer: '__proto__',
        date: '"',
        amount: 'amount',
        dimensions: ['a b', '中文', 'Amount', 'constructor', "x'; DROP TABLE t; --"],
      },
    );
    expect(source.report.amount.used).toBe(4);
    for (const [of, items] of [
      ['a b', 2],
      ['中文', 2],
      ['Amount', 2],
      ['constructor', 1],
      ["x'; DROP TABLE t; --", 1],
    ] as const)
      expect((await source.pareto({ of })).summary.items).toBe(items);
    source.filter({ dimensions: { 中文: ['大'] } });
    expect((await source.kpis()).summary.amount).toBe(1.5);
    await source.close();
    await expect(
      opened(`${header}\nann,2018-01-05,red,大,100,1.5,k,z\n`, {
        customer: '__proto__',
        date: '"',
        amount: 'AMOUNT',
      }),
    ).rejects.toMatchObject({ code: 'column-missing' });
  });

  it('may hold a cell of a megabyte, in a column that is used or not, quoted or not', async () => {
    const huge = 'x'.repeat(1 << 20);
    for (const cell of [huge, `"${huge}\n${huge}"`]) {
      const source = await opened(
        `customer,date,amount,note\nann,2018-01-05,1,${cell}\n${cell},2018-01-06,2,\nbob,2018-01-07,3,\nann,${cell},4,\n`,
      );
      expect(source.report).toMatchObject({ rowsRead: 4, rowsUsed: 3, customers: 3 });
      expect(source.report.rejected).toMatchObject([{ reason: 'bad-date', rows: 1, amount: 4 }]);
      expect(source.report.rejected[0]!.samples[0]!.text.length).toBeLessThan(300);
      expect((await source.customers({ limit: 5 })).rows()).toHaveLength(3);
      await source.close();
    }
  });

  it('may hold NUL bytes: in ids they stay, in figures they are no figures', async () => {
    const source = await opened(
      'customer,date,amount\nan\0n,2018-01-05,1\nbob,2018-01-06,2\0\nbob,2018\0-01-07,3\nbob,2018-01-08,4\n',
    );
    expect(source.report.rejected).toMatchObject([
      { reason: 'bad-amount' },
      { reason: 'bad-date', amount: 3 },
    ]);
    expect((await source.rfm()).rows().map(({ customer }) => customer)).toEqual(['an\0n', 'bob']);
    await source.close();
  });

  it('may have several header lines: the first names the columns, the others are left out and told', async () => {
    const source = await opened(
      'Sales 2018,,\ncustomer,date,amount\nid,yyyy-mm-dd,EUR\nann,2018-01-05,1\nbob,2018-01-06,2\n',
    );
    expect(source.report).toMatchObject({ rowsRead: 3, rowsUsed: 2 });
    expect(source.report.notes.map(({ code }) => code)).toContain('preamble');
    await source.close();
  });

  it('may have no header, junk above, blank and trailing columns, and rows of any length', async () => {
    const source = await opened(
      '\n# made by a tool\n\nann,2018-01-05,1.50,,\nbob,2018-01-06,2.50,,\n\nann,2018-01-07,3,,,,\nann,2018-01-08\nann,2018-01-09,4,x,y,z\n',
      { customer: 'column1', date: 'column2', amount: 'column3' },
    );
    expect(source.report).toMatchObject({ rowsRead: 5, rowsUsed: 3 });
    expect(source.report.amount.used).toBe(7);
    expect(source.report.rejected).toMatchObject([
      { reason: 'malformed-row', rows: 2, samples: [{ line: 8 }, { line: 9 }] },
    ]);
    await source.close();
  });

  it('may be few rows of which the last is a slip, or lie far apart', async () => {
    const notes = async (dates: readonly string[]): Promise<unknown[]> => {
      const source = await opened(
        `customer,date,amount\n${dates.map((date) => `ann,${date},1`).join('\n')}\n`,
      );
      const { notes: found } = source.report;
      await source.close();
      return found;
    };
    const year = ['2018-01-05', '2018-03-01', '2018-08-20', '2018-12-31'];
    expect(await notes([...year, '2099-01-05'])).toMatchObject([{ code: 'late-date' }]);
    expect(await notes([...year, '2021-01-05'])).toEqual([]);
    expect(await notes(['2001-01-05', '2010-03-01', '2024-01-05'])).toEqual([]);
  });

  it('may end with a date that is a slip: it is flagged, and as-of settles it', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `c${i % 50},2018-0${1 + (i % 6)}-1${i % 9},1`);
    const text = `customer,date,amount\n${rows.join('\n')}\nann,2099-01-05,1\n`;
    const source = await opened(text);
    expect(source.report.notes).toMatchObject([
      { code: 'late-date', message: expect.stringMatching(/2099-01-05.*set as-of/) },
    ]);
    await source.close();
    const settled = await opened(text, MAPPING, { asOf: '2018-12-31' });
    expect(settled.report.notes).toEqual([]);
    expect(settled.report.rejected).toMatchObject([{ reason: 'after-as-of', rows: 1 }]);
    await settled.close();
  });

  it('may hold several currencies: they are never added up, and counted', async () => {
    const text = `customer;date;amount\n${'a;2018-01-01;$5\n'.repeat(7)}${'b;2018-01-01;6 EUR\n'.repeat(3)}`;
    await expect(opened(text)).rejects.toMatchObject({
      code: 'mapping-needed',
      details: { currencies: { USD: 7, EUR: 3 } },
    });
  });
});
