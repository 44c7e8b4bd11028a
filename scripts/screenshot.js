// Takes the picture of the demo that the README shows. The package must be built.
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from './lib/browser.js';
import { inRoot } from './lib/paths.js';
import { listen, staticServer } from './lib/static-server.js';

const CHARTS = ['rfm-scatter', 'rfm-quadrant', 'rfm-pareto', 'rfm-cohorts'];

const server = staticServer({ '/demo/': inRoot('demo'), '/dist/': inRoot('dist') });
const port = await listen(server);
const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_ARGS });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
await page.goto(`http://127.0.0.1:${port}/demo/`);
await page.locator('rfm-import [part=report]').waitFor();
await page.evaluate((tags) => Promise.all(tags.map((tag) => document.querySelector(tag).ready)), CHARTS);
await page.screenshot({ path: inRoot('demo/screenshot.png'), fullPage: true });
await browser.close();
server.close();
