// Runs everything: what it needs is installed first, and the last line is the sum. Plain Node, as start.js.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './lib/browser.js';
import { ensureInstalled } from './lib/install.js';
import { inRoot, root } from './lib/paths.js';

/** Longer than any step takes on a slow machine: a step that hangs must not hang the run. */
const PATIENCE = 20 * 60_000;

const results = mkdtempSync(join(tmpdir(), 'rfm-kit-test-'));
const tool = (path) => inRoot(`node_modules/${path}`);
const vitest = (file, ...more) => [
  tool('vitest/vitest.mjs'),
  'run',
  ...more,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Vitest counts a file that does not load as a failed suite without tests. */
function vitestCounts(file) {
  const report = readJson(file);
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

const STEPS = [
  { name: 'lint', command: () => [tool('@biomejs/biome/bin/biome'), 'check', '.'] },
  { name: 'types', command: () => [tool('typescript/bin/tsc'), '--noEmit'] },
  // They keep one core busy and wait for no page: the steps up to the next `alone` go on beside them.
  { name: 'unit tests', beside: true, command: (file) => vitest(file), counts: vitestCounts },
  { name: 'build', command: () => [inRoot('scripts/build.js')] },
  {
    name: 'built package',
    needs: ['build'],
    command: () => [inRoot('scripts/check-build.js')],
    counts: readJson,
  },
  {
    name: 'package to publish',
    needs: ['build'],
    command: () => [inRoot('scripts/check-package.js')],
    counts: readJson,
  },
  {
    name: 'browser tests',
    needs: ['build'],
    command: () => [tool('@web/test-runner/dist/bin.js')],
    counts: readJson,
  },
  {
    name: 'stories',
    needs: ['build'],
    command: () => [
      tool('storybook/dist/bin/dispatcher.js'),
      ...['build', '-c', 'stories/.storybook', '--disable-telemetry', '--quiet', '-o', '.storybook-out'],
    ],
  },
  { name: 'speed', needs: ['build'], alone: true, command: () => [inRoot('scripts/bench.js'), 'ratios'] },
  {
    name: 'pages and programs',
    needs: ['build', 'stories'],
    command: (file) => vitest(file, '--mode', 'pages'),
    counts: vitestCounts,
  },
];

/** A step's own figures; a step that has none, or that stopped before it could tell, counts as one. */
function countsOf(step, file, ok) {
  const counts = step.counts && existsSync(file) ? step.counts(file) : { passed: ok ? 1 : 0, failed: 0 };
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runStep(step) {
  const file = join(results, `${step.name.replace(' ', '-')}.json`);
  const began = performance.now();
  if (!step.beside) console.log(`\n── ${step.name} ──`);
  const child = spawn(process.execPath, step.command(file), {
    cwd: root,
    stdio: step.beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    timeout: PATIENCE,
    env: { ...process.env, RFM_RESULTS: file, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
  const reason = await new Promise((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (status, signal) => resolve(status === 0 ? '' : (signal ?? `exit ${status}`)));
  });
  if (step.beside) console.log(`\n── ${step.name} (ran beside others) ──\n${Buffer.concat(said)}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return { name: step.name, seconds, ...countsOf(step, file, reason === ''), stopped: reason };
}

/** One after the other, but for those that run beside; the outcomes in the order of the steps. */
async function runAll(steps) {
  const done = [];
  for (const step of steps) {
    if (step.alone) await Promise.all(done);
    const settled = await Promise.all(done.filter((_, i) => !steps[i].beside));
    const broken = settled.find(({ name, stopped }) => stopped && step.needs?.includes(name));
    const skipped = {
      name: step.name,
      seconds: 0,
      passed: 0,
      failed: 1,
      stopped: `not run: ${broken?.name} failed`,
    };
    done.push(broken ? skipped : runStep(step));
    if (!step.beside) await done.at(-1);
  }
  return Promise.all(done);
}

function summarise(done) {
  console.log('\n── summary ──');
  for (const { name, seconds, passed, failed, stopped } of done) {
    const mark = failed === 0 ? 'ok    ' : 'FAILED';
    console.log(
      `${mark} ${name}: ${passed} passed, ${failed} failed, ${seconds} s${stopped ? ` (${stopped})` : ''}`,
    );
  }
  const sum = (key) => done.reduce((total, step) => total + step[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}

try {
  ensureInstalled();
  process.env.CHROME_PATH = requireBrowser();
  if (summarise(await runAll(STEPS)) > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
