// Runs the rollup's SQL on live engines and compares them: ClickHouse (chdb), PostgreSQL, native DuckDB. Build first.
import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.js';
import { ensureEngines } from './lib/scale-engines.js';

const vitest = inRoot('node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--mode', 'scale', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, RFM_SCALE: ensureEngines() },
});
process.exitCode = status ?? 1;
