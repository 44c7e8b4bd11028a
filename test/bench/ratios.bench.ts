import { basename, dirname } from 'node:path';
import { type Cost, type Line, line, publish } from './support/lines';
import { call, costOf, openPage } from './support/page';
import { furtherSalesCsv, SALES_MAPPING, salesCsv, salesParquet } from './support/sales';
import { rowsText } from './support/sizes';
import { ASKED, createSales, TEXTBOOK } from './support/textbook';

/** Rows, and ratios of processor time that are passed where something has come to take twice as long as it did. */
const LIMITS = [
  { rows: 100_000, csv: 6, parquet: 6, more: null, four: null },
  { rows: 1_000_000, csv: 7.5, parquet: 7, more: 0.3, four: 1.75 },
];
const ROUNDS = 3;

/**
 * The small edition for every change: ratios of processor time, which other work on the machine moves little, with more
 * than half as much again as they need. What is over its limit is measured once more before it fails the run.
 */
export default async function ratios(): Promise<void> {
  const lines = await measured();
  const over = lines.some(isOver) ? (await measured()).filter(isOver) : [];
  // Judged by processor time: what the clock says is left out.
  publish(
    'ratios',
    (over.length > 0 ? over : lines).map((one) => ({ ...one, ratio: one.cpuRatio ?? one.ratio })),
  );
  for (const { name, cpuRatio, target } of over)
    console.error(`${name}: ${cpuRatio} times the processor time, at most ${target} are allowed`);
  if (over.length > 0) process.exitCode = 1;
}

function isOver({ cpuRatio, target }: Line): boolean {
  return cpuRatio !== undefined && target !== null && cpuRatio > target;
}

async function measured(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const limits of LIMITS) lines.push(...(await atSize(limits)));
  return lines;
}

async function atSize({ rows, csv, parquet, more, four }: (typeof LIMITS)[number]): Promise<Line[]> {
  const [csvPath, parquetPath, morePath] = [salesCsv(rows), salesParquet(rows), furtherSalesCsv(rows / 100)];
  const address = (path: string): string => `/data/${basename(path)}`;
  const opened = await openPage('analyses.html', { '/data/': dirname(csvPath) });
  await call(opened.page, 'start');
  const costs = {
    bare: [] as Cost[],
    csv: [] as Cost[],
    more: [] as Cost[],
    parquet: [] as Cost[],
    ask: [] as Cost[],
    query: [] as Cost[],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.bare.push(await costOf(opened, 'loadBare', address(csvPath), createSales('sales.csv')));
    costs.csv.push(await costOf(opened, 'load', address(csvPath), SALES_MAPPING));
    costs.more.push(await costOf(opened, 'append', address(morePath)));
    costs.parquet.push(await costOf(opened, 'load', address(parquetPath), SALES_MAPPING));
    if (four === null) continue;
    costs.ask.push(await costOf(opened, 'ask', ASKED));
    costs.query.push(await costOf(opened, 'query', TEXTBOOK));
  }
  await opened.close();
  const against = 'the bare CREATE TABLE AS of the CSV, same engine';
  const lines = [
    line({ name: `load CSV, ${rowsText(rows)}`, against, target: csv }, costs.csv, costs.bare),
    line({ name: `load Parquet, ${rowsText(rows)}`, against, target: parquet }, costs.parquet, costs.bare),
  ];
  const appended = { name: `append of 1 % to ${rowsText(rows)}`, against: 'the load of all', target: more };
  lines.push(line(appended, costs.more, costs.csv));
  const named = {
    name: `all four analyses, ${rowsText(rows)}`,
    against: 'textbook SQL, same engine',
    target: four,
  };
  return four === null ? lines : [...lines, line(named, costs.ask, costs.query)];
}
