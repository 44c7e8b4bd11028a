import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { inRoot, root } from './paths.js';

const NEEDED = [20, 19];

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new Error(`Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** npm writes this file last, so a broken installation has none. */
function isInstalled() {
  const installed = inRoot('node_modules/.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs
  );
}

function npm(...args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js'))
    return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** Brings node_modules to what the lock file says, if it is not there yet. */
export function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  console.log('Installing the dependencies (npm ci) ...');
  const { status, error } = npm('ci', '--include=dev', '--no-audit', '--no-fund');
  if (status !== 0) throw new Error('npm ci failed: see its messages above.', { cause: error });
}
