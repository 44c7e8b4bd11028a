import { chromium } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from '../lib/browser.js';

export async function openChromium() {
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...BROWSER_ARGS] });
  const page = await browser.newPage();
  return {
    version: `Chromium/${browser.version()}`,
    open: (url) => page.goto(url),
    findings: () => page.evaluate(() => document.documentElement.dataset.findings ?? null),
    close: () => browser.close(),
  };
}
