import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from '../../../scripts/lib/browser.js';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), args: [...BROWSER_ARGS] });
}

/** What a page asked for and complained of, as long as it is open. */
export interface Watch {
  requests: string[];
  complaints: string[];
}

/** Notes every request (those of workers too), console error, exception and refused action of `page`. */
export function watch(page: Page): Watch {
  const seen: Watch = { requests: [], complaints: [] };
  page.context().on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => {
    // Browsers ask for this one by themselves.
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  return seen;
}

/** The requests of a watch to other origins than these; `data:` and `blob:` never leave the browser. */
export function requestsElsewhere({ requests }: Watch, ...origins: readonly string[]): string[] {
  return requests.filter((url) => !/^(data|blob):/.test(url) && !origins.includes(new URL(url).origin));
}

/** Whether the first `tag` on the page shows a picture of some size. */
export function showsPicture(page: Page, tag: string): Promise<boolean> {
  return page.evaluate(async (name) => {
    await customElements.whenDefined(name);
    const element = document.querySelector(name) as (HTMLElement & { ready: Promise<unknown> }) | null;
    await element?.ready;
    const chart = element?.shadowRoot?.querySelector('[part~="chart"]');
    const picture = chart?.matches('svg, canvas') ? chart : chart?.querySelector('svg, canvas');
    const box = picture?.getBoundingClientRect();
    return Boolean(box && box.width > 100 && box.height > 100);
  }, tag);
}
