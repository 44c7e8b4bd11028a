import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.js';

/** Packs what stands in dist/ as npm would publish it; the tarball's path, its size and its files. */
export function packTo(folder) {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  const report = JSON.parse(stdout);
  // By npm's version a list, or by the package's name.
  const [{ filename, size, files }] = Array.isArray(report) ? report : Object.values(report);
  return { file: join(folder, filename), size, files };
}
