import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, requestsElsewhere, showsPicture, type Watch, watch } from './support/browser';
import { strictPolicy, under } from './support/policy';
import { openSite, type Site } from './support/site';

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
    const { origin } = await site({ headers: under(strictPolicy()) });
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${origin}/one-tag.html`);
    expect(await showsPicture(page, 'rfm-quadrant')).toBe(true);
    const { customers, current } = await quadrantFigures(page);
    expect(customers).toBe(23_570);
    expect(current).toBeCloseTo(2_500_315.63, 2);
    // What else an element does under the policy: pictures, numbers, another language and theme.
    const exported = await page.evaluate(async () => {
      const element = document.querySelector('rfm-quadrant') as HTMLElement & {
        toPng(): Promise<Blob>;
        toSvg(): Promise<string>;
        view: string;
        locale: string;
        updateComplete: Promise<boolean>;
      };
      const sizes = [(await element.toPng()).size, (await element.toSvg()).length];
      element.view = 'table';
      element.locale = 'zh-CN';
      await element.updateComplete;
      return [...sizes, element.shadowRoot?.querySelector('[part=table]')?.textContent ?? ''];
    });
    expect(exported).toEqual([expect.any(Number), expect.any(Number), expect.stringContaining('白金')]);
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

  it('works beside a second kit and a Lit of the page, with duplicate policies allowed; the kit that came first serves', async () => {
    const policy = strictPolicy({ 'trusted-types': "lit-html rfm-kit 'allow-duplicates'" });
    const kit = join(inject('installed'), 'node_modules/rfm-kit/dist/cdn');
    const { origin } = await site({ headers: under(policy) }, { '/other-kit/': kit });
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${origin}/two-kits.html`);
    expect(await showsPicture(page, 'rfm-quadrant')).toBe(true);
    const inUse = await page.evaluate(() => (globalThis as { firstKit?: boolean }).firstKit);
    expect(inUse).toBe(true);
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    // The cause and the mend, once.
    expect(seen.complaints).toEqual([expect.stringMatching(/rfm-kit is on this page twice.*Load it once/)]);
    await page.close();
  });

  /** A page of one origin with the kit of another, under the README's policy for that with other words for scripts. */
  async function acrossOrigins(scripts: string): Promise<{ page: Page; seen: Watch; origins: string[] }> {
    const kit = await site({ headers: () => ({ 'access-control-allow-origin': '*' }) });
    const policy = strictPolicy({
      'script-src': `'self' ${kit.origin} ${scripts}`,
      'worker-src': 'blob:',
      'connect-src': `'self' ${kit.origin}`,
    });
    const host = await site({
      redirects: { '/kit/rfm-kit.js': `${kit.origin}/kit/rfm-kit.js` },
      headers: (path) => (path.endsWith('.html') ? { 'content-security-policy': policy } : {}),
    });
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${host.origin}/one-tag.html`);
    return { page, seen, origins: [host.origin, kit.origin] };
  }

  it('works with the kit on another origin than the page', async () => {
    const { page, seen, origins } = await acrossOrigins("'wasm-unsafe-eval'");
    expect(await showsPicture(page, 'rfm-quadrant')).toBe(true);
    expect(requestsElsewhere(seen, ...origins)).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await page.close();
  });

  it('says at once that WebAssembly is forbidden, where the kit lies on another origin, and what to allow', async () => {
    const { page } = await acrossOrigins('');
    await expect
      .poll(() => page.locator('rfm-quadrant').getByRole('alert').first().textContent(), { timeout: 20_000 })
      .toMatch(/forbids WebAssembly: .*add 'wasm-unsafe-eval'/);
    await page.close();
  });
});
