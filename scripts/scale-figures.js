// What a table past one tab costs: transactions made inside ClickHouse, reduced to rollups, and the sample of the
// customers shown by the four charts in a browser. Linux; minutes and gigabytes. Build first.
//   npm run bench:scale [-- <rows> <customers> <sample>]
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, requireBrowser } from './lib/browser.js';
import { inRoot } from './lib/paths.js';
import { watchTree } from './lib/process-tree.js';
import { ensureEngines } from './lib/scale-engines.js';
import { listen, staticServer } from './lib/static-server.js';

const [rows = '100000000', customers = '1000000', sample = '0.2'] = process.argv.slice(2);
const kept = process.env.RFM_SCALE_FILES;
const work = kept ?? mkdtempSync(join(tmpdir(), 'rfm-kit-figures-'));

/** A server of one file, by ranges too, that counts what it sends. */
function fileServer(path) {
  const sent = { requests: 0, bytes: 0 };
  const size = statSync(path).size;
  const server = createServer((request, response) => {
    sent.requests += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'range');
    response.setHeader('access-control-expose-headers', 'content-length, content-range, etag, accept-ranges');
    response.setHeader('accept-ranges', 'bytes');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const start = Number(from ?? 0);
    const end = Math.min(to ? Number(to) : size - 1, size - 1);
    const range = from === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` };
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': end - start + 1, ...range });
    const stream = createReadStream(path, { start, end });
    stream.on('data', (chunk) => {
      if (!response.destroyed) sent.bytes += chunk.length;
    });
    return stream.pipe(response);
  });
  return { server, sent };
}

/** From a rollup on a server to four charts drawn. */
async function shown(file) {
  const { server, sent } = fileServer(join(work, file));
  const address = `http://127.0.0.1:${await listen(server)}/${file}`;
  const pages = staticServer({ '/': inRoot('test/bench/pages'), '/kit/': inRoot('dist/cdn') });
  const port = await listen(pages);
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_ARGS });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/rollup.html`);
  const watch = watchTree(process.pid);
  const own = process.cpuUsage();
  const began = performance.now();
  const outcome = await page.evaluate(async (src) => {
    const source = document.querySelector('rfm-source');
    source.src = src;
    const charts = [...source.children];
    try {
      await source.ready;
      await Promise.all(charts.map((chart) => chart.ready));
      const { definition } = await charts[0].result();
      return { rows: source.report?.rowsUsed ?? null, sampled: definition.sampled };
    } catch ({ code, message }) {
      return { code, message };
    }
  }, address);
  const { user, system } = process.cpuUsage(own);
  const { processor, peak } = watch.stop();
  const figures = {
    name: `${file} to four charts in ${browser.version()}`,
    processor: processor - (user + system) / 1e6,
    clock: (performance.now() - began) / 1000,
    peak,
    bytes: sent.bytes,
    size: statSync(join(work, file)).size,
    requests: sent.requests,
    ...outcome,
  };
  console.log(JSON.stringify(figures));
  await browser.close();
  server.close();
  pages.close();
}

if (!kept) {
  const args = [inRoot('scripts/lib/make-sales.js'), ensureEngines(), work, rows, customers, sample];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The transactions could not be made.');
}
await shown('sample.parquet');
await shown('rollup.parquet');
if (!kept) rmSync(work, { recursive: true, force: true });
