import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

const HEADER = 'rfm_rollup,customer,transactions,purchases,orders,amount,refunds,refund_rows,zero_rows';
const files = new Map<string, string>();
let asked: string[] = [];
let server: Server;
let base: string;

/** A partition of a rollup by day, whose folder alone says the day. */
function put(day: string, customer: string, amount: number): string {
  const path = `period_start=${day}/data_0.csv`;
  files.set(`/${path}`, `${HEADER}\n1 day net keep,${customer},1,1,1,${amount},0,0,0\n`);
  return path;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ''}`.trim());
    const text = files.get(request.url!);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.close();
  await sharedEngine().restart();
});
beforeEach(() => {
  asked = [];
  files.clear();
  const partitions = [put('2024-01-02', 'a', 10), put('2024-01-03', 'b', 20), put('2024-01-04', 'a', 30)];
  files.set('/rollup.json', JSON.stringify({ partitions }));
});

it('reads the partitions that a manifest lists, by its own address, with the headers of the caller', async () => {
  const fetchOptions = { headers: { authorization: 'Bearer secret' } };
  const source = await openSource(`${base}rollup.json`, {}, { grain: 'rollup', fetchOptions });
  expect((await source.rfm()).rows()).toMatchObject([
    { customer: 'a', frequency: 2, monetary: 40, recency_days: 0 },
    { customer: 'b', frequency: 1, monetary: 20, recency_days: 1 },
  ]);
  expect(asked).toHaveLength(4);
  expect(asked.every((line) => line.endsWith(' Bearer secret'))).toBe(true);
  await source.close();
});

it('does not fetch partitions after as-of', async () => {
  const source = await openSource(`${base}rollup.json`, {}, { grain: 'rollup', asOf: '2024-01-03' });
  expect((await source.kpis()).summary).toMatchObject({ customers: 2, amount: 30 });
  expect(asked).not.toContain('/period_start=2024-01-04/data_0.csv');
  await source.close();
});

it('appends with the new partition alone, and refreshes by the list as it is then', async () => {
  const source = await openSource(`${base}rollup.json`, {}, { grain: 'rollup' });
  const added = put('2024-01-05', 'b', 5);
  asked = [];
  await source.append(`${base}${added}`);
  expect(asked).toEqual([`/${added}`]);
  expect((await source.kpis()).summary.amount).toBe(65);
  await source.close();

  const other = await openSource(`${base}rollup.json`, {}, { grain: 'rollup' });
  const listed = [...files.keys()].filter((path) => path.includes('=')).map((path) => path.slice(1));
  files.set('/rollup.json', JSON.stringify({ partitions: listed }));
  await other.refresh();
  expect((await other.kpis()).summary.amount).toBe(65);
  await other.close();
});

it('names a partition that is not there', async () => {
  files.delete('/period_start=2024-01-03/data_0.csv');
  await expect(openSource(`${base}rollup.json`, {}, { grain: 'rollup' })).rejects.toMatchObject({
    code: 'network',
    message: expect.stringContaining('period_start=2024-01-03/data_0.csv: The server answered 404'),
  });
});

it('refuses a manifest that lists nothing', async () => {
  files.set('/rollup.json', '{"partitions": []}');
  await expect(openSource(`${base}rollup.json`, {}, { grain: 'rollup' })).rejects.toMatchObject({
    code: 'format-unknown',
  });
});
