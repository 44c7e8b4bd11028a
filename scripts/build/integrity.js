import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.js';

const cdn = inRoot('dist/cdn');

/** Lists every file of dist/cdn that a page loads with its hash, as `integrity="…"` wants it. */
export function writeIntegrity() {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const loaded = readdirSync(cdn).filter((name) => /\.(js|wasm)$/.test(name));
  const hash = (name) =>
    createHash('sha384')
      .update(readFileSync(`${cdn}/${name}`))
      .digest('base64');
  const files = Object.fromEntries(loaded.sort().map((name) => [name, `sha384-${hash(name)}`]));
  writeFileSync(`${cdn}/integrity.json`, `${JSON.stringify({ version, files }, null, 2)}\n`);
}
