import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOf, finger, keyboard, mouse, type Visit, visit } from './support/analyst';
import { stepsOf } from './support/analyst-steps';
import { openBrowser } from './support/browser';
import { type Demo, startDemo } from './support/start-demo';

/** On cuts of the files, so that it takes seconds; heavy/demo-analyst.test.ts goes every way with all of them. */
describe('an analyst with a file', () => {
  let browser: Browser;
  let demo: Demo;
  let visited: Visit;

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await startDemo();
    visited = await visit(browser, demo.address, 1400);
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const shared = { page: () => visited.page, prints: () => visited.prints() };

  describe('of Online Retail, by mouse', () => {
    const file = () => cutOf('Online Retail');
    stepsOf({ ...shared, shop: 'Online Retail', width: 1400, language: 'en', file, hand: () => mouse });
  });

  describe('of AdventureWorks, by the keyboard alone, in Chinese', () => {
    const file = () => cutOf('AdventureWorks');
    const hand = () => keyboard(visited.page);
    stepsOf({ ...shared, shop: 'AdventureWorks', width: 1400, language: 'zh-CN', file, hand });
  });

  describe('of Complete Journey, on a telephone', () => {
    const file = () => cutOf('Complete Journey');
    stepsOf({ ...shared, shop: 'Complete Journey', width: 360, language: 'en', file, hand: () => finger });
  });

  it('sees nothing go wrong behind the page', () => {
    expect(visited.seen.complaints).toEqual([]);
  });
});
