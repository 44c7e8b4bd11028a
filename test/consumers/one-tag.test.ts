import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, requestsElsewhere, showsPicture, watch } from './support/browser';
import { openSite, type Site } from './support/site';

const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html rfm-kit',
].join('; ');

function quadrantFigures(page: Page): Promise<{ customers: number; current: number }> {
  return page.evaluate(async () => {
    const element = document.querySelector('rfm-quadrant') as unknown as {
      result(): Promise<{ summary: { tiers: { customers: number; currentValue: number }[] } }>;
    };
    const { tiers } = (await element.result()).summary;
    const sum = (list: number[]): number => list.reduce((total, value) => total + value, 0);
    return {
      customers: sum(tiers.map(({ customers }) => customers)),
      current: sum(tiers.map(({ currentValue }) => currentValue)),
    };
  });
}

describe('a page with one script and one tag', () => {
  let browser: Browser;
  const sites: Site[] = [];
  const site = async (...options: Parameters<typeof openSite>): Promise<Site> => {
    const opened = await openSite(...options);
    sites.push(opened);
    return opened;
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    for (const opened of sites) opened.close();
  });

  it('shows the quadrant under a strict policy, and asks no other host', async () => {
    const { origin } = await site({
      headers: (path) => (path.endsWith('.html') ? { 'content-security-policy': STRICT } : {}),
    });
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${origin}/one-tag.html`);
    expect(await showsPicture(page, 'rfm-quadrant')).toBe(true);
    const { customers, current } = await quadrantFigures(page);
    expect(customers).toBe(23_570);
    expect(current).toBeCloseTo(2_500_315.63, 2);
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    // Also a proof that the watch sees what workers ask for.
    for (const file of ['cdnow_master.csv', 'duckdb-eh.wasm', 'reader.worker.js'])
      expect(
        seen.requests.filter((url) => url.endsWith(file)),
        file,
      ).toHaveLength(1);
    expect(seen.complaints).toEqual([]);
    await page.close();
  });

  it('works with the kit on another origin than the page', async () => {
    const kit = await site({ headers: () => ({ 'access-control-allow-origin': '*' }) });
    const host = await site({ redirects: { '/kit/rfm-kit.js': `${kit.origin}/kit/rfm-kit.js` } });
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${host.origin}/one-tag.html`);
    expect(await showsPicture(page, 'rfm-quadrant')).toBe(true);
    expect(requestsElsewhere(seen, host.origin, kit.origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await page.close();
  });
});
