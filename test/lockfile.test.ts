import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
}

const text = readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };

/** Where Node would look for `name` from `folder`: its own node_modules, then those above. */
function isLocked(folder: string, name: string): boolean {
  if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
  return folder !== '' && isLocked(folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0)), name);
}

describe('package-lock.json', () => {
  it('names the binaries of every platform: without them npm ci fails on all of them', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(folder, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry and no place on a machine', () => {
    expect(text).not.toMatch(/"resolved"|"file:/);
  });
});
