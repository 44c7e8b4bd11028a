// The long form of the seeded dirty and damaged files: `npm run test:dirty`, or with a number of files after `--`.
import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.js';

const TESTS = ['test/data/dirty-files.test.ts', 'test/data/damaged-files.test.ts'];

const files = process.argv[2] ?? '5000';
const { status } = spawnSync(
  process.execPath,
  [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...TESTS, '--testTimeout=3600000'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, RFM_DIRTY_FILES: files, RFM_DAMAGED_FILES: files },
  },
);
process.exitCode = status ?? 1;
