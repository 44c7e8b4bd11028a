import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { inRoot } from '../../../scripts/lib/paths.js';
import { type Watch, watch } from './browser';

/** A file as a person has it. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The shops whose files an analyst brings, and what the columns of each are. */
export const SHOPS = {
  'Online Retail': {
    sample: 'online_retail.csv.gz',
    full: 'online_retail.csv.gz',
    columns: { customer: 'CustomerID', date: 'InvoiceDate', amount: 'Quantity', times: 'UnitPrice' },
    every: 40,
  },
  AdventureWorks: {
    sample: 'adventureworks.csv.gz',
    full: 'adventureworks_lines_profit.csv',
    columns: { customer: 'CustomerKey', date: 'OrderDate', amount: 'revenue', profit: 'profit' },
    every: 8,
  },
  'Complete Journey': {
    sample: 'completejourney.csv.gz',
    full: 'completejourney_transactions.csv',
    columns: { customer: 'household_id', date: 'transaction_timestamp', amount: 'sales_value' },
    every: 8,
  },
} as const;

export type Shop = keyof typeof SHOPS;

/** Every so-many-th line of a shop's file, its head among them: its years and most of its customers, quick to read. */
export function cutOf(shop: Shop): GivenFile {
  const { sample, every } = SHOPS[shop];
  const lines = gunzipSync(readFileSync(inRoot(`demo/data/${sample}`)))
    .toString('utf8')
    .split('\n');
  const text = lines.filter((_, i) => i % every === 0).join('\n');
  return { name: `${shop}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** How somebody works with a page. */
export interface Hand {
  press(target: Locator): Promise<void>;
  /** Chooses in a drop-down. */
  choose(target: Locator, value: string): Promise<void>;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  choose: async (target, value) => {
    await target.selectOption(value);
  },
};

export const finger: Hand = { ...mouse, press: (target) => target.tap() };

/** More stops than the page has. */
const STOPS = 400;

/** Keys alone: what cannot be tabbed to cannot be pressed. */
export function keyboard(page: Page): Hand {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stop = 0; stop < STOPS; stop++) {
      if (await target.evaluate(isFocused)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(target)}.`);
  };
  return {
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    choose: async (target, value) => {
      await reach(target);
      await page.keyboard.press('Home');
      const count = await target.locator('option').count();
      for (let option = 0; option < count && (await target.inputValue()) !== value; option++)
        await page.keyboard.press('ArrowDown');
      if ((await target.inputValue()) !== value) throw new Error(`No “${value}” by the keyboard.`);
    },
  };
}

function isFocused(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === element;
}

/** What a download holds. */
export async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** The demo as somebody has it open, with its first sample; what the page complains of, and how often it was printed. */
export interface Visit {
  page: Page;
  seen: Watch;
  prints(): Promise<number>;
}

/** Opens the demo for somebody with a mouse and fingers; by closing the page's context the visit ends. */
export async function visit(browser: Browser, address: string, width: number): Promise<Visit> {
  const viewport = { width, height: 1000 };
  const context = await browser.newContext({ viewport, locale: 'en-US', hasTouch: true });
  const page = await context.newPage();
  const seen = watch(page);
  const prints = await countPrints(page);
  await page.goto(address);
  await page.locator('rfm-import [part=report]').waitFor({ timeout: 60_000 });
  return { page, seen, prints };
}

/** Counts prints in the place of the browser's dialogue, from the next page on. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.print = () => {
      const { dataset } = document.documentElement;
      dataset.prints = String(Number(dataset.prints ?? 0) + 1);
    };
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.prints ?? 0));
}
