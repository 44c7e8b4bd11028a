// Takes the references of test/pictures anew; what follows `--` goes to Vitest. The package must be built.
import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.js';

const { status } = spawnSync(
  process.execPath,
  [
    inRoot('node_modules/vitest/vitest.mjs'),
    ...['run', '--mode', 'pages', 'test/pictures/pictures.test.ts'],
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, RFM_RENEW_PICTURES: '1' } },
);
process.exitCode = status ?? 1;
