import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { inRoot } from '../lib/paths.js';

/** Every file that a script of dist/cdn imports, at once or later, as written. */
export function importsOf(name) {
  const file = `dist/cdn/${name}`;
  const code = readFileSync(inRoot(file), 'utf8');
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const text = ({ start, end }) => code.slice(start, end).replace(/^['"`]|['"`]$/g, '');
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.dynamicImports.map(({ moduleRequest }) => text(moduleRequest)),
    ...exported,
  ];
}

/** rfm-kit.js and the scripts it imports, at once or later, by name. */
export function pageScripts() {
  const found = new Set();
  const take = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const imported of importsOf(name)) take(imported.replace(/^\.\//, ''));
  };
  take('rfm-kit.js');
  return [...found].sort();
}
