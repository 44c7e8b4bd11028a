import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.js';

const NAME = /^[A-Za-z]\w*$/;

/** Names of types that stand for a few texts: `RefundRule` is `'net' | 'exclude' | 'as-orders'`. */
export function literalTypes() {
  const code = readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(inRoot(`src/${file}`), 'utf8'))
    .join('\n');
  const types = new Map(
    [...code.matchAll(/^(?:export )?type (\w+)\s*=\s*([^;]+);/gm)].map(([, name, is]) => [
      name,
      is.replace(/\s+/g, ' ').replace(/^\| /, ''),
    ]),
  );
  const lists = new Map(
    [...code.matchAll(/^(?:export )?const (\w+)(?::[^=]+)?\s*=\s*\[([^\]]+)\] as const/gm)].map(
      ([, name, items]) => [
        name,
        items
          .split(',')
          .map((item) => item.trim())
          .filter(Boolean),
      ],
    ),
  );
  const resolve = (name, depth = 0) => {
    const is = NAME.test(name) && depth < 4 ? types.get(name) : undefined;
    if (!is) return undefined;
    const list = /^\(typeof (\w+)\)\[number\]$/.exec(is)?.[1];
    if (list) return lists.get(list)?.join(' | ');
    const parts = is
      .split(/\s*\|\s*/)
      .map((part) => (/^'[^']*'$|^`[^`]*`$|^string$|^number$/.test(part) ? part : resolve(part, depth + 1)));
    return parts.every(Boolean) ? parts.join(' | ') : undefined;
  };
  return resolve;
}
