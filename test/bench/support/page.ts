import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from '../../../scripts/lib/browser.js';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, staticServer } from '../../../scripts/lib/static-server.js';

/** A page of test/bench/pages in a headless browser, with the built kit at /kit/ and what is installed at /modules/. */
export async function openPage(
  name: string,
  mounts: Record<string, string>,
  args: readonly string[] = [],
): Promise<{ page: Page; close(): Promise<void> }> {
  const server = staticServer({
    '/': inRoot('test/bench/pages'),
    '/kit/': inRoot('dist/cdn'),
    '/modules/': inRoot('node_modules'),
    ...mounts,
  });
  const port = await listen(server);
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: [...BROWSER_ARGS, ...args],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${port}/${name}`);
  await page.waitForFunction(() => 'bench' in window);
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

type Bench = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** What a function of the page's `bench` gives. */
export function call<T>(page: Page, name: string, ...args: unknown[]): Promise<T> {
  return page.evaluate(([name, args]) => (window as unknown as { bench: Bench }).bench[name]!(...args), [
    name,
    args,
  ] as const) as Promise<T>;
}
