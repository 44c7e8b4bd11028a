import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { openBrowser, type Watch, watch } from './support/browser';
import { openSite, type Site } from './support/site';

/** Long forms by `npm run test:leak` and `npm run test:soak`; these are small ones. */
const ROUNDS = Number(process.env.RFM_LEAK_ROUNDS ?? 6);
const SECONDS = Number(process.env.RFM_SOAK_SECONDS ?? 4);
const SEED = Number(process.env.RFM_SOAK_SEED ?? 1);

/** The long forms end by themselves. */
const PATIENCE = process.env.RFM_LEAK_ROUNDS || process.env.RFM_SOAK_SECONDS ? 24 * 3_600_000 : 180_000;

interface Lasting {
  start(): Promise<void>;
  rounds(first: number, count: number): Promise<Engine>;
  soak(seed: number): void;
  steps(count: number): Promise<{ done: string[]; wrong: string | null }>;
  end(): Promise<Engine>;
}

/** What the engine holds. */
interface Engine {
  bytes: number;
  tables: number;
}

declare global {
  interface Window {
    lasting: Lasting;
  }
}

let browser: Browser;
let site: Site;
let page: Page;
let seen: Watch;
let session: CDPSession;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite({}, { '/modules/': inRoot('node_modules') });
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  seen = watch(page);
  session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${site.origin}/lasting.html`);
  await page.waitForFunction(() => 'lasting' in window);
  await page.evaluate(() => window.lasting.start());
  return () => page.close();
});

/** What the page holds after the garbage is collected. */
async function held(): Promise<Record<'heap' | 'nodes' | 'listeners' | 'workers', number>> {
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const figure = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  return {
    heap: figure('JSHeapUsedSize'),
    nodes: figure('Nodes'),
    listeners: figure('JSEventListeners'),
    workers: page.workers().length,
  };
}

describe('elements that come and go', () => {
  it(
    `leave nothing behind, ${ROUNDS} times`,
    async () => {
      const rounds = (first: number, count: number): Promise<Engine> =>
        page.evaluate(([from, many]) => window.lasting.rounds(from, many), [first, count] as const);
      // Each element three times, so that what is made once is made.
      const engine = await rounds(0, 12);
      const before = await held();
      let after = engine;
      for (let done = 0; done < ROUNDS; done += 50)
        after = await rounds(12 + done, Math.min(50, ROUNDS - done));
      const now = await held();
      const growth = (now.heap - before.heap) / ROUNDS;
      if (ROUNDS > 100) tell({ rounds: ROUNDS, before, now, engine, after, 'heap bytes a round': growth });
      expect(after.tables).toBe(0);
      expect(after.bytes).toBeLessThan(engine.bytes + 4 * 2 ** 20);
      expect(now.workers).toBe(before.workers);
      expect(now.listeners).toBeLessThanOrEqual(before.listeners + 20);
      expect(now.nodes).toBeLessThanOrEqual(before.nodes + 200);
      // Compiled code and feedback still grow in the first rounds.
      expect(now.heap - before.heap).toBeLessThan(3 * 2 ** 20 + 500 * ROUNDS);
      expect(seen.complaints).toEqual([]);
    },
    PATIENCE,
  );
});

describe('a page that is used at random', () => {
  it(
    `stands after each of many things done, for ${SECONDS} s from the seed ${SEED}`,
    async () => {
      await page.evaluate((seed) => window.lasting.soak(seed), SEED);
      const end = performance.now() + 1000 * SECONDS;
      const counts: Record<string, number> = {};
      let before: Awaited<ReturnType<typeof held>> | null = null;
      let steps = 0;
      while (performance.now() < end) {
        const { done, wrong } = await page.evaluate(() => window.lasting.steps(10));
        steps += done.length;
        for (const name of done) counts[name] = (counts[name] ?? 0) + 1;
        expect({ seed: SEED, step: steps, last: done.at(-1), wrong }).toMatchObject({ wrong: null });
        if (steps === 300) before = await held();
      }
      const left = await page.evaluate(() => window.lasting.end());
      const now = await held();
      if (SECONDS > 60) tell({ seconds: SECONDS, seed: SEED, steps, counts, before, now, left });
      expect(left.tables).toBe(0);
      if (before) {
        expect(now.workers).toBe(before.workers);
        expect(now.heap - before.heap).toBeLessThan(16 * 2 ** 20);
      }
      expect(seen.complaints).toEqual([]);
    },
    PATIENCE,
  );
});

/** What a long run found, for those who ran it. */
function tell(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
