// Serves the rollup of a DuckDB table as Parquet to the pages of one origin, for those who carry the key:
//   npm install rfm-kit @duckdb/node-api
//   KEY=secret ORIGIN=https://portal.example.com node server.js shop.duckdb sales
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { rollupSql } from 'rfm-kit/core';

const [database, table] = process.argv.slice(2);
const { KEY, ORIGIN = 'http://localhost:5173', PORT = '8787' } = process.env;
const columns = { customer: 'customer', date: 'date', amount: 'amount' };
if (!KEY) throw new Error('Say which key the pages carry: KEY=…');

const path = join(tmpdir(), `rollup-${process.pid}.parquet`);
const connection = await (await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' })).connect();
await connection.run(
  `COPY (${rollupSql({ dialect: 'duckdb', table, columns })}) TO '${path}' (FORMAT parquet)`,
);
const rollup = readFileSync(path);
const etag = `"${createHash('sha256').update(rollup).digest('base64url')}"`;

const hash = (text) => createHash('sha256').update(text).digest();
const allowed = ({ headers }) => timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${KEY}`));

const server = createServer((request, response) => {
  response.setHeader('access-control-allow-origin', ORIGIN).setHeader('vary', 'origin');
  if (request.method === 'OPTIONS')
    return response.writeHead(204, { 'access-control-allow-headers': 'authorization, range' }).end();
  if (!allowed(request)) return response.writeHead(401).end();
  response.setHeader('etag', etag).setHeader('cache-control', 'private, no-cache');
  response.setHeader('access-control-expose-headers', 'etag, content-length, content-range');
  if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (from === undefined) return response.writeHead(200, { 'content-length': rollup.length }).end(rollup);
  const end = Math.min(to ? Number(to) : rollup.length - 1, rollup.length - 1);
  const range = `bytes ${from}-${end}/${rollup.length}`;
  response.writeHead(206, { 'content-range': range }).end(rollup.subarray(Number(from), end + 1));
});
server.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}/`));
