import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../lib/paths.js';
import { distFiles } from './files.js';

const SHIPPED = [
  'rfm-kit.js',
  'reader.worker.js',
  'tables.worker.js',
  'duckdb-eh.worker.js',
  'duckdb-eh.wasm',
  'parquet.wasm',
  'LICENSE',
  'LICENSES.md',
];

const text = (file) => readFileSync(inRoot(file), 'utf8');

/** Imports of another file would break a script that is meant to stand alone. */
function importsLeft(name) {
  return /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"`;]*\sfrom\s*)?['"`][^'"`]+['"`]/.test(
    text(`dist/cdn/${name}`),
  );
}

/** A module of re-exports alone has nothing to map. */
function unmapped() {
  return distFiles()
    .filter((file) => file.endsWith('.js') && !existsSync(inRoot(`${file}.map`)))
    .filter((file) =>
      file.includes('/cdn/')
        ? !file.endsWith('/duckdb-eh.worker.js')
        : text(file).includes('sourceMappingURL'),
    )
    .map((file) => `${file} has no source map`);
}

/** Vite must leave this pattern in the library as it is: bundlers find the files by it. */
function lostPatterns() {
  const module = text('dist/data/engine/assets.js');
  return ['duckdb-eh.wasm', 'duckdb-eh.worker.js', 'reader.worker.js', 'tables.worker.js', 'parquet.wasm']
    .filter(
      (file) =>
        !new RegExp(`new URL\\(["']\\.\\./\\.\\./cdn/${file}["'], import\\.meta\\.url\\)`).test(module),
    )
    .map((file) => `assets.js does not name ${file} in a way that bundlers know`);
}

export function assetProblems() {
  const missing = SHIPPED.filter((name) => !existsSync(inRoot(`dist/cdn/${name}`)));
  if (missing.length > 0) return missing.map((name) => `dist/cdn/${name} is missing`);
  const dependent = ['rfm-kit.js', 'reader.worker.js', 'tables.worker.js'].filter(importsLeft);
  return [
    ...dependent.map((name) => `dist/cdn/${name} imports another file`),
    ...unmapped(),
    ...lostPatterns(),
  ];
}

export function printSizes() {
  for (const name of SHIPPED.filter((file) => /\.(js|wasm)$/.test(file))) {
    if (!existsSync(inRoot(`dist/cdn/${name}`))) continue;
    const bytes = readFileSync(inRoot(`dist/cdn/${name}`));
    const kB = (count) => `${(count / 1000).toFixed(1)} kB`;
    console.log(
      `       dist/cdn/${name}: ${kB(bytes.length)}, gzip ${kB(gzipSync(bytes, { level: 9 }).length)}`,
    );
  }
}
