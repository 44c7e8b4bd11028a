import '../../src/define/scatter';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-scatter'];

const scatter = (attributes = '', width = 800): Promise<Chart> =>
  chartOf('rfm-scatter', SALES, attributes, width);

function ink(chart: Chart): number {
  const canvas = inside<HTMLCanvasElement>(chart, 'canvas');
  const context = canvas.getContext('2d');
  const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let painted = 0;
  for (let index = 3; index < data.length; index += 4) if (data[index]) painted++;
  return painted;
}

describe('rfm-scatter', () => {
  it('gives every customer as its result', async () => {
    const result = await (await scatter()).result();
    expect(result.rows().map((row) => row.customer)).to.include.members([
      'Ada',
      'Ben',
      'Cyd',
      'Dov',
      'Eve',
      '=1+1',
    ]);
    expect(result.summary.customers).to.equal(7);
  });

  it('says which segment brings the most, against its share of customers', async () => {
    const chart = await scatter();
    const { segments } = (await chart.result()).summary;
    const first = segments.find((one) => one.amount === Math.max(...segments.map(({ amount }) => amount)));
    expect(first?.segment).to.equal('champions');
    expect(inside(chart, '.finding').textContent).to.match(
      /^Champions are [\d.]+% of customers and bring [\d.]+% of revenue$/,
    );
  });

  it('names the lane of those who bought once with their share', async () => {
    // Ben, Dov, =1+1 and the one with a tag for a name: 4 of 7.
    const chart = await scatter();
    expect(inside(chart, '.plot').textContent).to.contain('One order: 57.1% of customers');
  });

  it('takes any two measures, and a third as size', async () => {
    const chart = await scatter('x="monetary" y="score" size="frequency"');
    expect(textOf(chart)).to.contain('RFM score against monetary value');
    expect(textOf(chart)).to.contain('Size: frequency');
  });

  it('refuses a measure there is none of, in words', async () => {
    const place = stage('<rfm-scatter x="height"></rfm-scatter>');
    const chart = only(place, 'rfm-scatter');
    chart.data = SALES;
    const error = await chart.ready.catch((reason) => reason);
    expect(error.code).to.equal('invalid-option');
    expect(textOf(chart)).to.contain('recency, frequency, monetary, score');
  });

  it('takes own segments and own breaks, and gives each its own colour', async () => {
    const chart = await scatter('r-breaks="10,100,200,300"');
    expect((await chart.result()).summary.thresholds.r).to.deep.equal([10, 100, 200, 300]);
    chart.rules = [
      { segment: 'fresh', r: [5, 5], f: [1, 5], m: [1, 5] },
      { segment: 'stale', r: [1, 4], f: [1, 5], m: [1, 5] },
    ];
    await chart.ready;
    const items = [...(chart.shadowRoot?.querySelectorAll('.legend button') ?? [])];
    // Ada and =1+1 bought within ten days.
    expect(items.map((item) => item.textContent?.trim().replace(/\s+/g, ' '))).to.deep.equal([
      'fresh 28.6%',
      'stale 71.4%',
    ]);
    const colors = items.map(
      (item) => getComputedStyle(item.querySelector('.swatch') as Element).backgroundColor,
    );
    expect(new Set(colors).size).to.equal(2);
  });

  it('hides a segment from the legend, and shows it again', async () => {
    const chart = await scatter();
    const all = ink(chart);
    const button = inside(chart, '.legend button');
    button.click();
    await until(() => ink(chart) < all);
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    await until(() => ink(chart) === all);
  });

  it('names the colours in an export, where no legend stands beside it', async () => {
    const chart = await scatter();
    const file = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect([...file.querySelectorAll('text')].map((text) => text.textContent)).to.include('Champions');
  });

  it('walks the segments by arrow keys and says what each brings', async () => {
    const chart = await scatter();
    const plot = inside(chart, '.plot');
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    await chart.updateComplete;
    expect(inside(chart, '[aria-live]').textContent).to.match(
      /^Champions: 1 customer, 14.3% of customers, 60% of revenue$/,
    );
  });

  for (const theme of ['light', 'dark']) {
    for (const attributes of ['', 'view="table"', 'y="monetary"', 'locale="zh-CN"']) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        await expectAccessible(await scatter(`theme="${theme}" ${attributes}`));
      });
    }
  }
});
