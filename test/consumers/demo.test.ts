import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { openBrowser, requestsElsewhere, showsPicture, type Watch, watch } from './support/browser';
import { type Demo, startDemo } from './support/start-demo';

const CHARTS = [
  ...['rfm-kpis', 'rfm-scatter', 'rfm-quadrant', 'rfm-pareto', 'rfm-cohorts', 'rfm-segments', 'rfm-flow'],
  ...['rfm-migration', 'rfm-customers', 'rfm-filter', 'rfm-whatif', 'rfm-weights'],
];

const REPORT = 'rfm-import [part=report]';
const FILE = 'rfm-import input[type=file]';

async function expectCharts(page: Page, tags: readonly string[] = CHARTS): Promise<void> {
  for (const tag of tags) expect(await showsPicture(page, tag), tag).toBe(true);
}

/** Opens the demo and waits for the sample it shows at first. */
async function openDemo(context: BrowserContext, address: string): Promise<{ page: Page; seen: Watch }> {
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(address);
  await page.locator(REPORT).waitFor({ timeout: 60_000 });
  return { page, seen };
}

/** Presses the button that loads the file that is open. */
async function load(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Load', exact: true }).click();
}

/** What axe finds wrong on the page, charts included. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
  });
}

const csv = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const SMALL = csv(
  'small.csv',
  'who;when;paid\nAnna;2024-01-05;10\nBert;2024-02-01;20,50\nAnna;2024-03-09;5\nCleo;soon;1\n',
);

describe('the demo', () => {
  let browser: Browser;
  // One for all: what the first page has kept for offline visits, the others need not fetch.
  let context: BrowserContext;
  let demo: Demo;
  let address: string;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'en-US' });
    demo = await startDemo();
    ({ address } = demo);
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  it('shows CDNOW at once, in all charts, and sends nothing anywhere', async () => {
    const { page, seen } = await openDemo(context, address);
    expect(await page.locator(`${REPORT} h2`).textContent()).toContain('23,570');
    await expectCharts(page);
    expect(requestsElsewhere(seen, new URL(address).origin)).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await page.close();
  });

  it('shows Online Retail by one click, with an account of what was left out', async () => {
    const { page, seen } = await openDemo(context, address);
    await page.getByRole('button', { name: 'Online Retail' }).click();
    await page.getByText(/online_retail\.csv\.gz: [\d,]+ customers/).waitFor({ timeout: 90_000 });
    await expectCharts(page);
    const summary = page.locator(`${REPORT} summary`);
    expect(await summary.textContent()).toContain('of 541,909 rows used');
    await summary.click();
    expect(await page.locator(`${REPORT} .account`).textContent()).toContain('135,080');
    expect(seen.complaints).toEqual([]);
    await page.close();
  });

  it('says in place what is wrong with a file, and reads the next one', async () => {
    const { page } = await openDemo(context, address);
    await page.locator(FILE).setInputFiles(csv('noise.csv', '\x00\x01\x02 no table at all \xff\xfe'));
    await page.locator('rfm-import [part=error]').waitFor();
    expect(await page.locator('rfm-import [part=form]').textContent()).toContain('noise.csv');
    await page
      .locator(FILE)
      .setInputFiles(
        csv(
          'orders.csv',
          'customer,date,amount\nA,2024-01-05,10\nB,2024-02-01,20\nA,2024-03-09,5\nC,soon,1\n',
        ),
      );
    await load(page);
    await page.locator(REPORT).waitFor();
    expect(await page.locator(`${REPORT} h2`).textContent()).toMatch(/^orders\.csv: 2 customers/);
    expect(await page.locator(`${REPORT} summary`).textContent()).toContain('3 of 4 rows used, 1 left out');
    // Two customers make a short list.
    await expectCharts(
      page,
      CHARTS.filter((tag) => tag !== 'rfm-customers'),
    );
    await page.close();
  });

  it('asks for the columns where it cannot tell them', async () => {
    const { page } = await openDemo(context, address);
    await page.locator(FILE).setInputFiles(SMALL);
    await page.getByText('Still to choose').waitFor();
    await page.locator('select[name=customer]').selectOption('who');
    await page.locator('select[name=date]').selectOption('when');
    await page.locator('select[name=amount]').selectOption('paid');
    await load(page);
    await page.locator(REPORT).waitFor();
    expect(await page.locator(`${REPORT} h2`).textContent()).toMatch(/^small\.csv: 2 customers/);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('is accessible, in %s', async (colorScheme) => {
    const { page } = await openDemo(context, address);
    await page.emulateMedia({ colorScheme });
    await expectCharts(page);
    await page.locator(`${REPORT} summary`).click();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('fits a telephone', async () => {
    const { page } = await openDemo(context, address);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectCharts(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });

  it('speaks Chinese when asked', async () => {
    const { page } = await openDemo(context, address);
    await page.locator('#language').selectOption('zh-CN');
    expect(await page.locator('h1').textContent()).toBe('您的客户是谁？');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator(`${REPORT} h2`).textContent()).toContain('23,570 位客户');
    await page.close();
  });
});
