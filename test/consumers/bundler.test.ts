import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { listen, staticServer } from '../../scripts/lib/static-server.js';
import { bundle, writeApp } from './support/app';
import { openBrowser, requestsElsewhere, showsPicture, watch } from './support/browser';

const PAGE = `<!doctype html>
<html lang="en">
  <script type="module" src="./main.js"></script>
  <rfm-quadrant src="cdnow_master.csv" customer="customer_id" date="date" amount="amount"></rfm-quadrant>
</html>`;

describe('an application bundled by Vite from the modules', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = writeApp('vite', { 'index.html': PAGE, 'main.js': "import 'rfm-kit/define/quadrant';" });
    bundle(folder);
  });

  afterAll(() => browser.close());

  it('carries the engine along, and the one element it names', async () => {
    const assets = readdirSync(join(folder, 'out/assets'));
    // The engine, and the decoder of Parquet that is asked for with such a file only.
    expect(assets.filter((name) => name.endsWith('.wasm'))).toHaveLength(2);
    const server = staticServer({
      '/': join(folder, 'out'),
      '/cdnow_master.csv': inRoot('demo/data/cdnow_master.csv'),
    });
    const origin = `http://127.0.0.1:${await listen(server)}`;
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(origin);
    expect(await showsPicture(page, 'rfm-quadrant')).toBe(true);
    expect(await page.evaluate(() => customElements.get('rfm-pareto') === undefined)).toBe(true);
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
    server.close();
  });
});
