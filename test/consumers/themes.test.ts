import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, writeApp } from './support/app';

const PAGE = '<!doctype html><script type="module" src="/main.js"></script>';
const MAIN = ['plain', 'dense', 'presentation']
  .map((name) => `import 'rfm-kit/themes/${name}.css';`)
  .join('\n');

describe('the themes in a bundle', () => {
  it('keep their colours for light and for dark, which Vite takes light-dark() from', () => {
    const out = bundle(writeApp('themes', { 'index.html': PAGE, 'main.js': MAIN }));
    const assets = join(out, 'assets');
    const css = readdirSync(assets)
      .filter((name) => name.endsWith('.css'))
      .map((name) => readFileSync(join(assets, name), 'utf8'))
      .join('\n');
    expect(css).toContain('--rfm-text:');
    expect(css).not.toMatch(/lightningcss/);
  });
});
