import '../../src/define/quadrant';
import { expect } from 'chai';
import type { RfmSelectEvent } from '../../src/elements/events';
import { expectAccessible } from './support/axe';
import { chartOf, press } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-quadrant'];

// Values 600, 20, 120, 10, 100, 5 and 145: 1,000 in all, the mean 142.857.
const quadrant = (attributes = '', width = 800): Promise<Chart> =>
  chartOf('rfm-quadrant', SALES, attributes, width);

describe('rfm-quadrant', () => {
  it('shows its picture on a canvas that is part chart', async () => {
    const chart = await quadrant();
    expect(inside(chart, '[part~=chart]').localName).to.equal('canvas');
  });

  it('says what platinum customers bring', async () => {
    // Momentum with h = 182, m = 250/7 and G = 3: Ada 1,128, the one with a tag for a name 254, Cyd 162, Eve 113,
    // Ben 26, Dov 14, =1+1 8. Ada alone has a current value above 200: 600 of 1,000.
    const chart = await quadrant('split="200,100"');
    expect(inside(chart, '.finding').textContent).to.equal(
      '1 platinum customer (14.3%) brings 60% of current value; 3 iron could grow',
    );
  });

  it('says so where nobody stands above both splits', async () => {
    const chart = await quadrant('split="100000,100000"');
    expect(inside(chart, '.finding').textContent).to.equal('None of 7 customers stands above both splits');
  });

  it('names each tier with its customers and shares on the plane', async () => {
    const chart = await quadrant('split="50,100"');
    const words = inside(chart, '.plot').textContent?.replace(/\s+/g, ' ') ?? '';
    expect(words).to.contain('Platinum');
    // Ada, Cyd, Eve and the one with a tag for a name: 965 of 1,000.
    expect(words).to.contain('4 customers · 57.1%');
    expect(words).to.contain('96.5% of value');
  });

  it('puts the figures in a table under the plane where it is narrow', async () => {
    const chart = await quadrant('split="200,10"', 320);
    const words = inside(chart, '.plot').textContent?.replace(/\s+/g, ' ') ?? '';
    expect(words).to.contain('Of value');
    expect(words).to.contain('14.3%');
  });

  it('walks the tiers by arrow keys, aloud, and is one stop for Tab', async () => {
    const chart = await quadrant('split="200,10"');
    expect(chart.shadowRoot?.querySelectorAll('.plot [tabindex]')).to.have.length(0);
    const said = (): string => inside(chart, '[aria-live]').textContent ?? '';
    await press(chart, 'ArrowRight');
    await chart.updateComplete;
    expect(said()).to.contain('Gold');
    await press(chart, 'ArrowRight');
    await chart.updateComplete;
    expect(said()).to.equal(
      'Platinum: 1 customer, 14.3% of customers, 60% of current value. Make them partners and give them dedicated care',
    );
    expect(inside(chart, '.tip').textContent).to.contain('Platinum');
    await press(chart, 'Escape');
    await chart.updateComplete;
    expect(chart.shadowRoot?.querySelector('.tip')).to.equal(null);
  });

  it('chooses a tier by Enter and tells the page who is in it; Escape takes it back', async () => {
    const chart = await quadrant('split="200,10"');
    const told: RfmSelectEvent[] = [];
    document.addEventListener('rfm-select', (event) => told.push(event), {
      signal: AbortSignal.timeout(5000),
    });
    await press(chart, 'ArrowRight');
    await press(chart, 'ArrowRight');
    await press(chart, 'Enter');
    const chosen = await until(() => told[0]);
    expect(chosen.detail.origin).to.equal('rfm-quadrant');
    expect(chosen.detail.customers.count).to.equal(1);
    expect(await chosen.detail.customers.ids()).to.deep.equal(['Ada']);
    await press(chart, 'Escape');
    const cleared = await until(() => told[1]);
    expect(cleared.detail.customers.count).to.equal(0);
  });

  it('shows the figures of the customer under the pointer, and their name as text', async () => {
    const chart = await quadrant();
    const box = inside(chart, '.plot').getBoundingClientRect();
    const tips = new Set<string>();
    for (let x = 0; x < box.width; x += 8) {
      for (let y = 0; y < box.height; y += 8) {
        const at = { clientX: box.left + x, clientY: box.top + y, bubbles: true, composed: true };
        inside(chart, '.plot').dispatchEvent(new PointerEvent('pointermove', at));
        await chart.updateComplete;
        const tip = chart.shadowRoot?.querySelector('.tip strong')?.textContent;
        if (tip) tips.add(tip);
      }
    }
    expect(tips).to.contain('Ada');
    expect(tips).to.contain('<img src=x onerror=alert(1)>');
  });

  it('says how potential was told, and why it was told in another way', async () => {
    const chart = await quadrant();
    expect(inside(chart, '.foot').textContent).to.contain('Potential: momentum of recent spend, 365 days.');
    expect(inside(chart, '.foot').textContent).to.contain('High begins above the mean');
  });

  for (const theme of ['light', 'dark']) {
    for (const attributes of [
      '',
      'view="table"',
      'heading="Who is worth what"',
      'split="sideways"',
      'locale="zh-CN"',
    ]) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        const chart = await quadrant(`theme="${theme}" ${attributes}`).catch(() => null);
        await expectAccessible(chart ?? only(document, 'rfm-quadrant'));
      });
    }
  }

  it('is accessible while its definition is open, and before it has data', async () => {
    const chart = await quadrant();
    inside(chart, '[part=definition-button]').click();
    await chart.updateComplete;
    await expectAccessible(chart);
    await expectAccessible(only(stage('<rfm-quadrant></rfm-quadrant>'), 'rfm-quadrant'));
    expect(textOf(chart)).to.contain('SQL');
  });
});
