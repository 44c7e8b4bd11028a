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

/** How Storybook's parts talk to each other. */
interface Book {
  __STORYBOOK_ADDONS_CHANNEL__: {
    emit(name: string, what: object): void;
    once(name: string, listener: (what: unknown) => void): void;
  };
}

/** Stories that are open at the same time: no fewer than tests run at once (`maxConcurrency`). */
const AT_ONCE = 3;

describe('every story', () => {
  let browser: Browser;
  const free: Page[] = [];
  const server = staticServer({ '/': built });
  let origin: string;

  beforeAll(async () => {
    browser = await openBrowser();
    for (let i = 0; i < AT_ONCE; i += 1)
      free.push(await browser.newPage({ viewport: { width: 900, height: 700 } }));
    origin = `http://127.0.0.1:${await listen(server)}`;
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** Goes to a story as the reader of the book does: the page stays, and its engine with it. */
  async function show(page: Page, id: string): Promise<void> {
    if (page.url() === 'about:blank') {
      await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story`);
      await page.waitForFunction(() => document.querySelector('#storybook-root > *') !== null);
      return;
    }
    await page.evaluate(async (storyId) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as Book;
      document.getElementById('storybook-root')?.removeAttribute('data-played');
      const rendered = new Promise<void>((resolve, reject) => {
        channel.once('storyRendered', () => resolve());
        for (const name of [
          'storyErrored',
          'storyThrewException',
          'storyMissing',
          'playFunctionThrewException',
        ])
          channel.once(name, (error) => reject(new Error(`${name}: ${JSON.stringify(error)}`)));
      });
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
      await rendered;
    }, id);
  }

  async function visit(page: Page, { id, tags }: Story): Promise<void> {
    const seen = watch(page);
    await show(page, id);
    if (!tags.includes('waits')) {
      const expected = tags.includes('complains') ? 'rejected' : 'fulfilled';
      const states = await outcomes(page);
      expect(states.length).toBeGreaterThan(0);
      expect(states.filter((state) => state !== expected)).toEqual([]);
    }
    // What a hand does in it has come to what it should.
    if (tags.includes('acts')) await page.waitForSelector('#storybook-root[data-played]');
    expect(requestsElsewhere(seen, origin)).toEqual([]);
    expect(seen.complaints.filter((text) => !(tags.includes('complains') && /404/.test(text)))).toEqual([]);
  }

  it.concurrent.each(stories.map((story) => [`${story.title}: ${story.name}`, story] as const))(
    '%s',
    async (_, story) => {
      const page = free.pop()!;
      try {
        await visit(page, story);
      } finally {
        page.removeAllListeners();
        page.context().removeAllListeners();
        free.push(page);
      }
    },
  );
});
