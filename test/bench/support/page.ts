import { type CDPSession, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from '../../../scripts/lib/browser.js';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, staticServer } from '../../../scripts/lib/static-server.js';
import type { Cost } from './lines';

export interface Opened {
  page: Page;
  /** Where the page lies. */
  address: string;
  /** Milliseconds of the processor that all threads of the browser's pages have taken so far. */
  cpu(): Promise<number>;
  close(): Promise<void>;
}

/** A page of test/bench/pages in a headless browser, with the built kit at /kit/ and what is installed at /modules/. */
export async function openPage(
  name: string,
  mounts: Record<string, string>,
  args: readonly string[] = [],
): Promise<Opened> {
  const server = staticServer(
    {
      '/': inRoot('test/bench/pages'),
      '/kit/': inRoot('dist/cdn'),
      '/modules/': inRoot('node_modules'),
      ...mounts,
    },
    { headers: (path) => (path.startsWith('/kit/') ? { 'cache-control': 'max-age=600' } : {}) },
  );
  const port = await listen(server);
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: [...BROWSER_ARGS, ...args],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  const address = `http://127.0.0.1:${port}/${name}`;
  await page.goto(address);
  await page.waitForFunction(() => 'bench' in window);
  const session = await browser.newBrowserCDPSession();
  return {
    page,
    address,
    cpu: () => rendererTime(session),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function rendererTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
}

type Bench = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** What a function of the page's `bench` gives. */
export function call<T>(page: Page, name: string, ...args: unknown[]): Promise<T> {
  return page.evaluate(([name, args]) => (window as unknown as { bench: Bench }).bench[name]!(...args), [
    name,
    args,
  ] as const) as Promise<T>;
}

/** What a function of the page costs that tells how long it took. */
export async function costOf({ page, cpu }: Opened, name: string, ...args: unknown[]): Promise<Cost> {
  const before = await cpu();
  const { ms } = await call<{ ms: number }>(page, name, ...args);
  return { ms, cpu: (await cpu()) - before };
}
