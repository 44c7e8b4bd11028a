import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, staticServer } from '../../../scripts/lib/static-server.js';
import { openBrowser, requestsElsewhere, showsPicture, watch } from '../support/browser';
import { project } from './support/project';

const page = (script: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
<body><div id="app"></div>${script}</body></html>`;

const VITE_PAGE = page('<script type="module" src="/main.js"></script>');

/** Attributes as the README has them; every application counts the pictures that stood, by the event. */
const COLUMNS = 'src="cdnow_master.csv" customer="customer_id" date="date" amount="amount"';

describe('an application made with', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  /** Serves what was built, and looks whether the chart stands there with half as its target, asking nobody else. */
  async function expectChart(folder: string): Promise<void> {
    const server = staticServer({ '/': folder, '/cdnow_master.csv': inRoot('demo/data/cdnow_master.csv') });
    const origin = `http://127.0.0.1:${await listen(server)}`;
    const opened = await browser.newPage();
    const seen = watch(opened);
    await opened.goto(origin);
    await opened.waitForSelector('rfm-pareto');
    expect(await showsPicture(opened, 'rfm-pareto')).toBe(true);
    await opened.waitForFunction(() => document.querySelector('output')?.textContent === '1');
    const target = await opened.evaluate(() => document.querySelector('rfm-pareto')?.target);
    expect(target).toBe(0.5);
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await opened.close();
    server.close();
  }

  it('webpack', async () => {
    const { folder, run } = project(['webpack@5', 'webpack-cli@6'], {
      'main.js': `import 'rfm-kit/define/pareto';
document.querySelector('#app').innerHTML = '<output>0</output><rfm-pareto target="0.5" ${COLUMNS}></rfm-pareto>';
addEventListener('rfm-ready', () => { document.querySelector('output').textContent = '1'; });`,
      'webpack.config.js': `export default { mode: 'production', entry: './main.js', performance: { hints: false } };`,
    });
    run('webpack');
    writeFileSync(join(folder, 'dist/index.html'), page('<script src="main.js"></script>'));
    await expectChart(join(folder, 'dist'));
  });

  const NEXT = {
    'package.json': '{ "private": true }',
    'next.config.mjs': "export default { output: 'export' };",
    'app/layout.js':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
    // A server component has components of the kit too, as long as it hands them no function.
    'app/page.js': `import { RfmSource } from 'rfm-kit/react';
import Chart from './chart';
export default function Page() { return <RfmSource ${COLUMNS}><Chart /></RfmSource>; }`,
    'app/chart.js': `'use client';
import { useState } from 'react';
import { RfmPareto } from 'rfm-kit/react';
export default function Chart() {
  const [ready, setReady] = useState(0);
  return <main><output>{ready}</output><RfmPareto target={0.5} onRfmReady={() => setReady(1)} /></main>;
}`,
    'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };

  it.each([['Turbopack'], ['webpack']])('Next.js by %s, rendered on the server', async (bundler) => {
    const { folder, run } = project(['next@16', 'react@19', 'react-dom@19'], NEXT);
    run('next', 'build', ...(bundler === 'webpack' ? ['--webpack'] : []));
    await expectChart(join(folder, 'out'));
  });

  it('React 18', async () => {
    const { folder, run } = project(['vite@7', 'react@18', 'react-dom@18'], {
      'index.html': VITE_PAGE,
      'main.js': `import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RfmPareto } from 'rfm-kit/react';
function App() {
  const [ready, setReady] = useState(0);
  return createElement('main', null, createElement('output', null, ready), createElement(RfmPareto, {
    target: 0.5, src: 'cdnow_master.csv', customer: 'customer_id', date: 'date', amount: 'amount', onRfmReady: () => setReady(1),
  }));
}
createRoot(document.querySelector('#app')).render(createElement(App));`,
    });
    run('vite', 'build');
    await expectChart(join(folder, 'dist'));
  });

  it('Vue', async () => {
    const { folder, run } = project(['vite@7', 'vue@3', '@vitejs/plugin-vue@6'], {
      'index.html': VITE_PAGE,
      'vite.config.js': `import vue from '@vitejs/plugin-vue';
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('rfm-') } } })] };`,
      'main.js': `import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#app');`,
      'App.vue': `<script setup>
import 'rfm-kit/define/pareto';
import { ref } from 'vue';
const ready = ref(0);
</script>
<template><output>{{ ready }}</output><rfm-pareto :target="0.5" ${COLUMNS} @rfm-ready="ready = 1" /></template>`,
    });
    run('vite', 'build');
    await expectChart(join(folder, 'dist'));
  });

  it('Svelte', async () => {
    const { folder, run } = project(['vite@7', 'svelte@5', '@sveltejs/vite-plugin-svelte@6'], {
      'index.html': VITE_PAGE,
      'vite.config.js': `import { svelte } from '@sveltejs/vite-plugin-svelte';\nexport default { plugins: [svelte()] };`,
      'main.js': `import { mount } from 'svelte';\nimport App from './App.svelte';\nmount(App, { target: document.querySelector('#app') });`,
      'App.svelte': `<script>
import 'rfm-kit/define/pareto';
let ready = $state(0);
</script>
<output>{ready}</output><rfm-pareto target={0.5} ${COLUMNS} onrfm-ready={() => { ready = 1; }}></rfm-pareto>`,
    });
    run('vite', 'build');
    await expectChart(join(folder, 'dist'));
  });

  it('Angular', async () => {
    const { folder, run } = project(
      [
        ...['build', 'cli', 'common', 'compiler', 'compiler-cli', 'core', 'platform-browser'].map(
          (name) => `@angular/${name}@20`,
        ),
        'rxjs@7',
        'tslib@2',
        'typescript@5.9',
      ],
      {
        'angular.json': JSON.stringify({
          version: 1,
          projects: {
            app: {
              projectType: 'application',
              root: '',
              architect: {
                build: {
                  builder: '@angular/build:application',
                  options: {
                    browser: 'main.ts',
                    index: 'index.html',
                    tsConfig: 'tsconfig.json',
                    outputPath: 'dist',
                  },
                },
              },
            },
          },
        }),
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            target: 'ES2022',
            module: 'preserve',
            moduleResolution: 'bundler',
            lib: ['ES2022', 'DOM', 'DOM.Iterable'],
            experimentalDecorators: true,
            skipLibCheck: true,
          },
          files: ['main.ts'],
        }),
        'index.html':
          '<!doctype html><html lang="en"><head><title>A page</title></head><body><app-root></app-root></body></html>',
        'main.ts': `import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { configure } from 'rfm-kit';
import 'rfm-kit/define/pareto';

configure({ assets: 'kit' });

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: '<output>{{ ready() }}</output><rfm-pareto [target]="0.5" ${COLUMNS} (rfm-ready)="ready.set(1)"></rfm-pareto>',
})
class App {
  ready = signal(0);
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });`,
      },
    );
    run('ng', 'build');
    const kit = join(folder, 'node_modules/rfm-kit/dist/cdn');
    await expectChartWithKit(join(folder, 'dist/browser'), kit);
  });

  /** Angular's builder copies no files that code names: its users copy the folder, and say where it is. */
  async function expectChartWithKit(folder: string, kit: string): Promise<void> {
    const { cpSync } = await import('node:fs');
    cpSync(kit, join(folder, 'kit'), { recursive: true });
    await expectChart(folder);
  }
});
