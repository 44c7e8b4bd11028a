import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { listen, staticServer } from '../../scripts/lib/static-server.js';
import { textOf } from './support/analyst';
import { openBrowser, requestsElsewhere, type Watch, watch } from './support/browser';
import { printed } from './support/pdf';
import { type Demo, startDemo } from './support/start-demo';

const FILE = 'rfm-import input[type=file]';
const FINDING = 'rfm-dashboard [part~=statement]';

/** What an analyst does every month, step by step on one page: from a file to a printed report. */
describe('an analyst at the demo', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;
  let demo: Demo;

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await startDemo();
    context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'en-US' });
    page = await context.newPage();
    seen = watch(page);
    await page.goto(demo.address);
    await found('half of revenue');
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** Waits until a sentence says it; the sentence. */
  async function found(text: string): Promise<string> {
    const sentence = page.locator(FINDING, { hasText: text }).first();
    await sentence.waitFor({ timeout: 90_000 });
    return (await sentence.textContent()) ?? '';
  }

  async function loaded(name: string): Promise<void> {
    await page.locator('rfm-import [part=report] h2', { hasText: name }).waitFor({ timeout: 90_000 });
    await page.evaluate(() => document.querySelector('rfm-dashboard')?.drawn());
  }

  /** The element that the keyboard is in. */
  const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);

  it('reads what stands out, and comes to its picture and its customers', async () => {
    expect(await found('half of revenue')).toMatch(
      /^2,263 customers \(9\.6%\) bring half of revenue; 1,000 of them/,
    );
    await page.locator(FINDING, { hasText: 'half of revenue' }).click();
    expect(await focused()).toBe('rfm-pareto');
    await page.getByRole('button', { name: 'Mark these 1,000 customers' }).click();
    await page.locator('rfm-customers [part=selection]', { hasText: '1,000' }).waitFor();
  });

  it('saves those customers as CSV, and a picture as PNG and SVG', async () => {
    const list = page.locator('rfm-customers');
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      list.getByRole('button', { name: /^Export selected/ }).click(),
    ]);
    // With a head, and a mark for spreadsheets.
    expect((await textOf(csv)).trim().split('\n')).toHaveLength(1001);
    const pareto = page.locator('rfm-pareto');
    for (const [kind, starts] of [
      ['PNG', '\ufffdPNG'],
      ['SVG', '<svg'],
    ] as const) {
      await pareto.locator('[part~=export-button]').click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        pareto.locator('[part~=export] button', { hasText: kind }).first().click(),
      ]);
      expect(await textOf(file)).toContain(starts);
      await page.keyboard.press('Escape');
    }
  });

  it('sends the link, which shows another page the same view and holds no data', async () => {
    await page.locator('rfm-cohorts').evaluate((element) => element.setAttribute('layout', 'curves'));
    await page.locator('rfm-segments').evaluate((element) => element.setAttribute('view', 'table'));
    // Anywhere that marks nobody.
    await page.locator('rfm-flow [part~=finding]').click();
    const held = (): unknown => {
      const token = /view=v1\.([\w-]+)/.exec(page.url())?.[1] ?? '';
      return JSON.parse(Buffer.from(token, 'base64url').toString() || '{}');
    };
    await expect.poll(held, { timeout: 10_000 }).toMatchObject({
      elements: { cohorts: { layout: 'curves' }, segments: { view: 'table' } },
    });
    expect(Object.keys(held() as object).sort()).toEqual(['data', 'elements', 'selection']);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('rfm-cohorts[layout=curves]').waitFor({ state: 'attached', timeout: 90_000 });
    await other.locator('rfm-customers [part=selection]', { hasText: '1,000' }).waitFor({ timeout: 90_000 });
    expect(await other.locator('rfm-segments').getAttribute('view')).toBe('table');
    // The same of another version and of other data: what fits is applied, and it is said.
    await other.evaluate(() => {
      location.hash = location.hash.replace('view=v1.', 'view=v9.').replace('cdnow', 'adventure');
    });
    const notice = other.locator('rfm-dashboard [part=notice]');
    await notice.waitFor({ timeout: 90_000 });
    expect(await notice.textContent()).toContain('from other data and by another version');
    await other.evaluate(() => {
      location.hash = 'sample=adventure&view=v1.cut';
    });
    await other.locator('#note', { hasText: 'cannot be read' }).waitFor();
    await other.close();
  });

  it('drops last month’s file with the choices saved for it, and adds this month’s', async () => {
    const file = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await page
      .locator(FILE)
      .setInputFiles(file('may.csv', 'who,when,paid\nAnna,2024-05-05,10\nBert,2024-05-07,90\n'));
    for (const [part, column] of [
      ['customer', 'who'],
      ['date', 'when'],
      ['amount', 'paid'],
    ] as const)
      await page.locator(`select[name=${part}]`).selectOption(column);
    const [mapping] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('rfm-import [part=save-mapping]').click(),
    ]);
    const saved = await textOf(mapping);
    await page.locator('rfm-import [part=cancel]').click();
    await page
      .locator(FILE)
      .setInputFiles([
        file('may.csv', 'who,when,paid\nAnna,2024-05-05,10\nBert,2024-05-07,90\n'),
        { name: 'may.mapping.json', mimeType: 'application/json', buffer: Buffer.from(saved) },
      ]);
    await page.locator('rfm-import [part=load]').click();
    await loaded('may.csv: 2 customers');
    expect(page.url()).not.toContain('sample=');
    await page
      .locator(FILE)
      .setInputFiles(file('june.csv', 'who,when,paid\nAnna,2024-06-05,10\nCleo,2024-06-07,5\n'));
    await page.locator('rfm-import [part=add]').click();
    await page.locator('rfm-import [part=report] h2', { hasText: '3 customers' }).waitFor();
    expect(await found('half of revenue')).toMatch(/^1 customer brings half of revenue/);
  });

  it('goes through the other samples, profit and stores among them', async () => {
    await page.getByRole('button', { name: 'AdventureWorks' }).click();
    await loaded('adventureworks.csv.gz: 17,411 customers');
    await page.locator('rfm-pareto').evaluate((element) => element.setAttribute('value', 'profit'));
    await page.locator('rfm-pareto [part=finding]', { hasText: 'of profit' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Complete Journey' }).click();
    await loaded('completejourney.csv.gz: 2,377 households'.replace('households', 'customers'));
    // There is no profit: the picture says what it needs, and the rest goes on.
    await page.locator('rfm-pareto [part=state]', { hasText: 'profit' }).waitFor({ timeout: 60_000 });
    await page.locator('rfm-pareto').evaluate((element) => element.removeAttribute('value'));
    await page.locator('rfm-pareto [part~=chart]').waitFor();
  });

  it('does it on a telephone, in Chinese and by the keyboard alone', async () => {
    await page.locator('#offline', { hasText: 'without a network' }).waitFor({ timeout: 60_000 });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#language').selectOption('zh-CN');
    await found('贡献一半收入');
    await page.evaluate(() => document.querySelector('rfm-dashboard')?.drawn());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.locator('[data-sample=cdnow]').focus();
    await page.keyboard.press('Enter');
    await loaded('23,570');
    const link = page.locator(FINDING, { hasText: '留存率' });
    await link.press('Enter', { timeout: 60_000 });
    expect(await focused()).toBe('rfm-cohorts');
    await page.locator('#language').selectOption('en');
    await page.setViewportSize({ width: 1400, height: 1000 });
  });

  it('prints it with nothing wiped away', async () => {
    await page.evaluate(async () => {
      const dashboard = document.querySelector('rfm-dashboard')!;
      await dashboard.drawn();
      // Pictures follow the new width in the frames after; then what planes count anew for it is on its way.
      await new Promise((resolve) => setTimeout(resolve, 500));
      await (await dashboard.ready).idle();
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    const { pages, texts, wiped } = printed(await page.pdf({ format: 'A4', printBackground: true }));
    expect(pages).toBeGreaterThan(4);
    expect(texts).toBeGreaterThan(500);
    expect(wiped).toBe(false);
  });

  it('shows what was asked for of whom, workers too: this server alone, and nothing was sent', async () => {
    await page.locator('#prove').click();
    const told = await page.locator('#requests-sum').textContent();
    expect(told).toMatch(/^\d+ requests so far, those of workers too: none to another site, none that sent/);
    const engine = page.locator('#requests-list tr', { hasText: 'duckdb-eh.wasm' });
    expect(await engine.textContent()).toContain('worker');
    await page.keyboard.press('Escape');
    expect(requestsElsewhere(seen, new URL(demo.address).origin)).toEqual([]);
  });

  it('finds the code of each tag, as its attributes are', async () => {
    const other = await context.newPage();
    const told = watch(other);
    await other.goto(`${demo.address}developers.html`);
    await expect.poll(() => other.locator('#tag option').count(), { timeout: 10_000 }).toBe(13);
    await other.locator('#tag').selectOption('rfm-segments');
    await other.locator('#attributes select').first().selectOption('bars');
    expect(await other.locator('#stage rfm-segments').getAttribute('layout')).toBe('bars');
    for (const [framework, code] of [
      ['HTML', 'layout="bars"'],
      ['React', "import { RfmSegments } from 'rfm-kit/react'"],
      ['Vue', '<template>'],
      ['Angular', 'CUSTOM_ELEMENTS_SCHEMA'],
      ['Svelte', "import 'rfm-kit/define/segments'"],
    ] as const) {
      await other.locator('#framework').selectOption(framework);
      expect(await other.locator('#code').textContent()).toContain(code);
    }
    await other.evaluate(() => (document.querySelector('#stage > *') as Element & { ready: unknown }).ready);
    expect(told.complaints).toEqual([]);
    await other.close();
  });

  it('works without a network after the first visit, on both pages', async () => {
    expect(seen.complaints).toEqual([]);
    await demo.stop();
    await context.setOffline(true);
    await page.goto(demo.address);
    await found('half of revenue');
    await page.getByRole('button', { name: 'AdventureWorks' }).click();
    await loaded('17,411 customers');
    await page.locator('#language').selectOption('zh-CN');
    await found('贡献一半收入');
    await page.goto(`${demo.address}developers.html`);
    await page.locator('#stage rfm-scatter [part~=chart]').first().waitFor({ timeout: 60_000 });
  });
});

describe('the demo on a plain static host', () => {
  it('works without a network after the first visit, from below its root and with no header of its own', async () => {
    const server = staticServer({ '/some/place/demo/': inRoot('demo'), '/some/place/dist/': inRoot('dist') });
    const address = `http://127.0.0.1:${await listen(server)}/some/place/demo/`;
    const browser = await openBrowser();
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    const { complaints } = watch(page);
    await page.goto(address);
    await page.locator('#offline', { hasText: 'without a network' }).waitFor({ timeout: 90_000 });
    await page.locator('#prove').click();
    const engine = page.locator('#requests-list tr', { hasText: 'place/dist/cdn/duckdb-eh.wasm' });
    expect(await engine.textContent()).toContain('worker');
    expect(complaints).toEqual([]);
    server.close();
    server.closeAllConnections();
    await context.setOffline(true);
    await page.goto(address);
    await page.getByRole('button', { name: 'AdventureWorks' }).click();
    await page.locator('rfm-import [part=report] h2', { hasText: '17,411' }).waitFor({ timeout: 90_000 });
    await browser.close();
  });
});

describe('what the demo keeps for visits without a network', () => {
  it('is all of its files, save for the larger samples', () => {
    const worker = readFileSync(inRoot('demo/sw.js'), 'utf8');
    const files = readdirSync(inRoot('demo'), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.\w+$/.test(name) && !name.startsWith('rollup/'));
    const missing = files.filter((name) => !worker.includes(`'${name}'`));
    expect(missing.sort()).toEqual(['data/online_retail.csv.gz', 'index.html', 'screenshot.png', 'sw.js']);
  });
});
