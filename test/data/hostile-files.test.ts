import { Float64, Int32, makeData, Table, tableToIPC, Vector } from 'apache-arrow';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { RfmError } from '../../src/util/rfm-error';
import { failure } from '../support/failure';
import { type TestCell, xlsx, zip } from '../support/xlsx';
import { readText } from './support/read-text';

// Files that somebody built to exhaust, to crash or to deceive the reader. Each ends in an error that says so, or is
// read for what it is; one that is not met would hang here until the test's time is over.

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };
const HEAD: TestCell[] = ['customer', 'date', 'amount'];
const ROW: TestCell[] = ['ann', '2024-01-05', 3];
const READ = { customer: 'ann', day: 19_727, amount: '3' };

afterAll(() => sharedEngine().restart());

/** A workbook whose sheet is this XML. */
function sheetOf(xml: string, before = ''): Uint8Array<ArrayBuffer> {
  return zip({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="R1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Target="worksheets/s.xml" Id="R1"/></Relationships>',
    'xl/worksheets/s.xml': `${before}<worksheet><sheetData>${xml}</sheetData></worksheet>`,
  });
}

const cellsOf = (...texts: readonly string[]): string =>
  texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('');
const rowsOf = (...rows: readonly (readonly string[])[]): string =>
  rows.map((texts) => `<row>${cellsOf(...texts)}</row>`).join('');
const TABLE = [
  ['customer', 'date', 'amount'],
  ['ann', '2024-01-05', '3'],
];

/** The same bytes with the numbers of 32 bits that are `from` set to `to`. */
function changed(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  let found = 0;
  for (let at = 0; at + 4 <= copy.length; at += 1)
    if (view.getUint32(at, true) === from) {
      view.setUint32(at, to, true);
      found += 1;
    }
  expect(found).toBeGreaterThan(0);
  return copy;
}

describe('a workbook', () => {
  it('that says it unpacks to more or less than it does is refused', async () => {
    const xml = rowsOf(...TABLE);
    const size = Buffer.byteLength(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
    const claims = (bytes: number): Uint8Array => changed(sheetOf(xml), size, bytes);
    expect((await readText(sheetOf(xml), MAPPING)).rows).toEqual([READ]);
    expect((await failure(readText(claims(0x7fff_ffff), MAPPING))).code).toBe('file-unreadable');
    expect((await failure(readText(claims(0xfff0_0000), MAPPING))).code).toBe('file-unreadable');
    // Less than it gives: a table cut off is no table.
    expect((await failure(readText(claims(size - 40), MAPPING))).code).toBe('file-unreadable');
  });

  it('of which a digit was changed under way is refused, not read with another sum', async () => {
    const whole = xlsx({ S: [HEAD, ROW] });
    expect((await readText(whole, MAPPING)).rows).toEqual([READ]);
    let refused = 0;
    for (let at = 40; at < whole.length - 22; at += 7) {
      const bytes = Uint8Array.from(whole);
      bytes[at]! ^= 1;
      await readText(bytes, MAPPING).then(
        // What was changed stands beside the table.
        ({ rows }) => expect(rows).toEqual([READ]),
        (error: unknown) => {
          expect(error).toBeInstanceOf(RfmError);
          refused += 1;
        },
      );
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('with entities of its own, be they bombs or files of the machine, is refused', async () => {
    const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>`;
    const file = '<!DOCTYPE w [<!ENTITY l20 SYSTEM "file:///etc/passwd">]>';
    for (const doctype of [bomb, file]) {
      const bytes = sheetOf(rowsOf(TABLE[0]!, ['&l20;', '2024-01-05', '3']), doctype);
      expect((await failure(readText(bytes, MAPPING))).code).toBe('file-unreadable');
    }
    // Named and never used, they do nothing.
    expect((await readText(sheetOf(rowsOf(...TABLE), bomb), MAPPING)).rows).toEqual([READ]);
  });

  it('with tags within tags without end is read for its cells, or refused where they do not close', async () => {
    const deep = (count: number): string => `${'<x>'.repeat(count)}${'</x>'.repeat(count)}`;
    expect((await readText(sheetOf(rowsOf(...TABLE) + deep(100_000)), MAPPING)).rows).toEqual([READ]);
    const open = sheetOf(rowsOf(...TABLE) + '<x>'.repeat(100_000));
    expect((await failure(readText(open, MAPPING))).code).toBe('file-unreadable');
  });

  it('with cells in places that no sheet has is refused, and in odd ones read', async () => {
    const placed = (place: string): Uint8Array =>
      sheetOf(`${rowsOf(...TABLE)}<row><c r="${place}" t="str"><v>x</v></c></row>`);
    for (const place of ['XFE3', 'ZZZZZZZ3', 'A'.repeat(400)])
      expect((await failure(readText(placed(place), MAPPING))).code).toBe('file-unreadable');
    for (const place of ['XFD3', '3', 'a3', '-1'])
      expect((await readText(placed(place), MAPPING)).outcome).toMatchObject({ rowsRead: 2, rowsUsed: 1 });
    const lines = sheetOf(
      `<row r="-7">${cellsOf(...TABLE[0]!)}</row><row r="x">${cellsOf('ann', '?', '3')}</row>`,
    );
    const { outcome } = await readText(lines, MAPPING);
    expect(outcome.rejected).toMatchObject([{ reason: 'bad-date', samples: [{ line: 2 }] }]);
  });

  it('whose parts have names like paths and prototypes reaches nothing by them', async () => {
    const names = ['../../etc/passwd', '/etc/passwd', '__proto__', 'constructor', 'C:\\x'];
    const parts = Object.fromEntries(names.map((name) => [name, 'x']));
    expect((await failure(readText(zip(parts), MAPPING))).code).toBe('format-unknown');
    const target = (path: string): Uint8Array =>
      zip({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="R1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target="${path}" Id="R1"/></Relationships>`,
      });
    for (const path of [
      '../../worksheets/s.xml',
      'file:///worksheet',
      '/xl/worksheets/none.xml',
      '__proto__',
    ])
      expect((await failure(readText(target(path), MAPPING))).code).toBe('no-rows');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('a delimited text', () => {
  it('of one row without end is refused before it fills the memory', async () => {
    const text = `customer,date,amount\nann,2024-01-05,3\nbob,${'x'.repeat(21 << 20)}`;
    const error = await failure(readText(text, MAPPING, {}, 4 << 20));
    expect(error).toMatchObject({ code: 'file-unreadable', details: { row: 2 } });
    expect(error.message).toContain('16 MB');
  });

  it('with dates that take a pattern for ever is read as fast as any', async () => {
    const blanks = ' '.repeat(200_000);
    const dates = [
      `2024-01-05${blanks}x`,
      `2024-01-05 12:00${blanks}x`,
      `2024-01-05T${'1'.repeat(200_000)}x`,
    ];
    const lines = dates.map((date) => `ann,${date},3`).join('\n');
    const { outcome } = await readText(`customer,date,amount\nann,2024-01-05,3\n${lines}\n`, MAPPING);
    expect(outcome).toMatchObject({ rowsRead: 4, rowsUsed: 1, rejected: [{ reason: 'bad-date', rows: 3 }] });
  });

  it('full of quotation marks is read as fast as any', async () => {
    const odd = `"ann","2024-01-05",${'"x"'.repeat(5001)}"\n`.repeat(40);
    const { outcome } = await readText(`customer,date,amount\nann,2024-01-05,3\n${odd}`, MAPPING);
    expect(outcome).toMatchObject({ rowsRead: 41, rowsUsed: 1 });
  });
});

describe('JSON', () => {
  it('of objects within objects without end ends in an error of the kit, or in an account', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(50_000)}1${close.repeat(50_000)}`;
      const rows = `[{"customer":"ann","date":"2024-01-05","amount":3,"note":${deep}}]`;
      await openSource(new Blob([rows]), MAPPING).then(
        (source) => source.close(),
        (error: unknown) => expect(error).toBeInstanceOf(RfmError),
      );
    }
  });

  it('whose keys are others in each row is refused', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      customer: 'ann',
      date: '2024-01-05',
      amount: 3,
      [`key${i}`]: i,
    }));
    expect((await failure(openSource(rows, MAPPING))).code).toBe('file-unreadable');
  });

  it('with keys of prototypes changes none of them', async () => {
    const row =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"customer":"ann","date":"2024-01-05","amount":3}';
    const source = await openSource(new Blob([`[${row}]`]), {
      ...MAPPING,
      dimensions: ['__proto__.polluted'],
    });
    expect(source.report.rowsUsed).toBe(1);
    expect((await source.values({ dimension: '__proto__.polluted' })).rows()).toMatchObject([{ value: '1' }]);
    await source.close();
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });
});

describe('an Arrow table', () => {
  const COUNT = 12_345;
  const whole = tableToIPC(
    new Table({
      customer: new Vector([
        makeData({ type: new Int32(), length: COUNT, data: new Int32Array(COUNT).fill(7) }),
      ]),
      date: new Vector([
        makeData({ type: new Int32(), length: COUNT, data: new Int32Array(COUNT).fill(20_240_105) }),
      ]),
      amount: new Vector([
        makeData({ type: new Float64(), length: COUNT, data: new Float64Array(COUNT).fill(2.5) }),
      ]),
    }),
    'stream',
  );

  it('that says it has more rows than it holds is refused, however many', async () => {
    expect((await readText(whole, MAPPING)).outcome).toMatchObject({
      rowsUsed: COUNT,
      amountRead: COUNT * 2.5,
    });
    for (const count of [COUNT + 1000, 2 * COUNT, 0x7fff_ffff, 0xffff_ffff])
      expect((await failure(readText(changed(whole, COUNT, count), MAPPING))).code).toBe('file-unreadable');
  });
});

describe('a request for a selection', () => {
  it('that anybody may have written is checked before anything is made of it', async () => {
    const source = await openSource([
      { customer: 'ann', date: '2024-01-05', amount: 3 },
      { customer: 'bob', date: '2024-02-05', amount: 5 },
    ]);
    const template = { _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'], values: [] };
    const hostile: unknown[] = [
      null,
      'all',
      [],
      { customers: 'ann' },
      { customers: ['ann'], description: template },
      { any: 'ann' },
      { any: [{ any: [{ customers: ['ann'], description: ['x'] }] }] },
      { any: Array.from({ length: 5000 }, () => ({ analysis: 'rfm', where: {} })) },
      { analysis: '__proto__', where: {} },
      { analysis: 'rfm', where: [] },
      { analysis: 'rfm', where: { monetary: true } },
      { analysis: 'rfm', where: { monetary: { min: '1; DROP TABLE x' } } },
      { analysis: 'rfm', where: { segment: [template] } },
      { analysis: 'rfm', where: { '"; --': 1 } },
      { analysis: 'rfm', where: {}, options: 'bins' },
      { analysis: 'rfm', where: { r: 1 }, options: { bins: 1e9 } },
    ];
    for (const request of hostile) {
      const error = await failure(source.select(request as Parameters<typeof source.select>[0]));
      expect([JSON.stringify(request)?.slice(0, 80), error.code]).toEqual([
        JSON.stringify(request)?.slice(0, 80),
        'invalid-option',
      ]);
    }
    expect(source.selection).toBe(null);
    let deep: unknown = { customers: ['bob'] };
    for (let i = 0; i < 500; i += 1) deep = { any: [deep] };
    const found = await source.select(deep as Parameters<typeof source.select>[0]);
    expect(await found?.customers.ids()).toEqual(['bob']);
    await source.close();
  });
});
