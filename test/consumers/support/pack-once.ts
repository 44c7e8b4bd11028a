import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packTo } from '../../../scripts/lib/pack.js';
import { inRoot } from '../../../scripts/lib/paths.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder whose `node_modules` holds the package as npm would publish it. */
    installed: string;
    /** The same as a file. */
    tarball: string;
  }
}

/** What an application has beside the kit: its dependencies, and React, which is the application's own. */
function beside(): string[] {
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return [...Object.keys(dependencies), 'react', 'react-dom', '@types/react'];
}

/** Packs the package once for all tests, and unpacks it where applications find it. */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rfm-kit-installed-')));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const { file } = packTo(folder);
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  renameSync(join(folder, 'package'), join(modules, 'rfm-kit'));
  for (const name of beside()) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(inRoot(`node_modules/${name}`), join(modules, name), 'junction');
  }
  project.provide('installed', folder);
  project.provide('tarball', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
