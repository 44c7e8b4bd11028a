import { spawnSync } from 'node:child_process';
import { root } from '../lib/paths.js';
import { distFiles, matches, packageJson } from './files.js';

/** What no module may do while it is imported; a call is a finding. */
const TRAPS = `
const calls = [];
const note = (what) => { calls.push(what); };
globalThis.customElements = { define: (tag) => note('registers ' + tag), get: () => undefined };
globalThis.fetch = (address) => { note('fetches ' + address); return new Promise(() => {}); };
globalThis.Worker = class { constructor(address) { note('starts a worker ' + address); } };
globalThis.addEventListener = (type) => note('listens for ' + type);
globalThis.setTimeout = () => note('sets a timer');
globalThis.setInterval = () => note('sets a timer');
`;

/** The headless modules may not even look for a page. */
const NO_PAGE = `
for (const name of ['document', 'window', 'HTMLElement', 'localStorage']) {
  Object.defineProperty(globalThis, name, { get: () => { note('looks for ' + name); return undefined; } });
}
`;

/** Imports `modules` one after the other in a Node of their own; the calls made by each. */
function importing(modules, traps = '') {
  const script = `${TRAPS}${traps}
    const found = {};
    const globals = new Set(Object.getOwnPropertyNames(globalThis));
    for (const module of ${JSON.stringify(modules)}) {
      calls.length = 0;
      try { await import(module); } catch (error) { note('throws ' + (error?.stack ?? error)); }
      found[module] = [...calls];
    }
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !globals.has(name));
    process.stdout.write('\\n' + JSON.stringify({ found, added }));
    process.exit(0);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
}

const hasEffects = (file) => packageJson.sideEffects.some((pattern) => matches(pattern, file));

/** Not ours: Lit's marks of its versions, to warn of two copies, and tslib's helpers, which Arrow brings in Node. */
const DEPENDENCIES_MARKS = /^((lit|reactiveElement|litElement|litHtml)\w*|__[a-z]\w*)$/;

function list({ found, added }) {
  const calls = Object.entries(found).flatMap(([module, made]) => made.map((call) => `${module} ${call}`));
  const leaks = added
    .filter((name) => !DEPENDENCIES_MARKS.test(name))
    .map((name) => `a module leaves globalThis.${name}`);
  return [...calls, ...leaks];
}

export function effectProblems() {
  const modules = distFiles().filter((file) => file.endsWith('.js') && !hasEffects(file));
  return [...list(importing(['rfm-kit/core'], NO_PAGE)), ...list(importing(['rfm-kit', ...modules]))];
}

const registeredTags = (calls) =>
  calls.filter((call) => call.startsWith('registers ')).map((call) => call.slice(10));

export function registrationProblems() {
  const names = distFiles()
    .map((file) => /^\.\/dist\/define\/([^/]+)\.js$/.exec(file)?.[1])
    .filter(Boolean);
  const problems = [];
  for (const name of names) {
    const [calls] = Object.values(importing([`rfm-kit/define/${name}`]).found);
    if (!registeredTags(calls).includes(`rfm-${name}`))
      problems.push(`define/${name} does not register rfm-${name}`);
  }
  const all = registeredTags(importing(['rfm-kit/define']).found['rfm-kit/define']);
  const missing = names.filter((name) => !all.includes(`rfm-${name}`));
  return [...problems, ...missing.map((name) => `define does not register rfm-${name}`)];
}

/** A listed file that does not exist hides a renamed one, which bundlers would then drop. */
export function sideEffectsProblems() {
  const files = distFiles();
  const listed = packageJson.sideEffects.filter((pattern) => pattern.startsWith('./dist/'));
  const stale = listed.filter((pattern) => !files.some((file) => matches(pattern, file)));
  return stale.map((pattern) => `${pattern} matches no file`);
}
