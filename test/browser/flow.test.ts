import '../../src/define/flow';
import { expect } from 'chai';
import type { Source } from '../../src/data/source';
import { expectAccessible } from './support/axe';
import { chartOf, expectWithin, finding, press, said } from './support/chart';
import { inside, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-flow'];

const bought = (customer: string, date: string, amount: number) => ({ customer, date, amount });

/**
 * January: a, b, c, d come. February: a stays and spends more, b less; c and d leave; e and f come. March, cut off on
 * the 10th: a alone.
 */
const DOOR = [
  bought('a', '2024-01-05', 10),
  bought('b', '2024-01-06', 20),
  bought('c', '2024-01-07', 30),
  bought('d', '2024-01-08', 40),
  bought('a', '2024-02-05', 15),
  bought('b', '2024-02-06', 5),
  bought('e', '2024-02-07', 50),
  bought('f', '2024-02-08', 30),
  bought('a', '2024-03-10', 10),
];

const flow = (attributes = '', width = 800, data: readonly object[] = DOOR): Promise<Chart> =>
  chartOf('rfm-flow', data, attributes, width);

async function clicked(chart: Chart, key: string): Promise<string[]> {
  const told = new Promise<CustomEvent>((resolve) =>
    chart.addEventListener('rfm-select', resolve, { once: true }),
  );
  inside<SVGElement>(chart, `[data-key="${key}"]`).dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true }),
  );
  return (await (await told).detail.customers.ids()).sort();
}

describe('rfm-flow', () => {
  it('shows its picture as an svg that is part chart', async () => {
    expect(inside(await flow(), '[part~=chart]').localName).to.equal('svg');
  });

  it('says that as many leave as come, and what share of sales came from existing customers', async () => {
    // Two in, two out in February; of 200 in two complete months 20 came from those who had bought before.
    expect(finding(await flow())).to.equal(
      'As many customers leave as come: 2 in, 2 out in Feb 2024; in all, 10% of sales came from existing customers',
    );
  });

  it('says the same in Chinese', async () => {
    expect(finding(await flow('locale="zh-CN"'))).to.equal(
      '客户来去相当：2024年2月进来 2 位，流失 2 位；累计 10% 的销售额来自老客户',
    );
  });

  it('follows its measure: what was won and lost of sales', async () => {
    // 80 new and 5 more of a; 70 of c and d lost and 15 less of b.
    const chart = await flow('measure="revenue"');
    expect(finding(chart)).to.equal(
      'As much in sales is lost as won: 85.00 won, 85.00 lost in Feb 2024; in all, 10% of sales came from existing customers',
    );
    for (const part of ['expansion', 'contraction'])
      expect(chart.shadowRoot?.querySelector(`[data-key="2024-02-01|${part}"]`)).not.to.equal(null);
  });

  it('is switched to money and to other periods by hand', async () => {
    const chart = await flow();
    const told: unknown[] = [];
    chart.addEventListener('rfm-adjust', ({ detail }) => told.push([detail.property, detail.value]));
    [...inside(chart, '.picks').querySelectorAll('button')].at(-1)?.click();
    await until(() => finding(chart)?.startsWith('As much in sales is lost as won'));
    const list = inside<HTMLSelectElement>(chart, '[part=period]');
    expect(list.value).to.equal('month');
    list.value = 'week';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => inside(chart, '.description').textContent?.includes('by week'));
    expect(told).to.deep.equal([
      ['measure', 'revenue'],
      ['period', 'week'],
    ]);
  });

  it('says so where nobody came and nobody left, and gives no rates of nobody', async () => {
    const data = [bought('a', '2024-01-05', 10), bought('b', '2024-06-10', 10)];
    const chart = await flow('as-of="2024-05-20"', 800, data);
    expect(finding(chart)).to.equal(
      'Nobody came and nobody left in Apr 2024; in all, 0% of sales came from existing customers',
    );
    expect(inside(chart, '.foot').textContent).not.to.contain('Apr 2024:');
  });

  it('gives the rates of the last month that is over, and marks the one that is not', async () => {
    const foot = inside(await flow(), '.foot').textContent ?? '';
    expect(foot).to.contain('Feb 2024: quick ratio 1 (came by left), 50% of the month before bought again');
    expect(foot).to.contain('Hatched: Mar 2024 was not over on March 10, 2024');
  });

  it('says so where there is nothing to compare yet', async () => {
    const chart = await flow('', 800, DOOR.slice(0, 4));
    expect(finding(chart)).to.equal('4 customers, and no two complete months to compare yet');
  });

  it('selects those who came, stayed, left, spent more or less, and shows them against all', async () => {
    const chart = await flow();
    expect(await clicked(chart, '2024-02-01|lost')).to.deep.equal(['c', 'd']);
    await until(() => finding(chart)?.startsWith('Selected'));
    expect(textOf(chart)).to.contain('Lost, Feb 2024');
    // January's new are four, of whom two are selected.
    const bars = (key: string): number =>
      [...(chart.shadowRoot?.querySelectorAll<SVGRectElement>(`[data-key="${key}"]`) ?? [])].filter(
        ({ height }) => height.baseVal.value > 0,
      ).length;
    expect(bars('2024-01-01|new')).to.equal(2);
    expect(bars('2024-02-01|new')).to.equal(1);
    await press(chart, 'Escape');
    expect(await clicked(chart, '2024-02-01|retained')).to.deep.equal(['a', 'b']);
    const money = await flow('measure="revenue"');
    expect(await clicked(money, '2024-02-01|expansion')).to.deep.equal(['a']);
    expect(await clicked(money, '2024-02-01|contraction')).to.deep.equal(['b']);
  });

  it('walks the parts by arrow keys, aloud, and selects by Enter', async () => {
    const chart = await flow();
    await press(chart, 'Home');
    expect(await said(chart)).to.equal('Jan 2024, New 4, Net change +4');
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.contain('Feb 2024, ');
    await press(chart, 'End');
    expect(await said(chart)).to.contain('Mar 2024 (not over), Lost 3');
    const source = (chart as unknown as { work: { value: { source: Source } } }).work.value.source;
    await press(chart, 'Enter');
    await until(() => source.selection);
    expect((await source.selection?.customers.ids())?.sort()).to.deep.equal(['b', 'e', 'f']);
  });

  it('has all periods as a table', async () => {
    const chart = await flow('view="table"');
    const rows = [...inside(chart, '.sheet').querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(rows[2]).to.equal(
      'Feb 2024 | 4 | 2 | 2 | 0 | 2 | 0 | 80.00 | 20.00 | 0.00 | 70.00 | 5.00 | 15.00 | 0.00',
    );
    expect(rows[3]).to.contain('Mar 2024 (not over) | 1 |');
  });

  it('exports its rows and a picture with its finding', async () => {
    const chart = await flow();
    expect((await chart.toCsv()).split(/\r?\n/)[0]).to.contain('period,active,new,retained,reactivated,lost');
    const picture = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(picture.documentElement.textContent).to.contain('As many customers leave as come');
  });

  for (const period of ['week', 'quarter', 'year'])
    it(`follows period="${period}"`, async () => {
      const chart = await flow(`period="${period}"`);
      expect((await chart.result()).summary.period).to.equal(period);
      expect(textOf(chart)).to.contain(`by ${period}`);
    });

  for (const width of [280, 360, 800, 1600]) {
    it(`cuts no text at ${width} px`, async () => {
      const chart = await flow('measure="revenue"', width);
      expectWithin(chart);
    });
  }

  for (const theme of ['light', 'dark']) {
    for (const attributes of ['', 'view="table"', 'locale="zh-CN" measure="revenue"']) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        await expectAccessible(await flow(`theme="${theme}" ${attributes}`));
      });
    }
  }
});
