import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Firefox by WebDriver BiDi; null where it is not installed. */
export async function openFirefox() {
  const executablePath = process.env.FIREFOX_PATH ?? PLACES.find((path) => existsSync(path));
  if (!executablePath) return null;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    open: (url) => page.goto(url),
    findings: () => page.evaluate(() => document.documentElement.dataset.findings ?? null),
    close: () => browser.close(),
  };
}
