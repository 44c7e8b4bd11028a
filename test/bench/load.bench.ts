import { openAsBlob } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.js';
import type * as Core from '../../src/core';
import type * as NodeWorker from '../../src/data/engine/node-worker';
import { type Line, line, publish } from './support/lines';
import { call, openPage } from './support/page';
import { SALES_MAPPING, salesCsv, salesParquet } from './support/sales';

const SIZES = (process.env.ROWS ?? '100000,1000000').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const AGAINST = 'CREATE TABLE AS SELECT * FROM read_csv(…) on the same engine';

/** What loading costs by the kit and by the engine alone: ms, with both engines running. */
interface Loading {
  kit(path: string): Promise<number>;
  create(path: string): Promise<number>;
  close(): Promise<void>;
}

/** Loading with all that it brings (encoding, report, customer table) against the engine's bare reading of the CSV. */
export default async function loads(): Promise<void> {
  const lines: Line[] = [];
  const places = { Chromium: inBrowser, Node: inNode };
  for (const [place, open] of Object.entries(places)) {
    const loading = await open();
    for (const size of SIZES) lines.push(...(await measure(place, loading, size)));
    await loading.close();
  }
  publish('load', lines);
}

async function measure(place: string, loading: Loading, size: number): Promise<Line[]> {
  const [csv, parquet] = [salesCsv(size), salesParquet(size)];
  const times = { csv: [] as number[], parquet: [] as number[], create: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.create.push(await loading.create(csv));
    times.csv.push(await loading.kit(csv));
    times.parquet.push(await loading.kit(parquet));
  }
  const name = (format: string): string => `${place}: load ${format}, ${size.toLocaleString('en')} rows`;
  return [
    line({ name: name('CSV'), against: AGAINST, target: 1.5 }, times.csv, times.create),
    line(
      { name: name('Parquet'), against: `${AGAINST}, of the CSV`, target: 0.5 },
      times.parquet,
      times.create,
    ),
  ];
}

interface Timed {
  ms: number;
}

/** The kit as built for pages, in a headless browser. */
async function inBrowser(): Promise<Loading> {
  const { page, close } = await openPage('load.html', { '/data/': dirname(salesCsv(SIZES[0]!)) });
  await call(page, 'start');
  const address = (path: string): string => `/data/${basename(path)}`;
  return {
    kit: async (path) => (await call<Timed>(page, 'kit', address(path), SALES_MAPPING)).ms,
    create: async (path) => (await call<Timed>(page, 'create', address(path))).ms,
    close,
  };
}

/** The modules as built, in this process. */
async function inNode(): Promise<Loading> {
  const built = <T>(path: string): Promise<T> => import(/* @vite-ignore */ pathToFileURL(inRoot(path)).href);
  const { openSource, preload } = await built<typeof Core>('dist/core.js');
  const { startNodeWorker } = await built<typeof NodeWorker>('dist/data/engine/node-worker.js');
  await preload();
  const { AsyncDuckDB, VoidLogger } = await import('@duckdb/duckdb-wasm');
  const { worker, wasm } = startNodeWorker();
  const db = new AsyncDuckDB(new VoidLogger(), worker as never);
  await db.instantiate(wasm);
  await db.open({ path: ':memory:' });
  const connection = await db.connect();
  return {
    async kit(path) {
      const blob = await openAsBlob(path);
      const begun = performance.now();
      const source = await openSource(blob, SALES_MAPPING);
      const ms = performance.now() - begun;
      await source.close();
      return ms;
    },
    async create(path) {
      const blob = await openAsBlob(path);
      await db.registerFileBuffer('sales.csv', new Uint8Array(await blob.arrayBuffer()));
      const begun = performance.now();
      await connection.query("CREATE TABLE sales AS SELECT * FROM read_csv('sales.csv')");
      const ms = performance.now() - begun;
      await connection.query('DROP TABLE sales');
      await db.dropFile('sales.csv');
      return ms;
    },
    async close() {
      worker.terminate();
    },
  };
}
