import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.js';
import { distFiles } from './files.js';
import { firstScripts, importsOf, pageScripts } from './page-scripts.js';

/** What rfm-kit.js and the scripts it imports start by its address. */
const STARTED = [
  'reader.worker.js',
  'tables.worker.js',
  'duckdb-eh.worker.js',
  'duckdb-eh.wasm',
  'parquet.wasm',
];

const SHIPPED = ['rfm-kit.js', 'engine.js', ...STARTED, 'integrity.json', 'LICENSE', 'LICENSES.md'];

const text = (file) => readFileSync(inRoot(file), 'utf8');

/** A worker is started by its address and may be read from a blob: it has to stand alone. */
function workerImports() {
  return ['reader.worker.js', 'tables.worker.js']
    .filter((name) => importsOf(name).length > 0)
    .map((name) => `dist/cdn/${name} imports another file`);
}

/**
 * Scripts lie side by side. None imports rfm-kit.js: where a page has that by a redirect or as `rfm-kit.js?v=2`, this
 * would be a second one, with elements and settings of its own.
 */
function wrongImports() {
  return pageScripts().flatMap((name) =>
    importsOf(name)
      .filter((imported) => !/^\.\/[\w.-]+\.js$/.test(imported) || imported === './rfm-kit.js')
      .map((imported) => `dist/cdn/${name} imports ${imported}`),
  );
}

/** Reading, analysing and the engine's client come with the first data: no tag waits for them. */
function hasty() {
  return firstScripts()
    .filter((name) => ['data.js', 'engine.js'].includes(name))
    .map((name) => `dist/cdn/rfm-kit.js cannot register anything before ${name} is there`);
}

/** What nothing asks for has no place in the folder. */
function strays() {
  const known = [...SHIPPED, ...pageScripts()];
  return distFiles()
    .filter((file) => file.startsWith('./dist/cdn/'))
    .map((file) => file.slice('./dist/cdn/'.length))
    .filter((name) => !name.startsWith('themes/') && !known.includes(name.replace(/\.map$/, '')))
    .map((name) => `dist/cdn/${name} is asked for by nothing`);
}

/** A module of re-exports alone has nothing to map, nor the bundler's own few lines. */
function unmapped() {
  return distFiles()
    .filter((file) => file.endsWith('.js') && !existsSync(inRoot(`${file}.map`)))
    .filter((file) =>
      file.includes('/cdn/')
        ? !/\/(duckdb-eh\.worker|rolldown-runtime)\.js$/.test(file)
        : text(file).includes('sourceMappingURL'),
    )
    .map((file) => `${file} has no source map`);
}

/** Vite must leave this pattern in the library as it is: bundlers find the files by it. */
function lostPatterns() {
  const module = text('dist/data/engine/assets.js');
  return STARTED.filter(
    (file) => !new RegExp(`new URL\\(["']\\.\\./\\.\\./cdn/${file}["'], import\\.meta\\.url\\)`).test(module),
  ).map((file) => `assets.js does not name ${file} in a way that bundlers know`);
}

export function assetProblems() {
  const missing = SHIPPED.filter((name) => !existsSync(inRoot(`dist/cdn/${name}`)));
  if (missing.length > 0) return missing.map((name) => `dist/cdn/${name} is missing`);
  return [...workerImports(), ...wrongImports(), ...hasty(), ...strays(), ...unmapped(), ...lostPatterns()];
}
