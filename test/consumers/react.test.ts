import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { listen, staticServer } from '../../scripts/lib/static-server.js';
import { bundle, writeApp } from './support/app';
import { openBrowser, requestsElsewhere, showsPicture, watch } from './support/browser';

const APP = `
import { createElement, useState } from 'react';
import { RfmPareto, RfmSource } from 'rfm-kit/react';

export function App() {
  const [target, setTarget] = useState(0.8);
  const [ready, setReady] = useState(0);
  return createElement('main', null,
    createElement('button', { onClick: () => setTarget(0.5) }, 'Half'),
    createElement('output', null, ready),
    createElement(RfmSource, { src: 'cdnow_master.csv', customer: 'customer_id', date: 'date', amount: 'amount', asOf: '1998-06-30' },
      createElement(RfmPareto, { target, className: 'wide', heading: 'Who pays', onRfmReady: () => setReady((n) => n + 1) })));
}
`;

const CLIENT = `
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app.js';
hydrateRoot(document.querySelector('#root'), createElement(App));
`;

const SERVER = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.js';
process.stdout.write(renderToString(createElement(App)));
`;

const page = (content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>React</title><script type="module" src="./client.js"></script></head>
<body><div id="root">${content}</div></body></html>`;

describe('rfm-kit/react', () => {
  let browser: Browser;
  let folder: string;
  let html: string;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = writeApp('react', {
      'package.json': '{ "type": "module" }',
      'app.js': APP,
      'client.js': CLIENT,
      'server.js': SERVER,
    });
    html = execFileSync(process.execPath, ['server.js'], { cwd: folder, encoding: 'utf8' });
    writeFileSync(join(folder, 'index.html'), page(html));
    bundle(folder);
  });

  afterAll(() => browser.close());

  it('renders on a server as tags with attributes, without registering anything', () => {
    expect(html).toContain(
      '<rfm-source src="cdnow_master.csv" customer="customer_id" date="date" amount="amount" as-of="1998-06-30">',
    );
    expect(html).toMatch(/<rfm-pareto target="0\.8" class="wide" heading="Who pays"><\/rfm-pareto>/);
  });

  it('wakes up in the page, takes changes of properties, and tells of events', async () => {
    const server = staticServer({
      '/': join(folder, 'out'),
      '/cdnow_master.csv': inRoot('demo/data/cdnow_master.csv'),
    });
    const origin = `http://127.0.0.1:${await listen(server)}`;
    const opened = await browser.newPage();
    const seen = watch(opened);
    await opened.goto(origin);
    expect(await showsPicture(opened, 'rfm-pareto')).toBe(true);
    await opened.waitForFunction(() => document.querySelector('output')?.textContent === '1');
    await opened.getByRole('button', { name: 'Half' }).click();
    await opened.waitForFunction(() => document.querySelector('output')?.textContent === '2');
    const { target, definition } = await opened.evaluate(async () => {
      const chart = document.querySelector('rfm-pareto')!;
      const { definition: rests } = await chart.result();
      return { target: chart.target, definition: rests.options.target };
    });
    expect([target, definition]).toEqual([0.5, 0.5]);
    expect(await opened.evaluate(() => customElements.get('rfm-quadrant') === undefined)).toBe(true);
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    // Hydration that does not fit would be said here.
    expect(seen.complaints).toEqual([]);
    server.close();
  });
});
