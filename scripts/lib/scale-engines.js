// The engines of other people that the scale tests and figures need, beside the project: large, and for nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENGINES = {
  chdb: '3.4.0',
  '@duckdb/node-api': '1.5.6-r.1',
  'node-sql-parser': '5.4.0',
  'dt-sql-parser': '4.5.1',
};

/** The folder they are installed in, some 600 MB: RFM_SCALE, or one for temporary files. */
export function ensureEngines() {
  const folder = process.env.RFM_SCALE || join(tmpdir(), 'rfm-kit-scale');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: ENGINES }));
  if (Object.keys(ENGINES).every((name) => existsSync(join(folder, 'node_modules', name)))) return folder;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The engines could not be installed.');
  return folder;
}
