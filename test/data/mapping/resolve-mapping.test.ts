import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveMapping } from '../../../src/data/mapping/resolve-mapping';
import type { PartialMapping } from '../../../src/data/source-options';
import { RfmError } from '../../../src/util/rfm-error';
import { readText } from '../support/read-text';

function failure(work: () => unknown): RfmError {
  try {
    work();
  } catch (error) {
    if (error instanceof RfmError) return error;
    throw error;
  }
  throw new Error('no error');
}

/** Two rows of likely values under the given names. */
function mapped(
  names: string[],
  given: PartialMapping = {},
  rows?: string[][],
): ReturnType<typeof resolveMapping>['mapping'] {
  const values: Record<string, string[]> = {
    d: ['2018-01-31', '2018-02-01'],
    n: ['12.50', '7'],
    t: ['a', 'b'],
  };
  const kinds = names.map((name) =>
    /dat|fecha|日期|日付|time|day|tag/i.test(name)
      ? 'd'
      : /id|nr|客户|顧客|name|kund|order|编号/i.test(name)
        ? 't'
        : 'n',
  );
  const sample = rows ?? [0, 1].map((row) => kinds.map((kind) => values[kind]![row]!));
  return resolveMapping(given, names, sample).mapping;
}

describe('the mapping', () => {
  it.each([
    ['customer_id', 'order_date', 'revenue'],
    ['CustomerID', 'InvoiceDate', 'Amount'],
    ['Kundennummer', 'Kaufdatum', 'Umsatz (€)'],
    ['id_client', 'date_achat', 'montant'],
    ['id_cliente', 'fecha', 'importe'],
    ['cliente_id', 'data', 'valor'],
    ['客户编号', '日期', '金额(元)'],
    ['顧客ID', '注文日付', '売上'],
  ])('is told from the names %s, %s, %s', (customer, date, amount) => {
    expect(mapped([amount, date, customer])).toEqual({ customer, date, amount });
  });

  it('takes quantity times price where no column holds the amount', () => {
    expect(mapped(['CustomerID', 'InvoiceDate', 'Quantity', 'UnitPrice']).amount).toBe('Quantity*UnitPrice');
  });

  it('finds order and profit, unless told that there are none', () => {
    const names = ['customer_id', 'date', 'amount', 'order_id', 'profit'];
    expect(mapped(names)).toMatchObject({ order: 'order_id', profit: 'profit' });
    expect(mapped(names, { order: '', profit: '' })).toEqual({
      customer: 'customer_id',
      date: 'date',
      amount: 'amount',
    });
  });

  it('takes what the caller names, to the letter or else by the only name alike', () => {
    expect(mapped(['who', 'day', 'much'], { customer: 'who', date: 'day', amount: 'much' })).toEqual({
      customer: 'who',
      date: 'day',
      amount: 'much',
    });
    expect(mapped(['WHO ', 'Day', 'much'], { customer: 'who', date: 'day', amount: 'much' }).customer).toBe(
      'WHO ',
    );
    const both = mapped(['Amount', 'amount', 'customer_id', 'date'], { amount: 'amount' });
    expect(both.amount).toBe('amount');
  });

  it('says which column is missing and which there are', () => {
    const error = failure(() => mapped(['customer_id', 'date', 'amount'], { amount: 'umsatz' }));
    expect(error.code).toBe('column-missing');
    expect(error.message).toMatch(/no column "umsatz" for `amount`.*"customer_id", "date", "amount"/);
    expect(error.details).toEqual({
      part: 'amount',
      column: 'umsatz',
      columns: ['customer_id', 'date', 'amount'],
    });
    expect(failure(() => mapped(['a', 'A', 'date'], { customer: 'á' })).code).toBe('column-missing');
    expect(failure(() => mapped(['Amount', 'amount ', 'date'], { amount: 'AMOUNT' })).code).toBe(
      'column-missing',
    );
    expect(failure(() => mapped(['customer_id', 'date', 'q'], { amount: 'q*p' })).details).toMatchObject({
      column: 'p',
    });
  });

  it('asks where a needed part cannot be told, with candidates and samples', () => {
    const error = failure(() => mapped(['x', 'date', 'y']));
    expect(error.code).toBe('mapping-needed');
    expect(error.message).toMatch(/customer and the amount/);
    expect(error.details).toMatchObject({
      missing: ['customer', 'amount'],
      found: { date: 'date' },
      columns: ['x', 'date', 'y'],
      candidates: { customer: ['x', 'y'], amount: ['x', 'y'] },
      samples: { date: ['2018-01-31', '2018-02-01'] },
    });
  });

  it('believes values more than names: an amount of words is none', () => {
    const rows = [
      ['a', '2018-01-01', 'low'],
      ['b', '2018-01-02', 'high'],
    ];
    expect(failure(() => mapped(['customer_id', 'date', 'amount'], {}, rows)).code).toBe('mapping-needed');
  });

  it('keeps names that other programs trip over', async () => {
    const names = ['__proto__', 'a b', '"', '中文', 'constructor'];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const { outcome, rows } = await readText(`${header}\nann,2018-01-01,5,6,7\n`, {
      customer: '__proto__',
      date: 'a b',
      amount: '"',
      dimensions: ['中文', 'constructor'],
    });
    expect(outcome.columns).toEqual(names);
    expect(rows).toEqual([{ customer: 'ann', day: 17_532, amount: '5', dimensions: ['6', '7'] }]);
  });
});

describe('the localised exports of CDNOW', () => {
  it.each([
    [
      'cdnow_sample_de_cp1252.csv',
      { encoding: 'windows-1252', delimiter: ';', decimal: ',', dateFormat: 'dmy' },
    ],
    ['cdnow_sample_fr_utf8bom.csv', { encoding: 'utf-8', delimiter: ';', decimal: ',', dateFormat: 'dmy' }],
    ['cdnow_sample_zh_gb18030.csv', { encoding: 'gb18030', delimiter: ',', decimal: '.', dateFormat: 'ymd' }],
    ['cdnow_sample_us_utf16.tsv', { encoding: 'utf-16le', delimiter: '\t', decimal: '.', dateFormat: 'mdy' }],
  ])('%s is read without a mapping, to the cent', async (name, formats) => {
    const { outcome, rows } = await readText(readFileSync(`test/fixtures/${name}`));
    expect(outcome).toMatchObject({
      rowsRead: 6919,
      rowsUsed: 6919,
      rejected: [],
      amountRead: 244_091.94,
      ...formats,
    });
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(2357);
  });

  it('and the original, aligned by blanks and without a header, with the columns named', async () => {
    const mapping = { customer: 'column1', date: 'column3', amount: 'column5' };
    const { outcome, rows } = await readText(readFileSync('test/fixtures/CDNOW_sample.txt'), mapping);
    expect(outcome).toMatchObject({ rowsRead: 6919, rowsUsed: 6919, amountRead: 244_091.94, delimiter: ' ' });
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(2357);
  });
});
