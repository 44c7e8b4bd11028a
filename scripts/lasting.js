// The long forms of test/consumers/lasting.test.ts. Build first.
//   npm run test:leak [-- <times>]            2,000 times mount, load, remove
//   npm run test:soak [-- <seconds> <seed>]   an hour of use at random; the same seed does the same things
import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.js';

const [what, ...asked] = process.argv.slice(2);
const leak = what === 'leak';
const env = leak
  ? { RFM_LEAK_ROUNDS: asked[0] ?? '2000' }
  : { RFM_SOAK_SECONDS: asked[0] ?? '3600', RFM_SOAK_SEED: asked[1] ?? '1' };
const vitest = inRoot('node_modules/vitest/vitest.mjs');
const file = 'test/consumers/lasting.test.ts';
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--mode', 'pages', file, '-t', leak ? 'come and go' : 'used at random'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
);
process.exitCode = status ?? 1;
