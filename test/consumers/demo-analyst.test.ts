import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPrints, cutOf, finger, keyboard, mouse } from './support/analyst';
import { stepsOf } from './support/analyst-steps';
import { openBrowser, type Watch, watch } from './support/browser';
import { type Demo, startDemo } from './support/start-demo';

/** On cuts of the files, so that it takes seconds; heavy/demo-analyst.test.ts goes every way with all of them. */
describe('an analyst with a file', () => {
  let browser: Browser;
  let page: Page;
  let demo: Demo;
  let seen: Watch;
  let prints: () => Promise<number>;

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await startDemo();
    const context = await browser.newContext({
      viewport: { width: 1400, height: 1000 },
      locale: 'en-US',
      hasTouch: true,
    });
    page = await context.newPage();
    seen = watch(page);
    prints = await countPrints(page);
    await page.goto(demo.address);
    await page.locator('rfm-import [part=report]').waitFor({ timeout: 60_000 });
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const shared = { page: () => page, prints: () => prints() };

  describe('of Online Retail, by mouse', () => {
    const file = () => cutOf('Online Retail');
    stepsOf({ ...shared, shop: 'Online Retail', width: 1400, language: 'en', file, hand: () => mouse });
  });

  describe('of AdventureWorks, by the keyboard alone, in Chinese', () => {
    const file = () => cutOf('AdventureWorks');
    const hand = () => keyboard(page);
    stepsOf({ ...shared, shop: 'AdventureWorks', width: 1400, language: 'zh-CN', file, hand });
  });

  describe('of Complete Journey, on a telephone', () => {
    const file = () => cutOf('Complete Journey');
    stepsOf({ ...shared, shop: 'Complete Journey', width: 360, language: 'en', file, hand: () => finger });
  });

  it('sees nothing go wrong behind the page', () => {
    expect(seen.complaints).toEqual([]);
  });
});
