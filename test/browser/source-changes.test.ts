import { expect } from 'chai';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import type { RfmPareto } from '../../src/elements/pareto/pareto.element';
import type { RfmSource } from '../../src/elements/source/source.element';

const rows = [
  { customer: 'a', date: '2024-01-01', amount: 100 },
  { customer: 'a', date: '2024-03-01', amount: 10 },
  { customer: 'b', date: '2024-02-01', amount: 40 },
];

/** Two charts on one source, ready. */
async function page(): Promise<{ source: RfmSource; charts: RfmPareto[] }> {
  const source = document.createElement('rfm-source');
  source.data = rows;
  const charts = [document.createElement('rfm-pareto'), document.createElement('rfm-pareto')];
  source.append(...charts);
  document.body.append(source);
  await Promise.all(charts.map((chart) => chart.ready));
  return { source, charts };
}

const totals = async (charts: readonly RfmPareto[]): Promise<number[]> =>
  Promise.all(charts.map(async (chart) => (await chart.result()).summary.total));

describe('a source that changes under its charts', () => {
  it('has them follow a filter, and its end', async () => {
    const { source, charts } = await page();
    const opened = await source.ready;
    opened.filter({ from: '2024-02-01' });
    expect(await totals(charts)).to.deep.equal([50, 50]);
    opened.filter(null);
    expect(await totals(charts)).to.deep.equal([150, 150]);
    source.remove();
  });

  it('has them follow appended rows, and leaves alone who is gone', async () => {
    const { source, charts } = await page();
    const opened = await source.ready;
    const [stays, goes] = charts as [RfmPareto, RfmPareto];
    goes.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await opened.append([{ customer: 'c', date: '2024-04-01', amount: 5 }]);
    expect(await totals([stays])).to.deep.equal([155]);
    source.remove();
  });
});
