// Analyses by the kit and as textbooks write them, in one page, for test/bench/analyses.bench.ts.
import { configure, openSource } from '/kit/rfm-kit.js';
import { fetchBlob, startBare, withCsv } from './bare.js';

/** One engine for each, so that neither's memory is the other's. */
let ours;
let bare;
let source;

async function start() {
  ours = await startBare();
  bare = await startBare();
  configure({ engine: ours.db });
}

/** Holds the file's rows; its answer says how many bytes of the engine they take. */
async function load(path, mapping) {
  await source?.close();
  const blob = await fetchBlob(path);
  const begun = performance.now();
  source = await openSource(blob, mapping);
  const ms = performance.now() - begun;
  const { rowsUsed, customers } = source.report;
  return { ms, rows: rowsUsed, customers, bytes: await bytesOf(ours) };
}

async function bytesOf({ connection }) {
  const table = await connection.query(
    'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()',
  );
  return table.get(0).bytes;
}

/** The same rows as text books have them: one table, customers as text. */
async function loadBare(path, create) {
  await bare.connection.query('DROP TABLE IF EXISTS sales');
  return { ms: await withCsv(bare, path, () => bare.connection.query(create)) };
}

/** Milliseconds of each analysis asked of the source, one after the other. */
async function ask(asks) {
  const times = [];
  for (const [name, options] of asks) {
    const begun = performance.now();
    await source[name](options);
    times.push(performance.now() - begun);
  }
  return { ms: times.reduce((sum, ms) => sum + ms, 0), times };
}

/** The same of statements on the bare engine. */
async function query(statements) {
  const times = [];
  for (const sql of statements) {
    const begun = performance.now();
    await bare.connection.query(sql);
    times.push(performance.now() - begun);
  }
  return { ms: times.reduce((sum, ms) => sum + ms, 0), times };
}

/** Milliseconds of taking further rows in, and back out again. */
async function append(path) {
  const blob = await fetchBlob(path);
  const begun = performance.now();
  await source.append(blob);
  return { ms: performance.now() - begun };
}

Object.assign(window, { bench: { start, load, loadBare, ask, query, append } });
