import '../../src/define/whatif';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, expectWithin, finding } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, textOf, until } from './support/stage';

type WhatIf = HTMLElementTagNameMap['rfm-whatif'];

/**
 * Ten customers buy for 100 in January; five of them again in February, none in March, so that the rate of the first
 * month is a half and that of the second none.
 */
const HALF = [
  ...Array.from({ length: 10 }, (_, i) => ({ customer: `c${i}`, date: '2024-01-15', amount: 100 })),
  ...Array.from({ length: 5 }, (_, i) => ({ customer: `c${i}`, date: '2024-02-15', amount: 100 })),
  { customer: 'late', date: '2024-03-31', amount: 0 },
];

const whatIf = (attributes = '', width = 800, data: readonly object[] = HALF): Promise<WhatIf> =>
  chartOf('rfm-whatif', data, attributes, width);

describe('rfm-whatif', () => {
  it('says what five points bring, with a picture of both', async () => {
    const element = await whatIf('horizon-periods="1" margin="0.5" discount-rate="0"');
    // Of eleven customers a half buys for 100 again, with ten points more 6.6: 1.1 times 100.
    element.retentionPoints = 0.1;
    await element.ready;
    expect(finding(element)).to.equal(
      '10 more points of retention bring 110.00 in 1 month, 55.00 of it profit',
    );
    const chart = inside(element, '[part~=chart]');
    expect(chart.localName).to.equal('svg');
    expect(chart.textContent).to.contain('+10 points');
    expect(chart.textContent).to.contain('as it is');
  });

  it('follows its sliders', async () => {
    const element = await whatIf('', 800, SALES);
    const slider = inside<HTMLInputElement>(element, '[data-name=retentionPoints] input');
    slider.value = '12';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await element.ready;
    expect(element.retentionPoints).to.equal(0.12);
    expect(finding(element)).to.contain('12 more points');
    slider.value = '0';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await element.ready;
    expect(finding(element)).to.equal('Without a change in retention nothing changes');
    slider.value = '-5';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await element.ready;
    expect(finding(element)).to.contain('5 points of retention less cost');
  });

  it('writes its assumptions out, and calls the cost ratio folklore', async () => {
    const element = await whatIf('cost-ratio="5" keep-cost="2"');
    const text = textOf(element);
    expect(text).to.contain('winning a customer costs 5 times as much as keeping one is folklore');
    expect(text).to.contain('The data reach to month');
    expect(text).to.contain('5 × 2.00 each');
  });

  it('shows profit or customers in the place of revenue', async () => {
    const element = await whatIf();
    for (const button of element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.controls button') ?? [])
      if (button.textContent === 'Customers') button.click();
    await element.ready;
    expect(inside(element, '[part~=chart]').textContent).to.contain('Customers who buy in the month');
  });

  it('walks the months by arrow keys, aloud', async () => {
    const element = await whatIf('horizon-periods="2" retention-points="0"');
    inside(element, '.plot').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
    );
    await element.updateComplete;
    expect(inside(element, '[aria-live]').textContent).to.contain('Month 1: ');
  });

  it('has its figures as a table, as CSV and as a picture', async () => {
    const element = await whatIf('view="table" horizon-periods="3"');
    expect(inside(element, '.sheet').querySelectorAll('table:last-of-type tbody tr')).to.have.length(3);
    expect((await element.toCsv()).split('\r\n')).to.have.length(5);
    expect(await element.toSvg()).to.contain('points of retention');
  });

  it('refuses a margin that is none', async () => {
    const element = await whatIf('margin="30"').catch(() => only(document, 'rfm-whatif'));
    await until(() => textOf(element).includes('margin'));
  });

  it('speaks Chinese', async () => {
    const element = await whatIf('locale="zh-CN"');
    await until(() => finding(element)?.includes('留存率提高 5 个百分点'));
    expect(textOf(element)).to.contain('只是流传的说法');
  });

  for (const width of [280, 360, 800, 1400]) {
    it(`cuts no text at ${width} px`, async () => {
      const element = await whatIf('', width, SALES);
      expectWithin(element, '.controls > *, .slider, .gains dd, [part~=chart] text');
    });
  }

  for (const attributes of [
    'theme="light"',
    'theme="dark"',
    'view="table"',
    'margin="30"',
    'locale="zh-CN"',
  ]) {
    it(`is accessible: ${attributes}`, async () => {
      await expectAccessible(await whatIf(attributes).catch(() => only(document, 'rfm-whatif')));
    });
  }
});
