import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { inRoot } from '../lib/paths.js';
import { distFiles } from './files.js';
import { pageScripts } from './page-scripts.js';

/** Addresses that stand in the output and are never asked for, each with the reason. */
const NEVER_ASKED = [
  { address: 'http://www.w3.org/', why: 'names of XML namespaces' },
  {
    address: 'https://github.com/duckdb/duckdb-wasm.git',
    why: "DuckDB's package.json, bundled for its version",
  },
  {
    address: 'https://duckdb.org/',
    why: 'pages named in the text of error messages',
    only: 'duckdb-eh.wasm',
  },
  { address: 'https://duckdb.org', why: 'the same', only: 'duckdb-eh.wasm', exactly: true },
];

/** Declarations and source maps are read by tools and never run. */
const RUNS = /\.(js|wasm)$/;

/** With a scheme, or quoted without one as `//host.tld/`; `https://` alone is a test of a prefix. */
const ADDRESS =
  /(?:https?|wss?|ftp):\/\/[a-z0-9][^\s"'`<>\\)\0]*|(?<=["'`])\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[^\s"'`]*/gi;

function isAllowed(file, address) {
  return NEVER_ASKED.some(({ address: known, only, exactly }) => {
    if (only && !file.endsWith(`/${only}`)) return false;
    return exactly ? address === known : address.startsWith(known);
  });
}

/** The code that runs: comments, which may name papers and licences, left out. */
function withoutComments(file, code) {
  const { comments, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  let rest = '';
  let from = 0;
  for (const { start, end } of comments) {
    rest += code.slice(from, start);
    from = end;
  }
  return rest + code.slice(from);
}

/** The words that Brotli packs text with: scraps of web pages, half of addresses too. */
const BROTLI_WORDS = { begin: 'timedownlifeleft', length: 122_784 };

function withoutBrotliWords(bytes) {
  const at = bytes.indexOf(BROTLI_WORDS.begin, 0, 'latin1');
  if (at < 0)
    throw new Error('parquet.wasm no longer holds the words of Brotli: look which addresses it has.');
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + BROTLI_WORDS.length)]);
}

function bytesOf(file) {
  const bytes = readFileSync(inRoot(file));
  return file.endsWith('/parquet.wasm') ? withoutBrotliWords(bytes) : bytes;
}

function addresses(file) {
  const bytes = bytesOf(file);
  const code = file.endsWith('.wasm')
    ? bytes.toString('latin1')
    : withoutComments(file, bytes.toString('utf8'));
  return [...new Set(code.match(ADDRESS) ?? [])];
}

/** A policy without `unsafe-eval` refuses these, and only once the line is reached. At the start of a text it is none. */
const CODE_FROM_TEXT = /(?<![.\w$`])(?:Function|eval)\s*\(/;

export function evalProblems() {
  const workers = ['reader.worker.js', 'tables.worker.js'];
  return [...pageScripts(), ...workers]
    .map((name) => `./dist/cdn/${name}`)
    .filter((file) => CODE_FROM_TEXT.test(withoutComments(file, readFileSync(inRoot(file), 'utf8'))))
    .map((file) => `${file} makes code from text`);
}

export function hostProblems() {
  return distFiles()
    .filter((file) => RUNS.test(file))
    .flatMap((file) => {
      const unknown = addresses(file).filter((address) => !isAllowed(file, address));
      return unknown.map((address) => `${file}: ${address}`);
    });
}
