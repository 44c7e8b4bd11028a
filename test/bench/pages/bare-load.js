// Starts the engine and loads a file with it, for test/bench/page.bench.ts.
import { startBare, withCsv } from './bare.js';

/** Milliseconds from a page whose scripts are there to a table in the engine. */
async function load(path) {
  const begun = performance.now();
  const bare = await startBare();
  await withCsv(bare, path, () =>
    bare.connection.query("CREATE TABLE sales AS SELECT * FROM read_csv('sales.csv')"),
  );
  return { ms: performance.now() - begun };
}

window.bench = { load };
