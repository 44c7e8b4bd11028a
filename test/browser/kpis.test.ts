import '../../src/define/kpis';
import '../../src/define/source';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, expectWithin, finding, press, said, texts } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-kpis'];

const kpis = (attributes = '', width = 800, data: readonly object[] = SALES): Promise<Chart> =>
  chartOf('rfm-kpis', data, attributes, width);

/** Of two large customers and ten small ones. */
const TWO = [
  { customer: 'Big', date: '2024-01-10', amount: 450 },
  { customer: 'Large', date: '2024-03-10', amount: 450 },
  ...Array.from({ length: 10 }, (_, i) => ({ customer: `s${i}`, date: '2024-02-10', amount: 10 })),
];

describe('rfm-kpis', () => {
  it('shows its figures in an svg that is part chart', async () => {
    const chart = await kpis();
    expect(inside(chart, '[part~=chart]').localName).to.equal('svg');
    // Seven customers, twelve orders, 1,000 in all.
    expect(texts(chart)).to.include.members(['Customers', '7', 'Orders', '12', '1,000', '83.33']);
    const { summary } = await chart.result();
    expect(summary.amount).to.equal(1000);
  });

  it('says which dates it compares, and what the last months added', async () => {
    // October to December brought 720 (145 + 200 + 70 + 300 + 5), the three months before 30.
    const chart = await kpis('compare="3"', 1100);
    expect(inside(chart, '.description').textContent).to.equal(
      'Figures as of December 31, 2024; changes: the last 3 months against the 3 months before, or against September 30, 2024',
    );
    expect(texts(chart)).to.include.members([
      '+720.00 in the last 3 months',
      '▲ 2,300% on the 3 months before',
    ]);
  });

  it('tells what was added before its change, so that no total seems to have grown by it', async () => {
    const chart = await kpis('compare="3"', 1100);
    const lines = texts(chart);
    const at = (text: string): number => lines.indexOf(text);
    expect(at('+720.00 in the last 3 months')).to.equal(at('1,000') + 1);
    expect(at('▲ 2,300% on the 3 months before')).to.equal(at('1,000') + 2);
  });

  it('says what of the rows used is in no figure: the refunds of those who only had refunds', async () => {
    const chart = await kpis('', 1100, [...SALES, { customer: 'Zed', date: '2024-06-01', amount: -50 }]);
    expect(texts(chart)).to.include('1,000');
    expect(inside(chart, '.foot').textContent).to.contain(
      '1 customer has refunds only and is in no figure: -50.00 of the 950.00 in the rows used.',
    );
  });

  it('warns where two customers bring nearly all, in the title, the tile and the foot', async () => {
    const chart = await kpis('', 800, TWO);
    expect(finding(chart)).to.equal('2 customers bring half of revenue');
    expect(inside(chart, '.foot .warning').textContent).to.equal(
      'Revenue rests on few: the largest customer brings 45%, the largest five 93%. From 10% or 25% on, losing one hurts.',
    );
    expect(texts(chart).some((text) => text.startsWith('⚠'))).to.equal(true);
  });

  it('says the same in Chinese', async () => {
    const chart = await kpis('locale="zh-CN"', 800, TWO);
    expect(finding(chart)).to.equal('2 位客户贡献一半收入');
    expect(texts(chart)).to.include('复购率');
  });

  it('says so where the data do not reach back, and compares nothing with compare="0"', async () => {
    const young = [{ customer: 'a', date: '2024-01-10', amount: 5 }];
    expect(textOf(await kpis('', 800, young))).to.contain('No comparison');
    const chart = await kpis('compare="0"');
    expect(texts(chart).some((text) => /[▲▼]/.test(text))).to.equal(false);
    expect(textOf(chart)).not.to.contain('No comparison');
  });

  it('refuses a period that is none', async () => {
    const place = stage('<rfm-kpis compare="1.5" locale="en"></rfm-kpis>');
    const chart = only(place, 'rfm-kpis');
    chart.data = [...SALES];
    const error = await chart.ready.catch((reason) => reason);
    expect(error.code).to.equal('invalid-option');
    expect(textOf(chart)).to.contain('compare');
  });

  it('walks the figures by arrow keys, aloud', async () => {
    const chart = await kpis('compare="0"');
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('Revenue: 1,000');
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('Customers: 7');
    await press(chart, 'Home', 'End');
    expect(await said(chart)).to.contain('Revenue concentration: ⚠ 98.5%, The largest 60%');
  });

  it('selects the customers behind a figure and shows theirs', async () => {
    const chart = await kpis();
    const told = new Promise<CustomEvent>((resolve) =>
      chart.addEventListener('rfm-select', resolve, { once: true }),
    );
    // Ada, Cyd and Eve bought more than once.
    inside<SVGElement>(chart, '[data-key=repeatRate]').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true }),
    );
    const { detail } = await told;
    expect((await detail.customers.ids()).sort()).to.deep.equal(['Ada', 'Cyd', 'Eve']);
    await until(() => texts(chart).includes('Selected 100%'));
    expect(texts(chart)).to.include.members(['Selected 3', 'Selected 820.00', 'Selected 8']);
    await press(chart, 'Escape');
    await until(() => !texts(chart).some((text) => text.startsWith('Selected')));
  });

  it('has the same figures as a table, and the months behind them', async () => {
    const chart = await kpis('view="table" compare="3"');
    const rows = [...inside(chart, '.sheet').querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(rows).to.contain('Customers | 7 | 5 | 2 | ');
    expect(rows.some((row) => row.startsWith('Dec 2024 | 375.00'))).to.equal(true);
  });

  it('exports its figures and its picture', async () => {
    const chart = await kpis();
    const lines = (await chart.toCsv()).trim().split(/\r?\n/);
    expect(lines.slice(0, 2)).to.deep.equal(['kpi,value', 'customers,7']);
    const picture = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(picture.querySelector('parsererror')).to.equal(null);
    expect((await chart.toPng()).type).to.equal('image/png');
  });

  for (const width of [280, 360, 800, 2400]) {
    it(`cuts no text at ${width} px`, async () => {
      const chart = await kpis('', width);
      expectWithin(chart);
      expect(texts(chart).some((text) => text.includes('…'))).to.equal(false);
    });
  }

  for (const theme of ['light', 'dark']) {
    for (const attributes of ['', 'view="table"', 'locale="zh-CN"']) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        await expectAccessible(await kpis(`theme="${theme}" ${attributes}`));
      });
    }
  }
});
