// Loads files with the kit and with nothing but the engine, for test/bench/load.bench.ts, which calls these by turns.
import { openSource, preload } from '/kit/rfm-kit.js';
import { fetchBlob, startBare, withCsv } from './bare.js';

let bare;

/** Starts both engines, so that no load pays for that. */
async function start() {
  await preload();
  bare = await startBare();
}

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
  const { connection } = bare;
  const ms = await withCsv(bare, path, () =>
    connection.query("CREATE TABLE sales AS SELECT * FROM read_csv('sales.csv')"),
  );
  await connection.query('DROP TABLE sales');
  return { ms };
}

Object.assign(window, { bench: { start, kit, create } });
