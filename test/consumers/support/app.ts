import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { inRoot } from '../../../scripts/lib/paths.js';

/** An application of these files, in a folder where it finds the packed kit. */
export function writeApp(name: string, files: Record<string, string>): string {
  const folder = join(inject('installed'), name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** Bundles an application as for its users, into `out`. In a process of its own: a test run is no production build. */
export function bundle(folder: string): string {
  const options = ['--base', './', '--outDir', 'out', '--logLevel', 'error'];
  execFileSync(process.execPath, [inRoot('node_modules/vite/bin/vite.js'), 'build', folder, ...options], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  return join(folder, 'out');
}
