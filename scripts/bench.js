// Runs the benchmarks of test/bench, one after another, each in the module loader that the tests use too.
// Names choose some of them; --readme puts the table of the run into the README. Build first.
import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { createServer } from 'vite';
import { inRoot, root } from './lib/paths.js';

const asked = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const intoReadme = process.argv.includes('--readme');
/** These take minutes and gigabytes, or are told nothing by: they run when they are named. */
const NAMED = ['large', 'fit', 'ratios'];
/** `large` is several benchmarks, at ten million rows. */
const large = asked[0] === 'large';
if (large) {
  process.env.ROWS ??= '1000000,10000000';
  process.env.ROUNDS ??= '3';
}
const wanted = large ? ['large', 'load', 'analyses', 'drawing'] : asked;
const names = readdirSync(inRoot('test/bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => (wanted.length === 0 ? !NAMED.includes(name) : wanted.includes(name)));

const load = loadavg()[0];
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  for (const name of names) {
    const begun = performance.now();
    const { default: bench } = await server.ssrLoadModule(`/test/bench/${name}.bench.ts`);
    await bench();
    console.log(`${name}: ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  const { report } = await server.ssrLoadModule('/test/bench/support/report.ts');
  report(['npm run bench', ...asked].join(' '), intoReadme, load);
} finally {
  await server.close();
}
