import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { en } from '../../src/locales/en';
import { english } from '../support/english';

const elements = inRoot('src/elements');
const files = readdirSync(elements, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const own = Object.keys(english).filter((part) => !(part in en));

/** The folders in which a part of the words is asked for. */
function foldersThatSay(part: string): string[] {
  const asked = new RegExp(
    `[wW]ords\\.${part}\\b|\\{[^}=]*\\b${part}\\b[^}=]*\\}(: Words\\b| = [\\w.#]*[wW]ords;)`,
  );
  const saying = files.filter((name) => asked.test(readFileSync(`${elements}/${name}`, 'utf8')));
  return [...new Set(saying.map((name) => (name.includes('/') ? name.split('/')[0]! : 'all')))];
}

/** The folders whose element brings a part. */
function foldersThatBring(part: string): string[] {
  const brought = new RegExp(`bringEnglish\\(\\{[^}]*\\b${part}:`);
  return files
    .filter((name) => brought.test(readFileSync(`${elements}/${name}`, 'utf8')))
    .map((name) => name.split('/')[0]!);
}

describe('words that only one element says', () => {
  it.each(own)('%s are brought by it, and asked for by it alone', (part) => {
    const brought = foldersThatBring(part);
    expect(brought).toHaveLength(1);
    expect(foldersThatSay(part)).toEqual(brought);
  });
});
