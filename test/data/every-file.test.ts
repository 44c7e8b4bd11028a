import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { PartialMapping } from '../../src/data/source-options';

const SHARED = '../shared/data';

/** Every file of transactions there, with its rows counted apart (`wc -l`, less the header). */
const FILES: [file: string, rows: number, mapping: PartialMapping][] = [
  ['CDNOW_master.txt', 69_659, { customer: 'customer_id', date: 'date', amount: 'dollar_value' }],
  ['CDNOW_sample.txt', 6919, { customer: 'column1', date: 'column3', amount: 'column5' }],
  [
    'adventureworks_lines_profit.csv',
    56_046,
    { customer: 'CustomerKey', date: 'OrderDate', amount: 'revenue' },
  ],
  ['cdnow_master.csv', 69_659, { customer: 'customer_id', date: 'date', amount: 'amount' }],
  ['cdnow_sample_de_cp1252.csv', 6919, {}],
  ['cdnow_sample_fr_utf8bom.csv', 6919, {}],
  ['cdnow_sample_us_utf16.tsv', 6919, {}],
  ['cdnow_sample_zh_gb18030.csv', 6919, {}],
  [
    'completejourney_transactions.csv',
    75_000,
    { customer: 'household_id', date: 'transaction_timestamp', amount: 'sales_value' },
  ],
  ['rfm_data_orders.csv', 4906, { customer: 'customer_id', date: 'order_date', amount: 'revenue' }],
  [
    'online_retail.csv.gz',
    541_909,
    { customer: 'CustomerID', date: 'InvoiceDate', amount: 'Quantity*UnitPrice' },
  ],
  [
    'online_retail.parquet',
    541_909,
    { customer: 'CustomerID', date: 'InvoiceDate', amount: 'Quantity*UnitPrice' },
  ],
];

afterAll(() => sharedEngine().restart());

describe.skipIf(!existsSync(SHARED))('of every file beside the project', () => {
  it.each(FILES)(
    'each row is used or counted, and each cent is somewhere: %s',
    async (file, rows, mapping) => {
      const source = await openSource(readFileSync(`${SHARED}/${file}`), mapping);
      const { rowsRead, rowsUsed, rejected, amount } = source.report;
      const left = rejected.reduce((sum, one) => sum + one.rows, 0);
      expect([rowsRead, rowsUsed + left]).toEqual([rows, rows]);
      const cents = (value: number): number => Math.round(100 * value);
      expect(cents(amount.read)).toBe(cents(amount.used + amount.rejected));
      expect(cents(amount.rejected)).toBe(cents(rejected.reduce((sum, one) => sum + (one.amount ?? 0), 0)));
      // What the engine holds is what was counted on the way in.
      const { summary } = await source.kpis();
      const refundsAlone = cents(amount.used) - cents(summary.amount);
      if (source.report.refundOnlyCustomers === 0) expect(refundsAlone).toBe(0);
      else expect(refundsAlone).toBeLessThan(0);
      await source.close();
    },
  );
});
