import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

/** The folder of Mosaic's vgplot as one script for a page, bundled once. */
export async function bundleMosaic(rivals: string): Promise<string> {
  const folder = join(rivals, 'mosaic');
  if (existsSync(join(folder, 'vgplot.js'))) return folder;
  const entry = join(rivals, 'mosaic-entry.js');
  const path = createRequire(join(rivals, 'package.json')).resolve('@uwdata/vgplot');
  writeFileSync(entry, `export * from ${JSON.stringify(path)};\n`);
  await build({
    configFile: false,
    root: rivals,
    logLevel: 'error',
    build: { outDir: folder, lib: { entry, formats: ['es'], fileName: () => 'vgplot.js' } },
  });
  return folder;
}
