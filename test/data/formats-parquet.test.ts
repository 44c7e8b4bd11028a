import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { failure } from '../support/failure';
import { type GoldenFile, goldenDifferences } from '../support/golden';

const SALES = readFileSync('test/fixtures/sales.parquet');
const ARROW = readFileSync('test/fixtures/sales.arrow');
const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };
const RETAIL = '../shared/data/online_retail.parquet';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  sharedEngine().restart();
});

interface Served {
  address: string;
  /** The method and the stretch of each request. */
  requests: string[];
  sent(): number;
}

/** Serves bytes at an address, by stretches where `ranges`. */
async function serve(bytes: Uint8Array, ranges: boolean): Promise<Served> {
  const requests: string[] = [];
  let sent = 0;
  const server = createServer((request, response) => {
    const { range } = request.headers;
    requests.push([request.method, range].filter(Boolean).join(' '));
    const [, from, to] = (ranges && /bytes=(\d+)-(\d+)/.exec(range ?? '')) || [];
    const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
    sent += from === undefined ? 0 : part.length;
    response.writeHead(from === undefined ? 200 : 206, {
      'content-length': part.length,
      ...(from !== undefined && { 'content-range': `bytes ${from}-${to}/${bytes.length}` }),
    });
    response.end(part);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { address: `http://127.0.0.1:${port}/sales.parquet`, requests, sent: () => sent };
}

describe('Parquet', () => {
  it('is read by its types: dictionary, timestamp, decimal, long', async () => {
    const source = await openSource(SALES, { ...MAPPING, order: 'order' });
    expect(source.report).toMatchObject({
      rowsRead: 6,
      rowsUsed: 5,
      customers: 3,
      from: '2024-01-01',
      to: '2024-03-03',
      amount: { read: 127.35, used: 120.35, refunds: -0.15, rejected: 7 },
    });
    expect(source.columns).toEqual(['customer', 'date', 'amount', 'order', 'note']);
    expect(source.report.notes.map(({ code }) => code)).toContain('duplicates-unknown');
    expect((await source.history('中文')).rows()).toMatchObject([
      { date: '2024-03-01', order: '9007199254740993' },
    ]);
    await source.close();
  });

  it('finds its columns by their names', async () => {
    const source = await openSource(SALES);
    expect(source.mapping).toMatchObject(MAPPING);
    await source.close();
  });

  it('gives the figures that Arrow gives', async () => {
    const [a, b] = [await openSource(SALES, MAPPING), await openSource(ARROW, MAPPING)];
    expect((await a.rfm()).rows()).toEqual((await b.rfm()).rows());
    await a.close();
    await b.close();
  });

  it.skipIf(!existsSync(RETAIL))('online_retail gives the golden figures', async () => {
    const golden: GoldenFile = JSON.parse(readFileSync('test/fixtures/golden.json', 'utf8'));
    const mapping = { customer: 'CustomerID', date: 'InvoiceDate', order: 'InvoiceNo' };
    const source = await openSource(readFileSync(RETAIL), { ...mapping, amount: 'Quantity*UnitPrice' });
    expect(await goldenDifferences(source, golden.online_retail!)).toEqual([]);
    await source.close();
    // Its own column of amounts is rounded to cents: four rows of a tenth of a cent are none in it.
    const rounded = await openSource(readFileSync(RETAIL), { ...mapping, amount: 'Amount' });
    expect(rounded.report.amount.used).toBe(8_300_065.81);
    expect(rounded.report.customers).toBe(golden.online_retail!.customers);
    await rounded.close();
  });

  it.skipIf(!existsSync(RETAIL))(
    'at an address is fetched by the stretches of its mapped columns',
    async () => {
      const bytes = readFileSync(RETAIL);
      const served = await serve(bytes, true);
      const mapping = { customer: 'CustomerID', date: 'InvoiceDate', amount: 'Amount' };
      const source = await openSource(served.address, mapping);
      expect(source.report.rowsUsed).toBe(406_829);
      expect(served.requests[0]).toBe('GET');
      expect(served.requests.slice(1).every((request) => request.startsWith('GET bytes='))).toBe(true);
      expect(served.sent()).toBeLessThan(bytes.length / 2);
      await source.close();
    },
  );

  it.skipIf(!existsSync(RETAIL))('is fetched whole from a server that gives no stretches', async () => {
    const served = await serve(readFileSync(RETAIL), false);
    const source = await openSource(served.address, { customer: 'CustomerID', amount: 'Amount' });
    expect(source.report.rowsUsed).toBe(406_829);
    await source.close();
  });

  it('that is small is fetched by one request', async () => {
    const served = await serve(SALES, true);
    const source = await openSource(served.address, MAPPING);
    expect(source.report.rowsUsed).toBe(5);
    expect(served.requests).toEqual(['GET']);
    await source.close();
  });

  it('that is cut off or damaged is refused, and the engine answers on', async () => {
    const inside = Uint8Array.from(SALES).fill(7, 8, 600);
    const footer = Uint8Array.from(SALES).fill(0, SALES.length - 200, SALES.length - 8);
    for (const bytes of [
      SALES.subarray(0, 5),
      SALES.subarray(0, 1000),
      SALES.subarray(0, -8),
      inside,
      footer,
    ]) {
      const error = await failure(openSource(Uint8Array.from(bytes), MAPPING));
      expect(error.code).toBe('file-unreadable');
      expect(error.message).toMatch(/Parquet/);
    }
    const source = await openSource(SALES, MAPPING);
    expect((await source.kpis()).summary.customers).toBe(3);
    await source.close();
  });

  it('without a column that is named says which there are', async () => {
    const error = await failure(openSource(SALES, { ...MAPPING, amount: 'total' }));
    expect(error.code).toBe('column-missing');
    expect(error.message).toContain('"note"');
  });
});
