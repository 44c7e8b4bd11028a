import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { listen, staticServer } from '../../scripts/lib/static-server.js';
import { openBrowser, requestsElsewhere, watch } from './support/browser';

interface Story {
  id: string;
  title: string;
  name: string;
  type: string;
  tags: string[];
}

const built = inRoot('.storybook-out');
const { entries } = JSON.parse(readFileSync(`${built}/index.json`, 'utf8')) as {
  entries: Record<string, Story>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');

/** Waits until each chart of the story stands or has said why not; the outcomes. */
function outcomes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const isChart = (element: Element): boolean => element.localName.startsWith('rfm-');
    const found = [...document.querySelectorAll('#storybook-root *')].filter(isChart);
    const settled = found.map((element) => (element as Element & { ready: Promise<unknown> }).ready);
    return (await Promise.allSettled(settled)).map(({ status }) => status);
  });
}

describe('every story', () => {
  let browser: Browser;
  let page: Page;
  const server = staticServer({ '/': built });
  let origin: string;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    origin = `http://127.0.0.1:${await listen(server)}`;
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it.each(stories.map((story) => [`${story.title}: ${story.name}`, story] as const))(
    '%s',
    async (_, story) => {
      const seen = watch(page);
      await page.goto(`${origin}/iframe.html?id=${story.id}&viewMode=story`);
      await page.waitForFunction(() => document.querySelector('#storybook-root > *') !== null);
      if (!story.tags.includes('waits')) {
        const expected = story.tags.includes('complains') ? 'rejected' : 'fulfilled';
        const states = await outcomes(page);
        expect(states.length).toBeGreaterThan(0);
        expect(states.filter((state) => state !== expected)).toEqual([]);
      }
      expect(requestsElsewhere(seen, origin)).toEqual([]);
      expect(
        seen.complaints.filter((text) => !(story.tags.includes('complains') && /404/.test(text))),
      ).toEqual([]);
      page.removeAllListeners();
      page.context().removeAllListeners();
    },
  );
});
