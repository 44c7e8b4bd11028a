import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { inRoot, root } from '../lib/paths.js';
import { distFiles } from './files.js';
import { pageScripts } from './page-scripts.js';

/** Bytes after gzip. The kit's is all scripts of dist/cdn that a page imports, DuckDB's client and Arrow apart. */
const BUDGETS = { chart: 60_000, kit: 130_000, engine: 60_000 };

/** What is over its budget may grow by a feature, not by carelessness: whoever raises this says for what. */
const CEILINGS = { chart: 60_000, kit: 289_000, engine: 60_000 };

/** Elements that are no chart of their own. */
const NO_CHART = ['source', 'dashboard'];

const packed = (code) => gzipSync(code, { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The code that an application which imports `rfm-kit/define/<name>` loads at its start: an entry and what it imports. */
async function bundled(name) {
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    // Only the code is weighed: the engine's files stay where they are.
    plugins: [
      {
        name: 'no-assets',
        transform: (code, id) =>
          /\/engine\/assets\.js$/.test(id) ? code.replaceAll('import.meta.url', '""') : null,
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: inRoot(`dist/define/${name}.js`), preserveEntrySignatures: 'strict' },
    },
  });
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const first = new Set();
  const take = (file) => {
    if (first.has(file)) return;
    first.add(file);
    for (const imported of chunks.get(file)?.imports ?? []) take(imported);
  };
  for (const { fileName, isEntry } of chunks.values()) if (isEntry) take(fileName);
  return [...first].reduce((sum, file) => sum + packed(chunks.get(file).code), 0);
}

function charts() {
  return distFiles()
    .map((file) => /^\.\/dist\/define\/([^/]+)\.js$/.exec(file)?.[1])
    .filter((name) => name && !NO_CHART.includes(name));
}

/** Says what is over its budget; a problem only where it is over the ceiling too. */
function weighed(what, bytes, kind) {
  const over = bytes - BUDGETS[kind];
  console.log(`       ${what}: ${kB(bytes)} gzip${over > 0 ? `, ${kB(over)} over its budget` : ''}`);
  return bytes > CEILINGS[kind] ? [`${what}: ${kB(bytes)} gzip, more than ${kB(CEILINGS[kind])}`] : [];
}

/** Says what everything weighs, and what weighs too much. */
export async function budgetProblems() {
  const problems = [];
  for (const name of charts()) {
    problems.push(...weighed(`rfm-kit/define/${name}, bundled`, await bundled(name), 'chart'));
  }
  const weights = pageScripts().map((name) => [name, packed(readFileSync(inRoot(`dist/cdn/${name}`)))]);
  for (const [name, bytes] of weights) console.log(`       dist/cdn/${name}: ${kB(bytes)} gzip`);
  const sum = (wanted) => weights.filter(([name]) => wanted(name)).reduce((all, [, bytes]) => all + bytes, 0);
  const engine = sum((name) => name === 'engine.js');
  const kit = sum((name) => name !== 'engine.js');
  return [...problems, ...weighed('the engine', engine, 'engine'), ...weighed('the whole kit', kit, 'kit')];
}
