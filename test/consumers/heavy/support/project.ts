import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { inRoot } from '../../../../scripts/lib/paths.js';

export interface Project {
  folder: string;
  /** Runs a program that the project has installed. */
  run(program: string, ...args: string[]): void;
}

/** A project of its own in a temporary folder, with the packed kit and these packages from the registry. */
export function project(packages: readonly string[], files: Record<string, string>): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rfm-kit-consumer-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const all = { 'package.json': '{ "private": true, "type": "module" }', ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  mkdirSync(join(folder, 'public'), { recursive: true });
  cpSync(inRoot('demo/data/cdnow_master.csv'), join(folder, 'public/cdnow_master.csv'));
  const options = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  start('npm', ['install', ...options, inject('tarball'), ...packages], folder);
  return {
    folder,
    run: (program, ...args) => start(join(folder, 'node_modules/.bin', program), args, folder),
  };
}

/** What it says is shown only where it fails. */
function start(program: string, args: readonly string[], cwd: string): void {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  };
  // A test run's own settings are none of the tool's.
  for (const name of Object.keys(env)) if (/^VITE(ST)?(_|$)/.test(name)) Reflect.deleteProperty(env, name);
  try {
    execFileSync(program, [...args, ...(program === 'npm' ? ['--include=dev'] : [])], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 900_000,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
