// Nothing but the engine, beside the kit's: what others would begin with.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';

export async function startBare() {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/kit/duckdb-eh.worker.js'));
  await db.instantiate('/kit/duckdb-eh.wasm');
  await db.open({ path: ':memory:' });
  return { db, connection: await db.connect() };
}

export const fetchBlob = async (path) => (await fetch(path)).blob();

/** Milliseconds that `work` takes with the CSV file at `path` at hand as sales.csv. */
export async function withCsv({ db }, path, work) {
  const blob = await fetchBlob(path);
  await db.registerFileHandle('sales.csv', blob, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  await db.dropFile('sales.csv');
  return ms;
}
