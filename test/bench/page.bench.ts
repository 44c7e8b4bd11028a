import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { type Cost, type Line, line, publish, within } from './support/lines';
import { call, costOf, type Opened, openPage } from './support/page';
import { salesCsv } from './support/sales';
import { longestTask } from './support/trace';

const SMALL = 100_000;
const LARGE = 1_000_000;
const ROUNDS = Number(process.env.ROUNDS ?? 6);
const TEN = 'scatter,pareto,quadrant,cohorts,segments,flow,migration,kpis,customers,whatif';

interface Started {
  readers: number;
  engines: number;
  requests: number;
  statements: string[];
}

/** Whole pages: when the first chart stands on a warm cache, and what ten elements of one source share. */
export default async function pages(): Promise<void> {
  publish('page', [await firstChart(), ...(await tenElements())]);
}

/** From the opening of the page, scripts included, against the engine's start and bare load without them. */
async function firstChart(): Promise<Line> {
  const path = salesCsv(SMALL);
  const data = `/data/${basename(path)}`;
  const mounts = { '/data/': dirname(path) };
  const kit = await openPage(`page.html#${data},pareto`, mounts);
  const bare = await openPage('bare.html', mounts);
  const costs = { kit: [] as Cost[], bare: [] as Cost[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.bare.push(await again(bare, 'load', data));
    costs.kit.push(await again(kit, 'stood'));
  }
  await kit.close();
  await bare.close();
  const against = 'start of the engine and bare load of the CSV';
  const name = `first chart on a warm cache, ${SMALL.toLocaleString('en')} rows`;
  return line({ name, against, target: 1.2 }, costs.kit, costs.bare);
}

/** What a function of the page's costs in a page opened anew, whose files are at hand. */
async function again(opened: Opened, name: string, ...args: unknown[]): Promise<Cost> {
  const { page } = opened;
  await page.goto('about:blank');
  await page.goto(opened.address);
  await page.waitForFunction(() => 'bench' in window);
  const { ms } = await costOf(opened, name, ...args);
  // Of a page that has been opened meanwhile the processor's time is not to be told apart.
  return { ms, cpu: null };
}

async function tenElements(): Promise<Line[]> {
  const path = salesCsv(LARGE);
  const opened = await openPage(`page.html#/data/${basename(path)},${TEN}`, { '/data/': dirname(path) });
  const { page, close } = opened;
  await call(page, 'stood');
  await page.goto('about:blank');
  const { result: started, ms: task } = await longestTask(page, async () => {
    await page.goto(opened.address);
    await page.waitForFunction(() => 'bench' in window);
    return call<Started>(page, 'started');
  });
  await close();
  const repeated = repeats(started.statements);
  const most = repeated.reduce((times, sql) => Math.max(times, Number.parseInt(sql, 10)), 1);
  for (const statement of repeated) console.log(`asked again: ${statement.slice(0, 160)}`);
  const ten = `ten elements, ${LARGE.toLocaleString('en')} rows`;
  return [
    within(`${ten}: loads`, started.requests, 1, 'requests'),
    within(`${ten}: engines`, started.engines, 1, 'engines'),
    within(`${ten}: most often that a statement ran`, most, 1, 'times'),
    within(`${ten}: longest task of the page, processor time`, task, 50),
  ];
}

const NAMES = /rfm_kit\.[a-z_]*\d\w*/g;

/** Statements that the engine has run more than once on the same rows: tables go by what they were made of, not by name. */
function repeats(statements: readonly string[]): string[] {
  const contents = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const sql of statements) {
    if (/^\s*(DROP|CHECKPOINT|SET|ATTACH|INSERT)/.test(sql)) continue;
    const made = /^\s*CREATE OR REPLACE TABLE (\S+)/.exec(sql)?.[1];
    const told = sql
      .replace(/\s+/g, ' ')
      .replace(NAMES, (name) => (name === made ? 'it' : (contents.get(name) ?? name)));
    if (made) contents.set(made, `#${createHash('sha1').update(told).digest('hex').slice(0, 12)}`);
    // A table for columns that the page puts in is like no other.
    if (!/ AS /.test(told)) continue;
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([sql, count]) => `${count} x ${sql.trim()}`);
}
