import { basename, dirname } from 'node:path';
import { type Cost, line, publish } from './support/lines';
import { call, costOf, openPage } from './support/page';
import { furtherSalesCsv, SALES_MAPPING, salesCsv } from './support/sales';

const ROWS = 1_000_000;
const ROUNDS = Number(process.env.ROUNDS ?? 4);

/** Further rows, 1 % of those that are there, against the load of all. */
export default async function appends(): Promise<void> {
  const [whole, more] = [salesCsv(ROWS), furtherSalesCsv(ROWS / 100)];
  const opened = await openPage('analyses.html', { '/data/': dirname(whole) });
  await call(opened.page, 'start');
  const costs = { load: [] as Cost[], append: [] as Cost[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.load.push(await costOf(opened, 'load', `/data/${basename(whole)}`, SALES_MAPPING));
    costs.append.push(await costOf(opened, 'append', `/data/${basename(more)}`));
  }
  await opened.close();
  const name = `append of 1 % to ${ROWS.toLocaleString('en')} rows of CSV`;
  publish('append', [line({ name, against: 'the load of all', target: 0.05 }, costs.append, costs.load)]);
}
