import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { folder } from './support/engines';

const database = join(folder, 'shop.duckdb');
let server: ChildProcess;
let url: string;

/** The table the server serves: CDNOW in a file of DuckDB's. */
async function makeShop(): Promise<void> {
  rmSync(database, { force: true });
  const entry = pathToFileURL(createRequire(join(folder, 'package.json')).resolve('@duckdb/node-api')).href;
  const { DuckDBInstance } = await import(/* @vite-ignore */ entry);
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  const file = resolve('demo/data/cdnow_master.csv');
  await connection.run(
    `CREATE TABLE sales AS SELECT customer_id AS customer, date::DATE AS date, amount::DECIMAL(18, 2) AS amount FROM read_csv('${file}')`,
  );
  connection.closeSync();
  instance.closeSync();
}

beforeAll(async () => {
  await makeShop();
  cpSync('demo/rollup/server.js', join(folder, 'server.mjs'));
  const installed = join(folder, 'node_modules/rfm-kit');
  if (!existsSync(installed)) symlinkSync(resolve('.'), installed);
  server = spawn(process.execPath, ['server.mjs', database, 'sales'], {
    cwd: folder,
    env: { ...process.env, KEY: 'secret', ORIGIN: 'https://portal.example.com', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await new Promise((told) => server.stdout!.once('data', (text) => told(String(text).trim())));
});

afterAll(async () => {
  server.kill();
  await sharedEngine().restart();
});

const headers = { authorization: 'Bearer secret' };

it('serves the rollup to those who carry the key', async () => {
  await expect(openSource(url, {}, { grain: 'rollup' })).rejects.toMatchObject({
    code: 'network',
    details: { status: 401 },
  });
  const source = await openSource(url, {}, { grain: 'rollup', fetchOptions: { headers } });
  expect((await source.kpis()).summary).toMatchObject({ customers: 23_570, orders: 69_659 });
  expect((await source.kpis()).summary.amount).toBeCloseTo(2_500_315.63, 2);
  await source.close();
});

it('sends nothing twice, answers for stretches, and names the one origin', async () => {
  const first = await fetch(url, { headers });
  const bytes = new Uint8Array(await first.arrayBuffer());
  expect(first.headers.get('access-control-allow-origin')).toBe('https://portal.example.com');
  const again = await fetch(url, { headers: { ...headers, 'if-none-match': first.headers.get('etag')! } });
  expect(again.status).toBe(304);
  const stretch = await fetch(url, { headers: { ...headers, range: 'bytes=0-3' } });
  expect(stretch.status).toBe(206);
  expect(new Uint8Array(await stretch.arrayBuffer())).toEqual(bytes.subarray(0, 4));
});
