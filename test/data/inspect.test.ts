import { openAsBlob } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/data/inspect';
import { xlsx } from '../support/xlsx';

const csv = (text: string): Blob => new Blob([text]);
const fixture = (name: string): Promise<Blob> => openAsBlob(`test/fixtures/${name}`);

const ORDERS = 'customer,date,amount\nAnna,2024-01-05,10.50\nBert,2024-02-01,20\n';

describe('what is told of a file before it is loaded', () => {
  it('is its dialect, its columns and its first rows as they stand', async () => {
    const seen = await inspect(csv('who;when;paid\nAnna;2024-01-05;"1.234,50"\nBert;2024-02-01;20,00\n'));
    expect(seen).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      header: true,
      columns: ['who', 'when', 'paid'],
      rows: [
        ['Anna', '2024-01-05', '1.234,50'],
        ['Bert', '2024-02-01', '20,00'],
      ],
      whole: true,
    });
  });

  it('is the mapping as far as it goes, with what each part rests on, and what is missing', async () => {
    const seen = await inspect(csv(ORDERS));
    expect(seen.mapping).toEqual({ customer: 'customer', date: 'date', amount: 'amount' });
    expect(seen.missing).toEqual([]);
    expect(seen.confidence.date).toBeGreaterThan(0.5);
    const unclear = await inspect(csv('a,b,c\nAnna,2024-01-05,10\nBert,2024-02-01,20\n'));
    expect(unclear.mapping).toEqual({ date: 'b' });
    expect(unclear.missing).toEqual(['customer', 'amount']);
  });

  it('takes what is chosen as certain, and overlooks names of columns that are not there', async () => {
    const seen = await inspect(csv('a,b,c\nAnna,2024-01-05,10\n'), {
      customer: 'a',
      amount: 'C',
      order: 'no',
    });
    expect(seen.mapping).toEqual({ customer: 'a', date: 'b', amount: 'c' });
    expect(seen.confidence).toMatchObject({ customer: 1, amount: 1 });
  });

  it('leaves out an order that is said to be none', async () => {
    const text = 'customer,date,amount,order_id\nAnna,2024-01-05,10,1\n';
    expect((await inspect(csv(text))).mapping.order).toBe('order_id');
    expect((await inspect(csv(text), { order: '' })).mapping.order).toBeUndefined();
  });

  it('says whether the dates decide the order of day and month', async () => {
    const day = (date: string): Blob => csv(`customer,date,amount\nA,${date},1\nB,02/03/2024,1\n`);
    expect(await inspect(day('03/04/2024'))).toMatchObject({ dateFormat: 'dmy', otherDateFormats: ['mdy'] });
    expect(await inspect(day('03/14/2024'))).toMatchObject({ dateFormat: 'mdy', otherDateFormats: [] });
    expect((await inspect(day('02/02/2024'))).dateExample).toEqual({
      text: '02/03/2024',
      readings: [
        { format: 'dmy', date: '2024-03-02' },
        { format: 'mdy', date: '2024-02-03' },
      ],
    });
    const told = await inspect(day('03/04/2024'), {}, { dateFormat: 'mdy' });
    expect(told).toMatchObject({ dateFormat: 'mdy', otherDateFormats: [] });
    expect(told.dateExample?.readings).toHaveLength(2);
  });

  it('follows what is said of header, delimiter and encoding', async () => {
    const text = 'customer|date|amount\nA|2024-01-05|1\n';
    expect((await inspect(csv(text), {}, { header: 'no' })).columns).toEqual([
      'column1',
      'column2',
      'column3',
    ]);
    await expect(inspect(csv(text), {}, { delimiter: ';' })).rejects.toMatchObject({
      code: 'format-unknown',
    });
  });

  it.each([
    ['cdnow_sample_de_cp1252.csv', { encoding: 'windows-1252', delimiter: ';', decimal: ',' }],
    ['cdnow_sample_fr_utf8bom.csv', { encoding: 'utf-8', decimal: ',' }],
    ['cdnow_sample_us_utf16.tsv', { encoding: 'utf-16le', delimiter: '\t', decimal: '.', currency: 'USD' }],
    ['cdnow_sample_zh_gb18030.csv', { encoding: 'gb18030', currency: 'CNY' }],
  ])('finds all that %s needs', async (name, expected) => {
    const seen = await inspect(await fixture(name));
    expect(seen).toMatchObject(expected);
    expect(seen.missing).toEqual([]);
  });

  it('reads packed files, JSON, lines of JSON and tables in memory alike', async () => {
    const rows = [
      { customer: 'A', date: '2024-01-05', amount: 1.5 },
      { customer: 'B', date: '2024-02-05', amount: 2 },
    ];
    const inputs = {
      csv: new Blob([gzipSync('customer,date,amount\nA,2024-01-05,1.5\nB,2024-02-05,2\n')]),
      json: csv(JSON.stringify(rows)),
      ndjson: csv(rows.map((row) => JSON.stringify(row)).join('\n')),
      table: rows,
    };
    for (const [format, input] of Object.entries(inputs)) {
      const seen = await inspect(input);
      expect(seen, format).toMatchObject({ format, columns: ['customer', 'date', 'amount'] });
      expect(seen.rows[1]).toEqual(['B', '2024-02-05', '2']);
    }
  });

  it('shows what a Parquet file begins with, all columns', async () => {
    const seen = await inspect(await fixture('sales.parquet'));
    expect(seen).toMatchObject({ format: 'parquet', missing: [], encoding: null });
    expect(seen.rows[0]).toHaveLength(seen.columns.length);
    expect(seen.rows[0]).not.toContain('');
  });

  it('shows the sheets of a workbook and what one begins with', async () => {
    const sales = [
      ['customer', 'date', 'amount'],
      ['Anna', '2024-01-05', 10],
      ['Bert', '2024-02-01', 20],
    ];
    const book = new Blob([xlsx({ Notes: [['nothing'], ['here']], Sales: sales })]);
    const first = await inspect(book, {}, { sheet: 'Sales' });
    expect(first).toMatchObject({
      format: 'xlsx',
      sheets: ['Notes', 'Sales'],
      sheet: 'Sales',
      missing: [],
      header: true,
    });
    expect(first.rows[1]).toEqual(['Bert', '2024-02-01', '20']);
    expect((await inspect(book)).sheet).toBe('Sales');
    expect((await inspect(book, {}, { sheet: '1' })).sheet).toBe('Notes');
  });

  it('finds the rows within an object, also one that goes beyond the beginning', async () => {
    const orders = (count: number): Blob =>
      csv(
        JSON.stringify({
          orders: Array.from({ length: count }, (_, i) => ({
            customer: `C${i}`,
            date: '2024-01-05',
            amount: i,
          })),
        }),
      );
    for (const count of [3, 20_000])
      expect(await inspect(orders(count)), String(count)).toMatchObject({
        columns: ['customer', 'date', 'amount'],
        missing: [],
      });
  });

  it('reads the beginning only, and closes what it read from', async () => {
    let sent = 0;
    let closed = false;
    const line = new TextEncoder().encode('Anna,2024-01-05,10.50\n'.repeat(1000));
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? new TextEncoder().encode('customer,date,amount\n') : line);
        sent += line.length;
      },
      cancel() {
        closed = true;
      },
    });
    const seen = await inspect(endless);
    expect(seen.whole).toBe(false);
    expect(seen.rows).toHaveLength(20);
    expect(sent).toBeLessThan(2 << 20);
    await expect.poll(() => closed).toBe(true);
  });

  it('refuses by name what cannot be read', async () => {
    await expect(inspect(csv('%PDF-1.7 …'))).rejects.toMatchObject({ code: 'format-unknown' });
    await expect(inspect(csv(''))).rejects.toMatchObject({ code: 'no-rows' });
    await expect(inspect(csv('customer,date,amount\n'))).rejects.toMatchObject({ code: 'no-rows' });
  });

  it('tells JSON that is cut off by its whole objects', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      customer: `C{${i}"}`,
      date: '2024-01-05',
      amount: i,
    }));
    const seen = await inspect(csv(JSON.stringify(rows)));
    expect(seen.rows[19]).toEqual(['C{19"}', '2024-01-05', '19']);
  });
});
