import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { listen, staticServer } from '../../scripts/lib/static-server.js';
import { xlsx } from '../support/xlsx';
import { openBrowser, requestsElsewhere, watch } from './support/browser';
import { strictPolicy, under } from './support/policy';

const CSV = 'customer,date,amount\na,2024-01-01,10\nb,2024-01-02,5\n';
const WORKBOOK = xlsx({
  Sales: [
    ['customer', 'date', 'amount'],
    ['a', '2024-01-01', 10],
    ['b', '2024-01-02', 5],
  ],
});

describe('files of several formats in a page under a strict policy', () => {
  let browser: Browser;
  let origin: string;
  const server = staticServer(
    {
      '/': inRoot('test/consumers/pages'),
      '/kit/': inRoot('dist/cdn'),
      '/sales.parquet': inRoot('test/fixtures/sales.parquet'),
      '/sales.arrow': inRoot('test/fixtures/sales.arrow'),
    },
    { headers: under(strictPolicy()) },
  );

  beforeAll(async () => {
    browser = await openBrowser();
    origin = `http://127.0.0.1:${await listen(server)}`;
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('are read without a complaint; the reader of tables is asked for with such a file only', async () => {
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${origin}/formats.html`);
    await page.waitForFunction(() => 'amountIn' in globalThis);
    const amounts = await page.evaluate(
      async ([csv, workbook]) => {
        const { amountIn: read } = globalThis as unknown as {
          amountIn(input: string | Blob | Uint8Array): Promise<number>;
        };
        const asked = (): boolean =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('tables.worker'));
        return [
          await read(new Blob([csv as string])),
          Number(asked()),
          await read(Uint8Array.from(workbook as number[])),
          await read('/sales.parquet'),
          await read('/sales.arrow'),
        ];
      },
      [CSV, [...WORKBOOK]] as const,
    );
    expect(amounts).toEqual([15, 0, 15, 120.35, 120.35]);
    const asked = (name: string): number => seen.requests.filter((url) => url.endsWith(name)).length;
    expect(asked('sales.parquet')).toBe(1);
    expect(asked('parquet.wasm')).toBe(1);
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await page.close();
  });
});
