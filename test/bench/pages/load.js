// Loads files with the kit and with nothing but the engine, for test/bench/load.bench.ts, which calls these by turns.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { openSource, preload } from '/kit/rfm-kit.js';

let bare;

/** Starts both engines, so that no load pays for that. */
async function start() {
  await preload();
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/kit/duckdb-eh.worker.js'));
  await db.instantiate('/kit/duckdb-eh.wasm');
  await db.open({ path: ':memory:' });
  bare = { db, connection: await db.connect() };
}

const fetchBlob = async (path) => (await fetch(path)).blob();

/** Milliseconds until the file at `path` can be analysed. */
async function kit(path, mapping) {
  const blob = await fetchBlob(path);
  const begun = performance.now();
  const source = await openSource(blob, mapping);
  const ms = performance.now() - begun;
  const { rowsRead, rowsUsed } = source.report;
  await source.close();
  return { ms, rowsRead, rowsUsed };
}

/** Milliseconds until the engine alone holds the CSV file at `path`. */
async function create(path) {
  const { db, connection } = bare;
  await db.registerFileHandle(
    'sales.csv',
    await fetchBlob(path),
    DuckDBDataProtocol.BROWSER_FILEREADER,
    true,
  );
  const begun = performance.now();
  await connection.query("CREATE TABLE sales AS SELECT * FROM read_csv('sales.csv')");
  const ms = performance.now() - begun;
  await connection.query('DROP TABLE sales');
  await db.dropFile('sales.csv');
  return { ms };
}

Object.assign(window, { bench: { start, kit, create } });
