import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.js';

/** What the built package is made from. */
const SOURCES = [
  'src',
  'scripts/build',
  'scripts/build.js',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** Written last by the build, so that a build that stopped half-way is done again. */
const LAST = 'dist/types/svelte.js';

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether dist/ is there and no older than what it is built from. */
export function isBuilt() {
  const built = inRoot(LAST);
  if (!existsSync(built)) return false;
  const time = statSync(built).mtimeMs;
  return SOURCES.every((path) => newest(inRoot(path)) <= time);
}
