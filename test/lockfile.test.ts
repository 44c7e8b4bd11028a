import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runtimePackages } from '../scripts/lib/runtime-packages.js';

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

describe('what is installed with the package', () => {
  /** Licences that let anybody use the kit for anything, with its notices kept. */
  const FREE = ['MIT', 'ISC', '0BSD', 'BSD-3-Clause', 'Apache-2.0', 'MIT OR Apache-2.0'];
  /** MIT by the text it brings; its package.json says so in the words of 2012. */
  const BY_TEXT = ['json-bignum@0.0.3'];
  const packages = [...runtimePackages()];

  it('is what package.json names and what that needs, and not much', () => {
    const { dependencies } = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'),
    ) as { dependencies: Record<string, string> };
    const names = packages.map(([id]) => id.slice(0, id.lastIndexOf('@')));
    expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([]);
    // What each is for stands in CONTRIBUTING.md: one more is a decision, not a habit.
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(11);
    expect(packages.length).toBeLessThanOrEqual(45);
  });

  it('has a licence that anybody can live with', () => {
    const others = packages.filter(
      ([id, { license }]) => !BY_TEXT.includes(id) && !FREE.includes(license ?? 'none'),
    );
    expect(others).toEqual([]);
  });

  it('is pinned by its checksum', () => {
    expect(
      packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([id]) => id),
    ).toEqual([]);
  });
});
