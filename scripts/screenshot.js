// Takes the picture of the demo that the README shows. The package must be built.
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from './lib/browser.js';
import { inRoot } from './lib/paths.js';
import { listen, staticServer } from './lib/static-server.js';

const server = staticServer({ '/demo/': inRoot('demo'), '/dist/': inRoot('dist') });
const port = await listen(server);
const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_ARGS });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
await page.goto(`http://127.0.0.1:${port}/demo/`);
await page.locator('rfm-import [part=report]').waitFor();
await page.evaluate(() => document.querySelector('rfm-dashboard').drawn());
await page.locator('rfm-dashboard [part~=statement]').first().waitFor();
await page.screenshot({
  path: inRoot('demo/screenshot.png'),
  clip: { x: 0, y: 0, width: 1400, height: 1625 },
  fullPage: true,
});
await browser.close();
server.close();
