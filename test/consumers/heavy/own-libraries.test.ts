import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, staticServer } from '../../../scripts/lib/static-server.js';
import { openBrowser, requestsElsewhere, watch } from '../support/browser';
import { project } from './support/project';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
<body><rfm-pareto></rfm-pareto><script type="module" src="/main.js"></script></body></html>`;

const TELL = `
const { summary } = await chart.result();
document.title = JSON.stringify({ items: summary.items, total: summary.total });`;

describe('a page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  /** What the page says at its end, in its title, and nothing else but a warning that is expected. */
  async function told(folder: string, warning?: RegExp): Promise<unknown> {
    const server = staticServer({ '/': join(folder, 'dist') });
    const origin = `http://127.0.0.1:${await listen(server)}`;
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(origin);
    await page
      .waitForFunction(() => document.title.startsWith('{'), undefined, { timeout: 120_000 })
      .catch(() => expect(seen.complaints).toEqual(['nothing, and yet no answer']));
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    expect(seen.complaints).toEqual(warning ? [expect.stringMatching(warning)] : []);
    const title = await page.title();
    await page.close();
    server.close();
    return JSON.parse(title);
  }

  it('with an Arrow of another version hands over its tables', async () => {
    const { folder, run } = project(['vite@7', 'apache-arrow@21'], {
      'index.html': PAGE,
      'main.js': `import 'rfm-kit/define/pareto';
import { tableFromArrays } from 'apache-arrow';
const chart = document.querySelector('rfm-pareto');
chart.data = tableFromArrays({ customer: ['Ada', 'Ada', 'Ben'], date: ['2024-01-01', '2024-02-01', '2024-01-05'], amount: [6, 2, 2] });
${TELL}`,
    });
    run('vite', 'build', '--target', 'esnext');
    expect(await told(folder)).toEqual({ items: 2, total: 10 });
  });

  it('with a DuckDB of its own lends it, and has it back as it was', async () => {
    const { folder, run } = project(['vite@8', '@duckdb/duckdb-wasm@1.32.0'], {
      'index.html': PAGE,
      'main.js': `import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import worker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { configure } from 'rfm-kit';
import 'rfm-kit/define/pareto';
const db = new AsyncDuckDB(new VoidLogger(), new Worker(worker));
await db.instantiate(wasm);
const own = await db.connect();
await own.query('CREATE TABLE mine AS SELECT 7 AS seven');
configure({ engine: db });
const chart = document.querySelector('rfm-pareto');
chart.data = { customer: ['Ada', 'Ada', 'Ben'], date: ['2024-01-01', '2024-02-01', '2024-01-05'], amount: [6, 2, 2] };
const { summary } = await chart.result();
const [{ seven }] = (await own.query('SELECT seven FROM mine')).toArray();
document.title = JSON.stringify({ items: summary.items, seven });`,
    });
    run('vite', 'build', '--target', 'esnext');
    expect(await told(folder)).toEqual({ items: 2, seven: 7 });
  });

  it('with another version of the kit has the charts of one read the source of the other', async () => {
    const { folder, run } = project(['vite@8'], {
      'index.html': PAGE.replace(
        '<rfm-pareto></rfm-pareto>',
        '<rfm-source><rfm-pareto></rfm-pareto><rfm-kpis></rfm-kpis></rfm-source>',
      ),
      'main.js': `import 'rfm-kit/define/source';
import 'rfm-kit/define/pareto';
import 'older-kit/define/pareto';
import 'older-kit/define/kpis';
const [source, pareto, kpis] = ['source', 'pareto', 'kpis'].map((name) => document.querySelector('rfm-' + name));
source.data = { customer: ['Ada', 'Ada', 'Ben'], date: ['2024-01-01', '2024-02-01', '2024-01-05'], amount: [6, 2, 2] };
const { items, total } = (await pareto.result()).summary;
await (await source.ready).select({ customers: ['Ada'] });
const marked = async () => {
  for (let i = 0; i < 100; i += 1) {
    if (kpis.shadowRoot.textContent.includes('Selected')) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return kpis.shadowRoot.textContent;
};
document.title = JSON.stringify({ items, total, orders: (await kpis.result()).summary.orders, marked: await marked() });`,
    });
    const other = join(folder, 'node_modules/older-kit');
    cpSync(join(folder, 'node_modules/rfm-kit'), other, { recursive: true });
    const description = JSON.parse(readFileSync(join(other, 'package.json'), 'utf8'));
    writeFileSync(
      join(other, 'package.json'),
      JSON.stringify({ ...description, name: 'older-kit', version: '0.0.9' }),
    );
    run('vite', 'build', '--target', 'esnext');
    expect(await told(folder, /rfm-kit is on this page twice: <rfm-source>/)).toEqual({
      items: 2,
      total: 10,
      orders: 3,
      marked: true,
    });
  });
});

describe("the tags' types", () => {
  const FILES: Record<string, string> = {
    'react18.tsx': `import 'rfm-kit/types/react';
export const good = <rfm-quadrant horizon={90} as-of="2024-01-01" view="table" />;
// @ts-expect-error There is no such view.
export const bad = <rfm-quadrant view="hologram" />;`,
    'preact.tsx': `/** @jsxImportSource preact */
import 'rfm-kit/types/preact';
export const good = <rfm-quadrant horizon={90} class="wide" view="table" />;
// @ts-expect-error There is no such view.
export const bad = <rfm-quadrant view="hologram" />;`,
    'solid.tsx': `/** @jsxImportSource solid-js */
import 'rfm-kit/types/solid';
export const good = <rfm-quadrant prop:horizon={90} view="table" on:rfm-load={(event) => event.detail.report.rowsUsed.toFixed()} />;
// @ts-expect-error There is no such view.
export const bad = <rfm-quadrant view="hologram" />;`,
    'vue.ts': `import 'rfm-kit/types/vue';
import type { GlobalComponents } from 'vue';
type Props = InstanceType<GlobalComponents['rfm-quadrant']>['$props'];
export const good: Props = { horizon: 90, view: 'table' };
// @ts-expect-error There is no such view.
export const bad: Props = { view: 'hologram' };`,
    'svelte.ts': `import 'rfm-kit/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
export const good: SvelteHTMLElements['rfm-quadrant'] = { horizon: 90, view: 'table', 'onrfm-ready': (event) => event.type };
// @ts-expect-error There is no such view.
export const bad: SvelteHTMLElements['rfm-quadrant'] = { view: 'hologram' };`,
  };

  it('hold in React 18, Preact, Solid, Vue and Svelte', () => {
    const packages = ['@types/react@18', 'react@18', 'preact@10', 'solid-js@1', 'vue@3', 'svelte@5'];
    const compilerOptions = {
      module: 'ESNext',
      moduleResolution: 'bundler',
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      jsx: 'react-jsx',
    };
    const tsconfig = JSON.stringify({ compilerOptions, files: Object.keys(FILES) });
    const { folder } = project(packages, { ...FILES, 'tsconfig.json': tsconfig });
    const tsc = inRoot('node_modules/typescript/bin/tsc');
    expect(() => execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })).not.toThrow();
  });
});
