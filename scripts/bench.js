// Runs the benchmarks of test/bench, one after another, each in the module loader that the tests use too.
import { readdirSync } from 'node:fs';
import { createServer } from 'vite';
import { inRoot, root } from './lib/paths.js';

const asked = process.argv.slice(2);
/** These take minutes and gigabytes: they run when they are named. */
const LONG = ['large.bench.ts'];
const files = readdirSync(inRoot('test/bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) =>
    asked.length === 0 ? !LONG.includes(file) : asked.some((name) => file.startsWith(name)),
  );

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  for (const file of files) {
    const { default: bench } = await server.ssrLoadModule(`/test/bench/${file}`);
    await bench();
  }
} finally {
  await server.close();
}
