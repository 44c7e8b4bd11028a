import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.js';
import { vscodeData, webTypes } from './editors.js';
import { reactModule, reactTypes, TAG_TYPES } from './frameworks.js';
import { manifestOf, readElements } from './manifest.js';

const write = (file, content) => writeFileSync(inRoot(`dist/${file}`), content);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** The other modules of src/define that each imports, by name. */
function needs(entry) {
  const code = readFileSync(inRoot(`src/define/${entry}.ts`), 'utf8');
  const direct = [...code.matchAll(/^import '\.\/([\w-]+)';/gm)].map(([, name]) => name);
  return [...new Set(direct.flatMap((name) => [...needs(name), name]))];
}

/** Writes what tools and frameworks read about the elements: all of it made from one reading of the source. */
export async function describeElements() {
  const elements = await readElements();
  const packageJson = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  write('custom-elements.json', json(manifestOf(elements)));
  write('vscode.html-custom-data.json', json(vscodeData(elements)));
  write('web-types.json', json(webTypes(elements, packageJson)));
  write('react.js', reactModule(elements, needs));
  write('react.d.ts', reactTypes(elements));
  mkdirSync(inRoot('dist/types'), { recursive: true });
  for (const [framework, types] of Object.entries(TAG_TYPES)) {
    write(`types/${framework}.d.ts`, types(elements).join('\n'));
    // There is nothing to run: the import is for the types alone.
    write(`types/${framework}.js`, 'export {};\n');
  }
}
