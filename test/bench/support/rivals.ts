import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the kit is compared with: large, and for nothing else, so it is no dependency of the project. */
const RIVALS = {
  '@duckdb/node-api': '1.5.6-r.1',
  arquero: '7.2.1',
  '@uwdata/vgplot': '0.32.0',
  '@observablehq/plot': '0.6.17',
  echarts: '6.1.0',
};

const FOLDER = join(tmpdir(), 'rfm-kit-bench', 'rivals');

/** vgplot names a package for shapes on maps that not every registry has; nothing here draws a map. */
const MAPS = '@uwdata/wk-geojson';

/** The folder they are installed in, once; null, said on the console, where that fails (no network). */
export function ensureRivals(): string | null {
  if (Object.keys(RIVALS).every((name) => existsSync(join(FOLDER, 'node_modules', name)))) return FOLDER;
  const stub = join(FOLDER, 'maps');
  mkdirSync(stub, { recursive: true });
  writeFileSync(
    join(stub, 'package.json'),
    JSON.stringify({ name: MAPS, version: '0.0.1', type: 'module', main: 'index.js' }),
  );
  writeFileSync(
    join(stub, 'index.js'),
    'export const wkbToGeoJSON = () => null;\nexport const wktToGeoJSON = () => null;\n',
  );
  const project = {
    private: true,
    type: 'module',
    dependencies: RIVALS,
    overrides: { [MAPS]: 'file:./maps' },
  };
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify(project));
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
  });
  if (status === 0) return FOLDER;
  console.error('What is compared with could not be installed: those lines are left out.');
  return null;
}

/** A module of one of them, whichever kind it is. */
export function rival<T>(folder: string, name: string): T {
  return createRequire(join(folder, 'package.json'))(name) as T;
}
