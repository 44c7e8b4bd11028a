import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { openBrowser } from './support/browser';
import { openSite, type Site } from './support/site';

/** Faults that need a real server, a real tab or the shipped files; the others are in test/browser/faults.test.ts. */
interface Faults {
  load(address: string): Promise<string>;
  memory(): Promise<object>;
  aborts(): Promise<{ ends: string[]; customers: number }>;
  options(): Promise<object>;
  crowd(): Promise<number>;
  begin(): void;
  end(): Promise<string>;
}

declare global {
  interface Window {
    faults: Faults;
  }
}

const LINES = Array.from({ length: 3000 }, (_, i) => `c${i % 37},2024-0${1 + (i % 9)}-1${i % 10},${i}.5\n`);
const CSV = `id,date,amount\n${LINES.join('')}`;

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite({}, { '/modules/': inRoot('node_modules') });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function opened(page: Page): Promise<Page> {
  await page.goto(`${site.origin}/faults.html`);
  await page.waitForFunction(() => 'faults' in window);
  return page;
}

describe('a server that does what it should not', () => {
  let server: Server;
  let base: string;
  let page: Page;

  type Answer = (response: ServerResponse, request: IncomingMessage) => void;
  const cut =
    (bytes: number, length = CSV.length): Answer =>
    (response) => {
      response.writeHead(200, { 'content-length': length });
      response.flushHeaders();
      response.write(CSV.slice(0, bytes), () => setTimeout(() => response.destroy(), 50));
    };
  const ANSWERS: Record<string, Answer> = {
    good: (response) => response.end(CSV),
    slow: (response) => {
      response.write(CSV.slice(0, 5000));
      setTimeout(() => response.end(CSV.slice(5000)), 700);
    },
    'no answer but a closed line': (_, request) => request.socket.destroy(),
    'a line that breaks at the first byte': cut(0),
    'a line that breaks in the middle': cut(CSV.length / 2),
    'a line that breaks before the last byte': cut(CSV.length - 1),
    'a length that is too long': cut(CSV.length, CSV.length + 1000),
    'pieces that break off': (response) => {
      response.write(CSV.slice(0, 5000));
      setTimeout(() => response.destroy(), 50);
    },
    'an error page with 200': (response) => response.end('<!doctype html><title>Sorry</title>'),
    'a redirect to a sign-in page elsewhere': (response) =>
      response
        .writeHead(302, { location: `http://localhost:${(server.address() as AddressInfo).port}/good` })
        .end(),
    'a redirect to itself': (response, request) => response.writeHead(302, { location: request.url! }).end(),
    'packed, it says, and is not': (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(CSV),
    'an answer that is none': (_, request) => request.socket.end('hello\r\n\r\n'),
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = decodeURIComponent(request.url!.slice(1));
      // Another origin than the page's: it has to say who may read; localhost says nothing.
      if (request.headers.host?.startsWith('127.')) response.setHeader('access-control-allow-origin', '*');
      ANSWERS[name]!(response, request);
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    page = await opened(await browser.newPage());
  });
  afterAll(async () => {
    await page.close();
    server.closeAllConnections();
    server.close();
  });

  const load = (name: string): Promise<string> =>
    page.evaluate((address) => window.faults.load(address), base + encodeURIComponent(name));

  it.each(Object.keys(ANSWERS).slice(2))('is told, and the next load works: %s', async (name) => {
    expect(await load(name)).toBe(name === 'an error page with 200' ? 'format-unknown' : 'network');
    expect(await load('good')).toBe('loaded');
  });

  it('is waited for where it is slow', async () => {
    expect(await load('slow')).toBe('loaded');
  });
});

describe('the kit’s own files', () => {
  const wasm = '**/duckdb-eh.wasm';
  const worker = '**/duckdb-eh.worker.js';
  const reader = '**/reader.worker.js';
  const half = async (route: Route): Promise<void> => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ body: body.subarray(0, body.length / 2), contentType: 'text/javascript' });
  };
  const slow = async (route: Route): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  };
  const page = (route: Route): Promise<void> =>
    route.fulfill({ contentType: 'text/html', body: '<p>Sorry</p>' });
  const forbidden = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  };

  it.each<[string, string, (route: Route) => Promise<void>, string]>([
    ['the engine, slow to come', wasm, slow, 'loaded'],
    ['the engine’s worker, slow to come', worker, slow, 'loaded'],
    ['the reader, slow to come', reader, slow, 'loaded'],
    ['the engine, cut off', wasm, half, 'engine-failed'],
    ['the engine’s worker, cut off', worker, half, 'engine-failed'],
    ['the reader, cut off', reader, half, 'engine-failed'],
    ['the engine, a web page', wasm, page, 'engine-failed'],
    ['the engine’s worker, a web page', worker, page, 'engine-failed'],
    ['the reader, a web page', reader, page, 'engine-failed'],
    ['the engine, its connection lost', wasm, (route) => route.abort(), 'engine-failed'],
    ['WebAssembly forbidden to the engine’s worker', worker, forbidden, 'engine-failed'],
  ])('%s', async (_, file, fault, outcome) => {
    const context = await browser.newContext();
    await context.route(file, fault);
    const broken = await opened(await context.newPage());
    const address = `data:text/csv,${encodeURIComponent(CSV.slice(0, 3000))}`;
    expect(await broken.evaluate((url) => window.faults.load(url), address)).toBe(outcome);
    await context.close();
  });
});

describe('a page under strain', () => {
  let page: Page;
  beforeEach(async () => {
    page = await opened(await browser.newPage());
    return () => page.close();
  });

  it('tells where memory runs out in a load and in a query, and answers when there is enough', async () => {
    expect(await page.evaluate(() => window.faults.memory())).toEqual({
      load: 'out-of-memory',
      query: 'out-of-memory',
      again: 120_000,
    });
  });

  it('stands a storm of loads and questions that are given up', async () => {
    const { ends, customers } = await page.evaluate(() => window.faults.aborts());
    expect(ends.filter((end) => !['aborted', 'loaded'].includes(end))).toEqual([]);
    expect(ends).toContain('aborted');
    expect(customers).toBe(500);
  });

  it('shows the last of options that change faster than answers come', async () => {
    expect(await page.evaluate(() => window.faults.options())).toEqual({
      bins: 7,
      scheme: 'rfm',
      splits: { current: 12, potential: 34 },
    });
  });

  it('draws two hundred elements at once', async () => {
    expect(await page.evaluate(() => window.faults.crowd())).toBe(200);
  });

  it('goes on where the tab was frozen in the middle of a load', async () => {
    const session = await page.context().newCDPSession(page);
    await page.evaluate(() => window.faults.begin());
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    expect(await page.evaluate(() => window.faults.end())).toBe('loaded');
  });
});
