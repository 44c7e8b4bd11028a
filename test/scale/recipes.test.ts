import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as ask, createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { listen, staticServer } from '../../scripts/lib/static-server.js';
import { openBrowser } from '../consumers/support/browser';
import { startClickhouseServer } from './support/clickhouse-server';
import { folder, startDuckdb, startPostgres } from './support/engines';

/** The page of the example, with another server than the one it names. */
const PAGE = readFileSync('demo/rollup/index.html', 'utf8');
const SALES =
  "SELECT customer_id AS customer, date::DATE AS date, amount::DECIMAL(18, 2) AS amount FROM read_csv('demo/data/cdnow_master.csv')";
const TABLE = {
  name: 'sales',
  select: SALES,
  columns: { customer: 'text', date: 'date', amount: 'numeric(18, 2)' },
};

const place = mkdtempSync(join(tmpdir(), 'rfm-kit-recipes-'));
let browser: Browser;
let site: Server;
let origin: string;
let duckdb: Awaited<ReturnType<typeof startDuckdb>>;

beforeAll(async () => {
  site = staticServer({ '/': place, '/kit/': inRoot('dist/cdn') });
  origin = `http://127.0.0.1:${await listen(site)}`;
  browser = await openBrowser();
  duckdb = await startDuckdb();
  await duckdb.run(`CREATE TABLE sales AS ${SALES}`);
  await duckdb.run(`COPY sales TO '${join(place, 'sales.parquet')}' (FORMAT parquet)`);
  await duckdb.run(`COPY sales TO '${join(place, 'sales.csv')}' (FORMAT csv, HEADER)`);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await duckdb?.close();
  rmSync(place, { recursive: true, force: true });
});

/** What the command of the recipe prints. */
function printed(dialect: string, table: string): string {
  const columns = ['--customer', 'customer', '--date', 'date', '--amount', 'amount'];
  const args = ['dist/cli.js', 'rollup', '--dialect', dialect, '--table', table, ...columns];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

/** A page of the site, opened by somebody who has signed in with `key`. */
async function opened(html: string, key: string | null): Promise<Page> {
  writeFileSync(join(place, 'index.html'), html);
  const page = await (await browser.newContext()).newPage();
  if (key) await page.addInitScript((value) => sessionStorage.setItem('key', value), key);
  await page.goto(`${origin}/`);
  return page;
}

/** The figures behind the Pareto curve, once all four charts are drawn; or the code of what went wrong. */
function figures(page: Page): Promise<{ items: number; total: number } | { code: string; shown: string }> {
  return page.evaluate(async () => {
    const charts = [...document.querySelectorAll('rfm-pareto, rfm-cohorts, rfm-quadrant, rfm-scatter')];
    await Promise.all(charts.map(({ localName }) => customElements.whenDefined(localName)));
    const [pareto] = charts as HTMLElementTagNameMap['rfm-pareto'][];
    try {
      await Promise.all(charts.map((chart) => (chart as HTMLElementTagNameMap['rfm-pareto']).ready));
      const { items, total } = (await pareto!.result()).summary;
      return { items, total: Math.round(100 * total) / 100 };
    } catch (error) {
      const shown = pareto!.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '';
      return { code: (error as { code: string }).code, shown };
    }
  });
}

const CDNOW = { items: 23_570, total: 2_500_315.63 };

describe('DuckDB behind the server of the example', () => {
  let server: ChildProcess;
  let proxy: Server;
  let html: string;
  let seen: string[] = [];

  beforeAll(async () => {
    const database = join(place, 'shop.duckdb');
    await duckdb.run(`ATTACH '${database}' AS shop`);
    await duckdb.run('CREATE TABLE shop.sales AS SELECT * FROM sales');
    await duckdb.run('DETACH shop');
    cpSync('demo/rollup/server.js', join(folder, 'server.mjs'));
    const installed = join(folder, 'node_modules/rfm-kit');
    rmSync(installed, { force: true });
    symlinkSync(resolve('.'), installed);
    server = spawn(process.execPath, ['server.mjs', database, 'sales'], {
      cwd: folder,
      env: { ...process.env, KEY: 'secret', ORIGIN: origin, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((told) =>
      server.stdout!.once('data', (text) => told(String(text).trim())),
    );
    // Sees what crosses the wire: a browser tells its page only what it made of it.
    proxy = createServer((request, response) => {
      const { method, headers } = request;
      ask(url, { method, headers }, (answer) => {
        const what = headers.range ? ' a range' : '';
        seen.push(`${method}${what} ${answer.statusCode}`);
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      }).end();
    });
    html = PAGE.replace('http://localhost:8787/', `http://127.0.0.1:${await listen(proxy)}/`);
  });
  afterAll(() => {
    server?.kill();
    proxy?.close();
  });
  beforeEach(() => {
    seen = [];
  });

  it('is shown to a page of another origin that has the key, after the preflight', async () => {
    const page = await opened(html, 'secret');
    expect(await figures(page)).toEqual(CDNOW);
    expect(seen[0]).toBe('OPTIONS 204');
    expect(seen.filter((line) => !/^(OPTIONS 204|GET( a range)? (20[06]|304))$/.test(line))).toEqual([]);
    await page.context().close();
  });

  it('crosses the wire once: the second visit gets 304 for the same ETag', async () => {
    const page = await opened(html, 'secret');
    expect(await figures(page)).toEqual(CDNOW);
    seen = [];
    await page.reload();
    expect(await figures(page)).toEqual(CDNOW);
    expect(seen).toContain('GET 304');
    expect(seen.filter((line) => line === 'GET 200')).toEqual([]);
    await page.context().close();
  });

  it('is refused in place to a page without the key, and to one of another origin', async () => {
    const page = await opened(html, null);
    expect(await figures(page)).toMatchObject({
      code: 'network',
      shown: expect.stringContaining('answered 401'),
    });
    await page.context().close();
    const elsewhere = staticServer({ '/': place, '/kit/': inRoot('dist/cdn') });
    const stranger = await (await browser.newContext()).newPage();
    await stranger.addInitScript(() => sessionStorage.setItem('key', 'secret'));
    await stranger.goto(`http://127.0.0.1:${await listen(elsewhere)}/`);
    expect(await figures(stranger)).toMatchObject({
      code: 'network',
      shown: expect.stringContaining('CORS'),
    });
    await stranger.context().close();
    elsewhere.close();
  });
});

describe('ClickHouse by its own HTTP interface', () => {
  let server: Awaited<ReturnType<typeof startClickhouseServer>>;

  beforeAll(async () => {
    const [view] = readFileSync('demo/rollup/clickhouse.sql', 'utf8').split('CREATE USER');
    const recipe = view!
      .replace(/^--.*$/gm, '')
      .replace(/AS SELECT 1;.*/, `AS ${printed('clickhouse', 'shop.sales')};`);
    const statements = [
      'CREATE DATABASE shop',
      `CREATE TABLE shop.sales ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${join(place, 'sales.parquet')}')`,
      recipe.trim().replace(/;$/, ''),
      'SYSTEM REFRESH VIEW shop.rollup',
      'SYSTEM WAIT VIEW shop.rollup',
    ];
    server = await startClickhouseServer(statements.join(';\n'), origin, 'change me');
  });
  afterAll(() => server?.close());

  const QUERY = '?query=SELECT+*+FROM+shop.rollup+FORMAT+';

  function pageOf(format: string, password: string): string {
    return PAGE.replace('http://localhost:8787/', `${server.url}${QUERY}${format}`).replace(
      /headers: \{.*?\} \}/,
      `headers: { 'X-ClickHouse-User': 'rfm_page', 'X-ClickHouse-Key': '${password}' } }`,
    );
  }

  it.each(['Parquet', 'ArrowStream&output_format_arrow_compression_method=none'])(
    'is shown to a page of another origin that has the key: %s',
    async (format) => {
      const page = await opened(pageOf(format, 'change me'), null);
      expect(await figures(page)).toEqual(CDNOW);
      await page.context().close();
    },
  );

  it('is refused in place to a page with another key', async () => {
    const page = await opened(pageOf('Parquet', 'guessed'), null);
    expect(await figures(page)).toMatchObject({ code: 'network', shown: expect.stringMatching(/40[13]/) });
    await page.context().close();
  });

  it('gives that user nothing but the rollup', async () => {
    const headers = { 'X-ClickHouse-User': 'rfm_page', 'X-ClickHouse-Key': 'change me' };
    const said = async (query: string): Promise<string> =>
      (await fetch(`${server.url}?query=${encodeURIComponent(query)}`, { headers })).text();
    expect(await said('SELECT count() FROM shop.rollup')).toMatch(/^\d+\n$/);
    for (const query of [
      'SELECT * FROM shop.sales',
      'DROP TABLE shop.rollup',
      "SELECT * FROM file('/etc/passwd')",
    ])
      expect(await said(query)).toMatch(/ACCESS_DENIED|readonly/i);
  });
});

describe('PostgreSQL', () => {
  it('is shown from the file that COPY wrote', async () => {
    const postgres = await startPostgres();
    await postgres.load(TABLE, { parquet: '', csv: join(place, 'sales.csv') });
    writeFileSync(join(place, 'rollup.csv'), await postgres.file(printed('postgres', 'sales').trim()));
    await postgres.close();
    expect(existsSync(join(place, 'rollup.csv'))).toBe(true);
    const page = await opened(PAGE.replace('http://localhost:8787/', '/rollup.csv'), null);
    expect(await figures(page)).toEqual(CDNOW);
    await page.context().close();
  });
});
