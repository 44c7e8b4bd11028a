// Changes the source in small ways and sees whether a test notices (Stryker): `npm run test:mutants`, or with files of
// src/compute or src/sql after `--`. Hours for all of them. Works on a copy in RFM_MUTANTS or a folder for temporary
// files, where Stryker is installed for this alone; the last report lies there in reports/.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './lib/paths.js';

// The last to run on Node 20.
const STRYKER = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];
const RUNNER = 'node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js';

const folder = process.env.RFM_MUTANTS || join(tmpdir(), 'rfm-kit-mutants');
const tracked = (...paths) =>
  execFileSync('git', ['ls-files', ...paths], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');

/** The source as it is now, with its tests and what they read. */
function copySource() {
  mkdirSync(folder, { recursive: true });
  for (const name of ['src', 'test', 'demo']) rmSync(join(folder, name), { recursive: true, force: true });
  for (const file of tracked('src', 'test', 'demo/data', 'package.json', 'package-lock.json'))
    cpSync(inRoot(file), join(folder, file));
}

function install() {
  if (existsSync(join(folder, RUNNER))) return;
  const npm = (...args) => spawnSync('npm', args, { cwd: folder, stdio: 'inherit' }).status;
  if (
    npm('ci', '--no-audit', '--no-fund') ||
    npm('install', '--no-save', '--no-audit', '--no-fund', ...STRYKER)
  )
    throw new Error('Stryker could not be installed.');
}

/** DuckDB's Node build does not start in worker threads, which are all that Stryker has; what needs no engine is faster in them. */
function runIn(pool) {
  const file = join(folder, RUNNER);
  const code = readFileSync(file, 'utf8');
  writeFileSync(file, code.replace(/pool: '(threads|forks)'/, `pool: '${pool}'`));
}

const FLOORS = {
  compute: { pool: 'threads', include: ['test/compute/*.test.ts'] },
  sql: { pool: 'forks', include: ['test/sql/*.test.ts', 'test/analytics/analytics.test.ts'] },
};

function mutate(floor, files) {
  const { pool, include } = FLOORS[floor];
  runIn(pool);
  const test = { include, pool, env: { TZ: 'America/New_York' }, testTimeout: 60_000, hookTimeout: 60_000 };
  writeFileSync(join(folder, 'mutants.vitest.js'), `export default ${JSON.stringify({ test })};\n`);
  const config = {
    testRunner: 'vitest',
    vitest: { configFile: 'mutants.vitest.js' },
    mutate: files,
    coverageAnalysis: 'perTest',
    // What stands at the top of a module would ask for every test, the slow fits of models too.
    ignoreStatic: true,
    concurrency: Number(process.env.RFM_MUTANTS_AT_ONCE ?? 1),
    // Types are stripped, not read: there is no TypeScript that Stryker could ask for its configuration.
    ignorePatterns: ['**', '!src/**', '!test/**', '!demo/**', '!package.json', '!mutants.vitest.js'],
    reporters: ['clear-text', 'json'],
    jsonReporter: { fileName: `reports/${floor}.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 60,
  };
  writeFileSync(join(folder, 'stryker.conf.json'), JSON.stringify(config));
  const args = [
    join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'stryker.conf.json',
  ];
  return spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' }).status ?? 1;
}

const asked = process.argv.slice(2);
const files = (asked.length > 0 ? asked : tracked('src/compute', 'src/sql')).filter(
  (file) => !file.endsWith('/results.ts'),
);
copySource();
install();
for (const floor of Object.keys(FLOORS)) {
  const own = files.filter((file) => file.startsWith(`src/${floor}/`));
  if (own.length > 0 && mutate(floor, own) !== 0) process.exitCode = 1;
}
