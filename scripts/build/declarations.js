import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const RELATIVE = /((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]*?)\2/g;

/** The file a relative import of a declaration means, as Node would want it written. */
function withExtension(specifier, folder) {
  if (specifier.endsWith('.js')) return specifier;
  const target = resolve(folder, specifier);
  if (existsSync(`${target}.d.ts`)) return `${specifier}.js`;
  if (existsSync(join(target, 'index.d.ts'))) return `${specifier}/index.js`;
  throw new Error(`${specifier}, imported in ${folder}, has no declaration.`);
}

/** Writes `./x.js` for `./x` in every declaration below `folder`: TypeScript's Node resolution asks for it. */
export function addExtensions(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of files) {
    if (!entry.isFile() || !entry.name.endsWith('.d.ts')) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const resolved = text.replace(RELATIVE, (_, before, quote, specifier) => {
      return `${before}${quote}${withExtension(specifier, dirname(file))}${quote}`;
    });
    if (resolved !== text) writeFileSync(file, resolved);
  }
}
