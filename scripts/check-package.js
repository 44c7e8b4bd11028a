// Checks of the package as npm would publish it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packageJson } from './check-build/files.js';
import { packTo } from './lib/pack.js';
import { inRoot, root } from './lib/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'rfm-kit-pack-'));

/** Beside what was built, and what these link to: what npm adds by itself, and what is for readers. */
const BESIDE = ['CHANGELOG.md', 'LICENSE', 'README.md', 'llms.txt', 'package.json'];

/** What a document links to beside itself, as paths in the package. */
function linkedFrom(document) {
  const links = readFileSync(inRoot(document), 'utf8').matchAll(/\]\((?!\w+:|#)([^)#]+)/g);
  return [...links].map(([, link]) => posix.join(posix.dirname(document), link));
}

/** What a user has a use for: code, its types and maps, what tools read, and what the engine runs from. */
const WANTED =
  /^dist\/(.*\.(js|d\.ts|js\.map|wasm)|cdn\/(themes\/\w+\.css|LICENSE|LICENSES\.md|integrity\.json)|[\w.-]+\.json)$/;

function contentProblems({ files }) {
  const paths = files.map(({ path }) => path);
  const documents = paths.filter((path) => path.endsWith('.md') && !path.startsWith('dist/'));
  const beside = new Set([...BESIDE, ...documents.flatMap(linkedFrom)]);
  const needless = paths.filter((path) => !beside.has(path) && !WANTED.test(path));
  const missing = [...beside].filter((path) => !paths.includes(path));
  return [
    ...needless.map((path) => `${path} is of no use to anybody`),
    ...missing.map((path) => `${path} is missing`),
  ];
}

async function publintProblems() {
  const { messages } = await publint({ pkgDir: root, pack: false, strict: true });
  return messages.map((message) => formatMessage(message, packageJson) ?? message.code);
}

function typeProblems({ file }) {
  const attw = inRoot('node_modules/@arethetypeswrong/cli/dist/index.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [attw, file, '--profile', 'esm-only', '--format', 'ascii'],
    {
      encoding: 'utf8',
    },
  );
  return status === 0 ? [] : [`${stdout}${stderr}`];
}

const packed = packTo(folder);
const CHECKS = {
  'the package holds what its users need and nothing else': () => contentProblems(packed),
  'publint finds nothing to say': publintProblems,
  'the types are right for every way of resolving them ("are the types wrong")': () => typeProblems(packed),
};

const counts = { passed: 0, failed: 0 };
for (const [name, check] of Object.entries(CHECKS)) {
  const problems = await check();
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
  counts[problems.length === 0 ? 'passed' : 'failed'] += 1;
}
console.log(`       ${packed.files.length} files, ${(packed.size / 1e6).toFixed(1)} MB packed`);
rmSync(folder, { recursive: true, force: true });
if (process.env.RFM_RESULTS) writeFileSync(process.env.RFM_RESULTS, JSON.stringify(counts));
if (counts.failed > 0) process.exitCode = 1;
