import { openAsBlob } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.js';
import type * as Core from '../../src/core';
import type * as NodeWorker from '../../src/data/engine/node-worker';
import { type Cost, type Line, line, publish } from './support/lines';
import { call, costOf, openPage } from './support/page';
import { SALES_MAPPING, salesCsv, salesParquet } from './support/sales';
import { growth, rowsText, sizes } from './support/sizes';
import { cost } from './support/time';

const SIZES = sizes([100_000, 1_000_000]);
/** Beyond this Node is not asked: it reads on the one thread it has, as it does with fewer. */
const NODE_UP_TO = 1_000_000;
const ROUNDS = Number(process.env.ROUNDS ?? 6);
const BARE = 'the bare CREATE TABLE AS of the CSV, same engine';

/** What loading costs by the kit and by the engine alone, with both engines running. */
interface Loading {
  kit(path: string): Promise<Cost>;
  create(path: string): Promise<Cost>;
  close(): Promise<void>;
}

/** Loading with all that it brings (encoding, report, customer table) against the engine's bare reading of the CSV. */
export default async function loads(): Promise<void> {
  const lines: Line[] = [];
  const places = { Chromium: inBrowser, Node: inNode };
  for (const [place, open] of Object.entries(places))
    for (const size of SIZES) {
      if (place === 'Node' && size > NODE_UP_TO) continue;
      // What another size has warmed up is not warm for this one.
      const loading = await open();
      lines.push(...(await measure(place, loading, size)));
      await loading.close();
    }
  publish('load', [...lines, ...growth(lines, 1_000_000, 10_000_000)]);
}

async function measure(place: string, loading: Loading, size: number): Promise<Line[]> {
  const [csv, parquet] = [salesCsv(size), salesParquet(size)];
  const costs = { csv: [] as Cost[], parquet: [] as Cost[], create: [] as Cost[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.create.push(await loading.create(csv));
    costs.csv.push(await loading.kit(csv));
    costs.parquet.push(await loading.kit(parquet));
  }
  const name = (format: string): string => `load ${format} in ${place}, ${rowsText(size)}`;
  return [
    line({ name: name('CSV'), against: BARE, target: 1.5 }, costs.csv, costs.create),
    line({ name: name('Parquet'), against: 'the same as CSV', target: 0.5 }, costs.parquet, costs.csv),
  ];
}

/** The kit as built for pages, in a headless browser. */
async function inBrowser(): Promise<Loading> {
  const opened = await openPage('load.html', { '/data/': dirname(salesCsv(SIZES[0]!)) });
  await call(opened.page, 'start');
  const address = (path: string): string => `/data/${basename(path)}`;
  return {
    kit: (path) => costOf(opened, 'kit', address(path), SALES_MAPPING),
    create: (path) => costOf(opened, 'create', address(path)),
    close: opened.close,
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
      return cost(async () => (await openSource(blob, SALES_MAPPING)).close());
    },
    async create(path) {
      const blob = await openAsBlob(path);
      await db.registerFileBuffer('sales.csv', new Uint8Array(await blob.arrayBuffer()));
      const taken = await cost(() =>
        connection.query("CREATE TABLE sales AS SELECT * FROM read_csv('sales.csv')"),
      );
      await connection.query('DROP TABLE sales');
      await db.dropFile('sales.csv');
      return taken;
    },
    async close() {
      worker.terminate();
    },
  };
}
