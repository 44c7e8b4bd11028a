import { expect } from 'chai';
import { openSource } from '../../src/core';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import type { RfmPareto } from '../../src/elements/pareto/pareto.element';
import type { RfmSource } from '../../src/elements/source/source.element';

const rows = [
  { customer: 'a', date: '2024-01-01', amount: 100 },
  { customer: 'a', date: '2024-03-01', amount: 10 },
  { customer: 'b', date: '2024-02-01', amount: 40 },
];

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };

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

  it('reads a further file alone, where the worker left off; with all others where it has read something else', async () => {
    const file = (name: string, rows: readonly string[]): File =>
      new File([`customer,date,amount\n${rows.join('\n')}\n`], name);
    const old = file('old.csv', ['a,2024-01-01,100', 'b,2024-02-01,40', 'a,soon,1']);
    const [second, third] = [file('2.csv', ['c,2024-03-01,5']), file('3.csv', ['a,2024-03-01,7'])];
    let read = 0;
    const onProgress = ({ loaded }: { loaded: number }): void => {
      read = loaded;
    };
    const source = await openSource(old, MAPPING, { onProgress });
    const total = async (): Promise<number> => (await source.pareto()).summary.total;
    expect(await total()).to.equal(140);
    await source.append(second);
    expect([read, await total()]).to.deep.equal([second.size, 145]);

    const other = await openSource(file('other.csv', ['x,2024-01-01,1']), MAPPING);
    await source.append(third);
    expect([read, await total()]).to.deep.equal([old.size + second.size + third.size, 152]);
    expect(source.report.rejected.map(({ samples }) => samples[0]!.input)).to.deep.equal(['old.csv']);
    await Promise.all([source.close(), other.close()]);
  });
});
