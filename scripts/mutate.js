// Changes the source in small ways and sees whether a test notices (Stryker): `npm run test:mutants`, or with files of
// src/compute or src/sql after `--`. Hours for all of them. Works on a copy in RFM_MUTANTS or a folder for temporary
// files, where Stryker is installed for this alone; the last report lies there in reports/. RFM_MUTANTS_SHARE=0.2 takes a
// fifth of the mutants of each file, the same ones each time.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot, root } from './lib/paths.js';

// The last to run on Node 20.
const STRYKER = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];
const RUNNER = 'node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js';

const COLLECTOR = 'node_modules/@stryker-mutator/instrumenter/dist/src/transformers/mutant-collector.js';

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

/** Of each file's mutants only a share, drawn by a seed, is put into the source where RFM_MUTANTS_SHARE says so. */
function draw() {
  const file = join(folder, COLLECTOR);
  const given = process.env.RFM_MUTANTS_SHARE ?? '1';
  const [plain] = readFileSync(file, 'utf8').split('\n// drawn');
  const drawn = `
// drawn
import { createHash } from 'node:crypto';
const { collect } = MutantCollector.prototype;
MutantCollector.prototype.collect = function (name, original, ...rest) {
  const mutant = collect.call(this, name, original, ...rest);
  const place = [name.replace(/.*\\/src\\//, ''), original.start, mutant.mutatorName, this.mutants.length].join();
  const lot = createHash('sha256').update(place).digest().readUInt32LE() / 2 ** 32;
  if (lot >= ${Number(given)}) mutant.ignoreReason ??= 'not drawn';
  return mutant;
};
`;
  writeFileSync(file, plain + drawn);
}

const FLOORS = {
  compute: { pool: 'threads', tests: ['test/compute/*.test.ts'], patience: 8_000 },
  // Texts of statements are told apart by an engine alone: the tests that ask for what each of them gives.
  sql: {
    pool: 'forks',
    tests: [
      'test/sql/*.test.ts',
      'test/analytics/analytics.test.ts',
      ...['density', 'facets', 'kpi-history', 'selection'].map((name) => `test/data/${name}.test.ts`),
      ...['bad-input', 'sampled', 'same-figures'].map((name) => `test/rollup/${name}.test.ts`),
    ],
    patience: 20_000,
  },
};

/** The files that one imports, types aside. */
function importsOf(file) {
  const code = readFileSync(inRoot(file), 'utf8');
  return [...code.matchAll(/^(?:import|export) (?!type)[^;]*?from '(\.[^']*)';/gms)]
    .map(([, path]) => join(dirname(file), `${path}.ts`))
    .filter((path) => existsSync(inRoot(path)));
}

/** All that a file reaches by its imports and those of what it imports. */
function reachOf(file, reach = new Set([file])) {
  for (const one of importsOf(file)) {
    if (reach.has(one)) continue;
    reach.add(one);
    reachOf(one, reach);
  }
  return reach;
}

/** The tests of a floor that reach one of the files: others could not notice. */
function testsOf(floor, files) {
  const tests = tracked(...FLOORS[floor].tests.map((test) => `:(glob)${test}`));
  return tests.filter((test) => {
    const reach = reachOf(test);
    return files.some((file) => reach.has(file));
  });
}

/** How many mutants of each file a report tells of, and how many of them a test noticed. */
function tellOf(name) {
  const { files } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return Object.entries(files).map(([file, { mutants }]) => {
    const count = (...kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
    const killed = count('Killed', 'Timeout');
    return { file, killed, all: killed + count('Survived', 'NoCoverage') };
  });
}

function mutate(floor, files) {
  const { pool, patience } = FLOORS[floor];
  runIn(pool);
  draw();
  const include = testsOf(floor, files);
  const test = { include, pool, env: { TZ: 'America/New_York' }, testTimeout: 600_000, hookTimeout: 600_000 };
  writeFileSync(join(folder, 'mutants.vitest.js'), `export default ${JSON.stringify({ test })};\n`);
  const report = `reports/${floor}.json`;
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
    reporters: ['clear-text', 'progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    timeoutMS: patience,
    dryRunTimeoutMinutes: 60,
  };
  writeFileSync(join(folder, 'stryker.conf.json'), JSON.stringify(config));
  const args = [
    join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'stryker.conf.json',
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  return status === 0 ? tellOf(report) : [];
}

const asked = process.argv.slice(2);
const files = (asked.length > 0 ? asked : tracked('src/compute', 'src/sql')).filter(
  (file) => !/\/results(\.ts$|\/)/.test(file),
);
copySource();
install();
for (const floor of Object.keys(FLOORS)) {
  const own = files.filter((file) => file.startsWith(`src/${floor}/`));
  const told = own.length > 0 ? mutate(floor, own) : [];
  const sum = { file: `src/${floor}`, killed: 0, all: 0 };
  for (const { killed, all } of told) {
    sum.killed += killed;
    sum.all += all;
  }
  for (const { file, killed, all } of [...told, sum].filter(({ all }) => all > 0))
    console.log(`${file}: ${killed} of ${all} killed, ${((100 * killed) / all).toFixed(1)} %`);
}
