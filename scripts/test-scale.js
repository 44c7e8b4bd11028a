// Runs the rollup's SQL on live engines and compares them: ClickHouse (chdb), PostgreSQL, native DuckDB. Build first.
// What it needs is installed beside the project for this alone, some 600 MB: in RFM_SCALE, or a folder for temporary files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './lib/paths.js';

const ENGINES = {
  chdb: '3.4.0',
  '@duckdb/node-api': '1.5.6-r.1',
  'node-sql-parser': '5.4.0',
  'dt-sql-parser': '4.5.1',
};

const folder = process.env.RFM_SCALE || join(tmpdir(), 'rfm-kit-scale');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: ENGINES }));
if (!Object.keys(ENGINES).every((name) => existsSync(join(folder, 'node_modules', name)))) {
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The engines could not be installed.');
}

const vitest = inRoot('node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--mode', 'scale', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, RFM_SCALE: folder },
});
process.exitCode = status ?? 1;
