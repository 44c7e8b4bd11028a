import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.js';

export const packageJson = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** The files of dist/ as `./dist/…`, folders left out. */
export function distFiles() {
  return readdirSync(inRoot('dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => `./dist${path.slice(path.lastIndexOf('/dist/') + '/dist'.length)}`);
}

/** Whether `file` matches a pattern of package.json, where `*` stands for a name. */
export function matches(pattern, file) {
  const [before, after] = pattern.split('*');
  if (after === undefined) return pattern === file;
  return (
    file.startsWith(before) &&
    file.endsWith(after) &&
    !file.slice(before.length, -after.length || undefined).includes('/')
  );
}
