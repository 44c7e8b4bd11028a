import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { quantile } from '../../src/compute/quantile';
import { seededRandom } from '../../src/compute/random';
import { type Line, publish } from './support/lines';
import { openPage } from './support/page';
import { salesParquet } from './support/sales';

/** Rows of files that have 200 thousand and a million customers, and the ms within which all charts follow a brush. */
const BRUSHED: readonly Brushed[] = [
  { rows: 2_200_000, charts: 'four', within: 50 },
  { rows: 2_200_000, charts: 'eight', within: 50 },
  { rows: 11_000_000, charts: 'eight', within: 120 },
];
const PANNED = 11_000_000;
const ROUNDS = 60;
const FRAME_WITHIN_MS = 50;
const FRAMES = 60;

interface Brushed {
  rows: number;
  /** The main ones, or those that follow a brush with figures as well: kpis, flow, segments and migration. */
  charts: 'four' | 'eight';
  within: number;
}

/** How long all charts of a source take to follow a brush, and a scatter to be panned: the 95th percentile, in ms. */
export default async function brushes(): Promise<void> {
  const lines: Line[] = [];
  for (const brushed of BRUSHED) lines.push(await brushing(brushed));
  publish('brush', [...lines, await panning(PANNED)]);
}

async function brushing({ rows, charts, within }: Brushed): Promise<Line> {
  const { page, close } = await opened(rows, charts);
  const customers = await load(page, rows);
  const random = seededRandom(5);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = [0.1 + 0.4 * random(), 0.15 + 0.3 * random()];
    const to = [0.55 + 0.4 * random(), 0.5 + 0.35 * random()];
    const { ms } = await call<{ ms: number }>(page, 'brush', from, to);
    // The first warms up what every later one finds warm.
    if (round > 2) times.push(ms);
  }
  await close();
  return lineOf(
    `Chromium: brush ${customers.toLocaleString('en')} customers, ${charts} charts`,
    times,
    within,
  );
}

async function panning(rows: number): Promise<Line> {
  const { page, close } = await opened(rows);
  const customers = await load(page, rows);
  const { times, blank } = await call<{ times: number[]; blank: number }>(page, 'pan', FRAMES);
  await close();
  const name = `Chromium: zoom and pan ${customers.toLocaleString('en')} customers, ${blank} of ${FRAMES} frames blank`;
  return lineOf(name, times, FRAME_WITHIN_MS);
}

function lineOf(name: string, times: readonly number[], within: number): Line {
  const candidate = Math.round(10 * quantile(times, 0.95)) / 10;
  const ratio = Math.round((100 * candidate) / within) / 100;
  return { name, against: `95th percentile, in ${within} ms`, candidate, baseline: within, ratio, target: 1 };
}

function opened(rows: number, charts: Brushed['charts'] = 'four'): ReturnType<typeof openPage> {
  return openPage(`brush.html?${charts}`, { '/data/': dirname(salesParquet(rows)) });
}

function load(page: Page, rows: number): Promise<number> {
  return call(page, 'load', `/data/${basename(salesParquet(rows))}`);
}

function call<T>(page: Page, name: string, ...args: unknown[]): Promise<T> {
  return page.evaluate(
    ([name, args]) =>
      (window as unknown as { bench: Record<string, (...args: unknown[]) => Promise<unknown>> }).bench[name]!(
        ...args,
      ),
    [name, args] as const,
  ) as Promise<T>;
}
