import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.js';

const inCdn = (file) => inRoot(`dist/cdn/${file}`);

/** The licence of each package that a list of Vite's names, by its heading. */
function sections(file) {
  const [, ...parts] = readFileSync(inCdn(file), 'utf8').split(/^(?=## )/m);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), `${part.trimEnd()}\n`]));
}

/** Puts what the workers bundle into the one list of licences. */
export function joinLicences() {
  const lists = ['LICENSES.md', 'reader.worker.licenses.md', 'tables.worker.licenses.md'];
  const intro = '# Licenses\n\nThe scripts in this folder bundle dependencies with the following licenses:\n';
  const all = new Map(lists.flatMap((file) => [...sections(file)]));
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  writeFileSync(inCdn('LICENSES.md'), [intro, ...sorted].join('\n'));
  for (const file of lists.slice(1)) rmSync(inCdn(file));
}
