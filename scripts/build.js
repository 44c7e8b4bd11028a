// Builds the package into dist/: modules, the self-contained dist/cdn/, and types.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { copyEngine } from './build/copy-engine.js';
import { addExtensions } from './build/declarations.js';
import { describeElements } from './build/describe.js';
import { writeIntegrity } from './build/integrity.js';
import { joinLicences } from './build/licences.js';
import { inRoot, root } from './lib/paths.js';

const configFile = inRoot('vite.config.ts');

async function step(name, work) {
  const began = performance.now();
  await work();
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function declarations() {
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', inRoot('scripts/build/tsconfig.json')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The types do not hold: see the messages of tsc above.');
  addExtensions(inRoot('dist'));
}

function bundle(mode) {
  return build({ configFile, root, mode, logLevel: 'warn' });
}

try {
  rmSync(inRoot('dist'), { recursive: true, force: true });
  await step('modules', () => bundle('library'));
  await step('scripts for pages', () => bundle('cdn'));
  await step('dist/cdn/reader.worker.js', () => bundle('reader'));
  await step('dist/cdn/tables.worker.js', () => bundle('tables'));
  await step('licences', joinLicences);
  await step('engine', copyEngine);
  await step('hashes', writeIntegrity);
  cpSync(inRoot('src/themes'), inRoot('dist/cdn/themes'), { recursive: true });
  await step('types', declarations);
  await step('manifest, editors, frameworks', describeElements);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
