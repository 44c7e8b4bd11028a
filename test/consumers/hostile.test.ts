import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { openBrowser, requestsElsewhere, type Watch, watch } from './support/browser';
import { openSite, type Site } from './support/site';

/** The functions of `pages/hostile.js`. */
interface HostilePage {
  load(): Promise<{ rowsUsed: number; customers: number; cells: number }>;
  show(tag: string): Promise<string[]>;
  lookUp(): Promise<string[]>;
  hackedTimes: number;
}

interface Manifest {
  modules: { declarations: { tagName?: string }[] }[];
}

const manifest = JSON.parse(readFileSync(inRoot('dist/custom-elements.json'), 'utf8')) as Manifest;
const TAGS = manifest.modules
  .flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName))
  .filter((tag): tag is string => tag !== undefined && tag !== 'rfm-source');

describe('text from data that wants to be more', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
    page = await browser.newPage();
    seen = watch(page);
    await page.goto(`${site.origin}/hostile.html`);
    const { rowsUsed, customers, cells } = await page.evaluate(() =>
      (window as unknown as HostilePage).load(),
    );
    expect([rowsUsed, customers]).toEqual([3 * cells, cells]);
  });

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  it.each(TAGS)('is text in %s, in its tooltips, table and exports', async (tag) => {
    expect(await page.evaluate((name) => (window as unknown as HostilePage).show(name), tag)).toEqual([]);
  });

  it('is text where it is chosen, searched, looked up and filtered by', async () => {
    expect(await page.evaluate(() => (window as unknown as HostilePage).lookUp())).toEqual([]);
  });

  it('has done nothing by now', async () => {
    expect(await page.evaluate(() => (window as unknown as HostilePage).hackedTimes)).toBe(0);
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
    expect(requestsElsewhere(seen, site.origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
  });
});
