import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { inRoot } from '../lib/paths.js';

function parsed(name) {
  const file = `dist/cdn/${name}`;
  const code = readFileSync(inRoot(file), 'utf8');
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return { code, module };
}

/** What a script of dist/cdn cannot start without, as written. */
function neededBy({ module }) {
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported];
}

/** Every file that a script of dist/cdn imports, at once or later, as written. */
export function importsOf(name) {
  const { code, module } = parsed(name);
  const text = ({ start, end }) => code.slice(start, end).replace(/^['"`]|['"`]$/g, '');
  return [...neededBy({ module }), ...module.dynamicImports.map(({ moduleRequest }) => text(moduleRequest))];
}

/** A script and all that `imports` says of it, of those, and so on. */
function reached(start, imports) {
  const found = new Set();
  const take = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const imported of imports(name)) take(imported.replace(/^\.\//, ''));
  };
  take(start);
  return [...found].sort();
}

/** rfm-kit.js and the scripts it imports, at once or later, by name. */
export const pageScripts = () => reached('rfm-kit.js', importsOf);

/** Those that a page has to wait for before a tag is registered. */
export const firstScripts = () => reached('rfm-kit.js', (name) => neededBy(parsed(name)));
