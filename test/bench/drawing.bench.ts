import { basename, dirname, join } from 'node:path';
import { type Cost, line, medianMs, publish, within } from './support/lines';
import { call, costOf, openPage } from './support/page';
import { ensureRivals } from './support/rivals';
import { SALES_MAPPING, salesParquet } from './support/sales';
import { size } from './support/sizes';

const ROWS = size(1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 4);

/** The scatter of all customers, from figures at hand to a painted page: the kit, Observable Plot's SVG, ECharts' canvas. */
export default async function drawing(): Promise<void> {
  const rivals = ensureRivals();
  const path = salesParquet(ROWS);
  const opened = await openPage('drawing.html', {
    '/data/': dirname(path),
    ...(rivals && { '/rivals/': join(rivals, 'node_modules') }),
  });
  const customers = await call<number>(opened.page, 'load', `/data/${basename(path)}`, SALES_MAPPING);
  const costs = { kit: [] as Cost[], plot: [] as Cost[], echarts: [] as Cost[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.kit.push(await costOf(opened, 'kit'));
    if (!rivals) continue;
    costs.plot.push(await costOf(opened, 'plot'));
    costs.echarts.push(await costOf(opened, 'echarts'));
  }
  await opened.close();
  const name = `scatter of ${customers.toLocaleString('en')} customers, first picture after data`;
  const lines = [within(name, medianMs(costs.kit.slice(1)), 250)];
  if (rivals) {
    lines.push(line({ name, against: 'Observable Plot (SVG)', target: 0.1 }, costs.kit, costs.plot));
    lines.push(line({ name, against: 'ECharts (canvas, large)', target: null }, costs.kit, costs.echarts));
  }
  publish('drawing', lines);
}
