import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.js';

const from = (file) => inRoot(`node_modules/@duckdb/duckdb-wasm/dist/${file}`);
const to = (file) => inRoot(`dist/cdn/${file}`);

/**
 * Addresses in DuckDB's binary that it could ask for: the hosts of extensions, and a style sheet in the HTML form of
 * EXPLAIN. The kit switches extensions off; with these gone there is also nothing left to ask. (Its error messages
 * name pages of duckdb.org as text for people: those stay.)
 */
export const REMOVED = [
  'https://extensions.duckdb.org',
  'https://community-extensions.duckdb.org',
  'https://nightly-extensions.duckdb.org',
  'https://unpkg.com/treeflex/dist/css/treeflex.css',
];

/** `address` made into one of an unknown scheme, of the same length: no request can come of it. */
const defused = (address) => 'removed:'.padEnd(address.length, '-');

/** Replaces each address in `bytes`, in place; throws where one is no longer there, so that a new engine is looked at. */
export function removeAddresses(bytes, addresses = REMOVED) {
  for (const address of addresses) {
    const needle = Buffer.from(address, 'latin1');
    let found = bytes.indexOf(needle);
    if (found < 0) throw new Error(`The engine no longer holds ${address}: look which addresses it has now.`);
    for (; found >= 0; found = bytes.indexOf(needle, found)) bytes.write(defused(address), found, 'latin1');
  }
  return bytes;
}

/**
 * A WebAssembly file that is missing, cut off, of another type or forbidden leaves DuckDB's worker waiting for ever: the
 * rejection is handled nowhere. Thrown again it reaches the page as the worker's error.
 */
const TELL_REJECTIONS = 'addEventListener("unhandledrejection",(e)=>{setTimeout(()=>{throw e.reason})});\n';

function withoutMapLink(code) {
  return code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

/** Lays the engine (the `eh` build, one thread, for every evergreen browser) and the Parquet decoder beside rfm-kit.js. */
export function copyEngine() {
  mkdirSync(to(''), { recursive: true });
  writeFileSync(to('duckdb-eh.wasm'), removeAddresses(readFileSync(from('duckdb-eh.wasm'))));
  const worker = readFileSync(from('duckdb-browser-eh.worker.js'), 'utf8');
  writeFileSync(to('duckdb-eh.worker.js'), withoutMapLink(worker) + TELL_REJECTIONS);
  copyFileSync(inRoot('node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm'), to('parquet.wasm'));
  copyFileSync(inRoot('LICENSE'), to('LICENSE'));
}
