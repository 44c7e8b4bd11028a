import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { within as limited, publish } from './support/lines';
import { call, openPage } from './support/page';
import { SALES_MAPPING, salesCsv } from './support/sales';
import { rowsText, size } from './support/sizes';
import { printTable } from './support/time';
import { longestTask } from './support/trace';

const ROWS = size(10_000_000);
const MB = 2 ** 20;

const TASK = 'longest task of the page, ms of processor';
const BYTES = 'engine, bytes a row';

type Row = Record<string, unknown> & { [TASK]: number; [BYTES]: number };

interface Load {
  ms: number;
  rowsRead: number;
  rowsUsed: number;
  tasks: number[];
  heap: number;
  signs: number;
  gap: number;
  afterReading: number;
  engine: number;
  left: number;
}

/**
 * A file of ten million rows (`ROWS` for another number) in a tab: as a file, from an address and through `rfm-source`.
 * How long the page's thread was held, how even the progress came, what the engine holds, and how fast a stop works.
 */
export default async function large(): Promise<void> {
  const path = salesCsv(ROWS);
  const { page, close } = await openPage('large.html', { '/data/': dirname(path) }, [
    '--enable-precise-memory-info',
  ]);
  await call(page, 'start');
  await page.setInputFiles('input', path);
  const address = `/data/${basename(path)}`;
  const rows = [
    await row(page, 'openSource(file)', 'open', null),
    await row(page, 'openSource(address)', 'open', address),
    await row(page, '<rfm-source src>', 'element', address),
  ];
  printTable(`${rowsText(ROWS)} of CSV in Chromium`, rows);
  printTable('stopped', await stops(page));
  const worst = (name: keyof Row): number => Math.max(...rows.map((one) => Number(one[name])));
  publish('large', [
    limited(`memory of the engine while loading, ${rowsText(ROWS)}`, worst(BYTES), 40, 'bytes a row'),
    limited(`longest task of the page while loading, processor time, ${rowsText(ROWS)}`, worst(TASK), 50),
  ]);
  await close();
}

async function row(page: Page, what: string, work: 'open' | 'element', input: string | null): Promise<Row> {
  const { result: load, ms } = await longestTask(page, () => call<Load>(page, work, input, SALES_MAPPING));
  return {
    what,
    s: Math.round(load.ms / 100) / 10,
    'rows lost': load.rowsRead - load.rowsUsed,
    [TASK]: Math.round(10 * ms) / 10,
    'by the clock': Math.round(Math.max(0, ...load.tasks)),
    'over 50 ms by the clock': load.tasks.length,
    'page heap, MB': Math.round(load.heap / MB),
    'signs of progress': load.signs,
    'longest wait for one, ms': Math.round(load.gap),
    'after the last byte, ms': Math.round(load.afterReading),
    [BYTES]: Math.round((10 * load.engine) / load.rowsUsed) / 10,
    'left when closed, MB': Math.round(load.left / MB),
  };
}

async function stops(page: Page): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const share of [0, 0.5, 1]) {
    const stop = await call<{ code: string; ms: number; idle: number; left: number }>(
      page,
      'cancel',
      SALES_MAPPING,
      share,
    );
    rows.push({
      at: `${share * 100} %`,
      error: stop.code,
      'ms until it is told': Math.round(stop.ms),
      'ms until the engine is free': Math.round(stop.idle),
      'left, MB': Math.round(stop.left / MB),
    });
  }
  return rows;
}
