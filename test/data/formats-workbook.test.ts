import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/data/read/read-request';
import { failure } from '../support/failure';
import { type TestCell, xlsx, zip } from '../support/xlsx';
import { type ReadResult, readText } from './support/read-text';

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };

/** A day as Excel keeps it, shown by style 1. */
const day = (serial: number, style = 1): TestCell => ({ xml: `<c s="${style}"><v>${serial}</v></c>` });

const SALES: TestCell[][] = [
  ['customer', 'date', 'amount'],
  ['00012', day(45292.75), 10.5],
  ['Müller & "Sohn" <x>', day(45293, 2), { xml: '<c s="3"><v>19.989999999999998</v></c>' }],
  [17850, day(45294), -5],
];

const read = (
  sheets: Record<string, TestCell[][]>,
  options: ReadOptions = {},
  dates: { date1904?: boolean } = {},
): Promise<ReadResult> => readText(xlsx(sheets, dates), MAPPING, options);

describe('an Excel workbook', () => {
  it('is read with texts, numbers and dates as Excel keeps them', async () => {
    const { rows, outcome } = await read({ Sales: SALES });
    expect(rows).toEqual([
      { customer: '00012', day: 19723, amount: '10.5' },
      { customer: 'Müller & "Sohn" <x>', day: 19724, amount: '19.99' },
      { customer: '17850', day: 19725, amount: '-5' },
    ]);
    expect(outcome.dateFormat).toBe('ymd');
    expect(outcome.notes).toEqual([]);
  });

  it('counts days from 1904 where it says so, and knows of the day that 1900 did not have', async () => {
    const sheet = (serial: number): Record<string, TestCell[][]> => ({
      A: [
        ['customer', 'date', 'amount'],
        ['a', day(serial), 1],
      ],
    });
    expect((await read(sheet(0), {}, { date1904: true })).rows[0]!.day).toBe(-24107);
    expect((await read(sheet(1))).rows[0]!.day).toBe(-25567);
    expect((await read(sheet(61))).rows[0]!.day).toBe(-25508);
  });

  it('reads cells that hold their text, formulas, booleans and errors', async () => {
    const { rows, outcome } = await read({
      A: [
        ['customer', 'date', 'amount', 'flag'],
        [
          {
            xml: '<c t="inlineStr"><is><r><t>In</t></r><r><t>line</t></r><rPh sb="0"><t>x</t></rPh></is></c>',
          },
          { xml: '<c t="str"><f>TEXT(1)</f><v>2024-01-05</v></c>' },
          { xml: '<c><f>1+1</f><v>1.25E+3</v></c>' },
          { xml: '<c t="b"><v>1</v></c>' },
        ],
        ['b', '2024-01-06', { xml: '<c t="e"><v>#N/A</v></c>' }, null],
      ],
    });
    expect(rows).toEqual([{ customer: 'Inline', day: 19727, amount: '1250' }]);
    expect(outcome.rejected[0]).toMatchObject({ reason: 'bad-amount', rows: 1 });
  });

  it('opens on the sheet that looks like transactions, not on its cover, and says so', async () => {
    const cover: TestCell[][] = [['Sales 2024'], ['Made by', 'Anna'], ['Date', day(45292)]];
    const countries: TestCell[][] = [
      ['country', 'head'],
      ['UK', 'Bea'],
    ];
    const sheets = { Cover: cover, Countries: countries, Lines: SALES };
    const { rows, outcome } = await readText(xlsx(sheets));
    expect(rows).toHaveLength(3);
    expect(outcome.notes.find(({ code }) => code === 'sheet')?.details).toEqual({
      sheet: 'Lines',
      others: ['Cover', 'Countries'],
    });
    expect((await failure(readText(xlsx(sheets), {}, { sheet: 'Cover' }))).code).toBe('mapping-needed');
  });

  it('does not believe dates that Excel has made of days and months the wrong way round', async () => {
    // 13/02/2018 stayed text; 01/02/2018 to 12/02/2018 became the second of each month.
    const made = Array.from({ length: 24 }, (_, i): TestCell[] => {
      const serial = 43_102 + [0, 31, 59, 90, 120, 151][i % 6]! + (i % 4);
      return [`c${i % 5}`, day(serial), 2];
    });
    const left = Array.from({ length: 12 }, (_, i): TestCell[] => [`c${i % 5}`, `${13 + i}/02/2018`, 1]);
    const swapped: TestCell[][] = [['customer', 'date', 'amount'], ...made, ...left];
    const { outcome, rows } = await read({ A: swapped });
    expect(outcome).toMatchObject({ rowsUsed: 12, amountRejected: 48, dateFormat: 'dmy' });
    expect(outcome.rejected).toMatchObject([{ reason: 'bad-date', rows: 24 }]);
    expect(outcome.notes).toMatchObject([{ code: 'half-swapped-dates', details: { rows: 24 } }]);
    expect(rows.map(({ amount }) => amount)).toEqual(left.map(() => '1'));
    expect((await read({ A: swapped }, { dateFormat: 'dmy' })).outcome.rowsUsed).toBe(36);
    // Sorted by date, the first thousands of rows are all of one kind.
    const many = (rows: TestCell[][]): TestCell[][] => rows.flatMap((row) => Array(80).fill(row));
    const head = swapped[0]!;
    for (const sorted of [
      [head, ...many(made), ...many(left)],
      [head, ...many(left), ...many(made)],
    ]) {
      const late = (await read({ A: sorted })).outcome;
      expect(late).toMatchObject({ rowsUsed: 12 * 80, dateFormat: 'dmy' });
      expect(late.notes).toMatchObject([{ code: 'half-swapped-dates', details: { rows: 24 * 80 } }]);
    }
  });

  it('leaves out what stands above the header and empty rows, however many', async () => {
    const blank: TestCell[] = [{ xml: '<c s="1"/>' }, { xml: '<c s="2"/>' }, null];
    const tail = Array.from({ length: 50_000 }, () => blank);
    const bad: TestCell[] = ['late', 'soon', 1];
    const { outcome } = await read({ A: [['Report of sales'], [], ...SALES, [], bad, ...tail] });
    // As Excel numbers the row.
    expect(outcome.rejected[0]!.samples).toEqual([{ line: 8, text: 'late, soon, 1' }]);
    expect(outcome.rowsRead).toBe(4);
    expect(outcome.notes.map(({ code }) => code)).toEqual(['preamble']);
  });

  it('is read by the sheet asked for, by name or number; the first is said to be one of several', async () => {
    const other: TestCell[][] = [
      ['customer', 'date', 'amount'],
      ['z', day(45300), 1],
    ];
    const sheets = { Sales: SALES, 'Returns & more': other };
    const first = await read(sheets);
    expect(first.rows).toHaveLength(3);
    expect(first.outcome.notes[0]).toEqual({
      code: 'sheet',
      message: 'The sheet "Sales" was read. The workbook also has: Returns & more.',
      details: { sheet: 'Sales', others: ['Returns & more'] },
    });
    for (const sheet of ['Returns & more', 'returns & MORE', '2'])
      expect((await read(sheets, { sheet })).rows.map(({ customer }) => customer)).toEqual(['z']);
    const error = await failure(read(sheets, { sheet: 'Orders' }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('"Sales", "Returns & more"');
  });

  it('without a row, damaged or of another kind is refused with what to do', async () => {
    expect((await failure(read({ A: [] }))).code).toBe('no-rows');
    expect((await failure(read({ A: [['customer', 'date', 'amount']] }))).code).toBe('no-rows');
    const whole = xlsx({ Sales: SALES });
    for (const length of [4, 100, whole.length - 40]) {
      const error = await failure(readText(whole.slice(0, length), MAPPING));
      expect([length, error.code]).toEqual([length, 'file-unreadable']);
    }
    const damaged = whole.slice();
    damaged.fill(0xff, 600, 900);
    expect((await failure(readText(damaged, MAPPING))).code).toBe('file-unreadable');
    const kinds = { 'a.txt': 'ZIP archive', 'xl/workbook.bin': 'xlsb', 'content.xml': 'OpenDocument' };
    for (const [name, kind] of Object.entries(kinds)) {
      const error = await failure(readText(zip({ [name]: 'x' }), MAPPING));
      expect(error.code).toBe('format-unknown');
      expect(error.message).toContain(kind);
    }
  });

  it('written with prefixes is read all the same', async () => {
    const plain = {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="S" sheetId="1" r:id="R1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Target="/xl/worksheets/s.xml" Id="R1"/></Relationships>',
      'xl/worksheets/s.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${[
        ['customer', 'date', 'amount'],
        ['a', '2024-01-05', '3'],
      ]
        .map(
          (row) =>
            `<x:row>${row.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join('')}</x:row>`,
        )
        .join('')}</x:sheetData></x:worksheet>`,
    };
    expect((await readText(zip(plain), MAPPING)).rows).toEqual([{ customer: 'a', day: 19727, amount: '3' }]);
  });
});
