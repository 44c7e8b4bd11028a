import '../../src/define/segments';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, expectWithin, finding, press, said, texts } from './support/chart';
import { inside, only, stage, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-segments'];

/** Twenty customers: c1 bought once in January, each later one more often, for more, and more recently. */
const SHOP = Array.from({ length: 20 }, (_, i) =>
  Array.from({ length: i + 1 }, (_, order) => ({
    customer: `c${i + 1}`,
    date: new Date(Date.UTC(2024, 0, 1 + 9 * i + (order % 5))).toISOString().slice(0, 10),
    amount: 10 + i,
  })),
).flat();

const segments = (attributes = '', width = 800): Promise<Chart> =>
  chartOf('rfm-segments', SHOP, attributes, width);

function button(chart: Chart, text: string): HTMLButtonElement {
  const buttons = [...(chart.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((one) => one.textContent?.trim() === text);
  if (!found) throw new Error(`no button ${text}`);
  return found;
}

const rulesRows = (chart: Chart): string[] =>
  [...inside(chart, '.rules tbody').querySelectorAll('tr')].map(
    (row) => row.querySelector('input')?.value ?? '',
  );

describe('rfm-segments', () => {
  for (const layout of ['treemap', 'bars', 'grid']) {
    it(`shows its ${layout} as an svg that is part chart`, async () => {
      const chart = await segments(`layout="${layout}"`);
      expect(inside(chart, '[part~=chart]').localName).to.equal('svg');
      expect(texts(chart)).to.include('Champions');
    });
  }

  it('says who brings most, and how many good customers are about to leave', async () => {
    const chart = await segments();
    const { summary } = await chart.result();
    const champions = summary.segments.find(({ segment }) => segment === 'champions');
    expect(champions?.customers).to.be.greaterThan(0);
    expect(finding(chart)).to.match(/^Champions: [\d.]+% of customers bring [\d.]+% of revenue/);
  });

  it('says the same in Chinese, with what to do', async () => {
    const chart = await segments('locale="zh-CN"');
    expect(finding(chart)).to.match(/^冠军客户占客户的 [\d.]+%，贡献 [\d.]+% 的收入/);
    expect(textOf(chart)).to.contain('矩形树图');
  });

  it('tells the change of shares since an earlier date, and nothing with compare="0"', async () => {
    const chart = await segments('layout="bars" compare="1"');
    // The last purchase is on 25 June.
    expect(inside(chart, '.description').textContent).to.contain('change since May 24, 2024');
    const { before } = await chart.result();
    const customers = before?.reduce((sum, one) => sum + one.customers, 0);
    expect(customers).to.be.lessThan(20);
    expect(texts(chart).some((text) => /^[▲▼=] [\d.]+ pts$/.test(text))).to.equal(true);
    const then = await segments('as-of="2024-05-24" compare="0"');
    const [now, was] = await Promise.all(
      [chart, then].map(async (one) => (await one.result()).summary.segments),
    );
    const share = (of: typeof now): number =>
      of?.find(({ segment }) => segment === 'champions')?.amountShare ?? 0;
    const points = Math.abs(share(now) - share(was)) * 100;
    chart.view = 'table';
    await chart.updateComplete;
    const head = [...inside(chart, '[part=table]').querySelectorAll('th')].map(
      ({ textContent }) => textContent,
    );
    const champions = [...inside(chart, '[part=table]').querySelectorAll('tbody tr')].find((row) =>
      row.textContent?.includes('Champions'),
    );
    const cell = champions?.children[head.indexOf('Change, revenue')]?.textContent ?? '';
    expect(Number(/[\d.]+/.exec(cell)?.[0])).to.be.closeTo(points, 0.051);
    const alone = await segments('layout="bars" compare="0"');
    expect(texts(alone).some((text) => text.includes('pts'))).to.equal(false);
    const early = await segments('compare="24"');
    expect(textOf(early)).to.contain('No change shown');
  });

  it('lets the host say what to do', async () => {
    const chart = await segments('layout="bars"');
    chart.actions = { champions: 'Send the brochure.' };
    await chart.updateComplete;
    expect(texts(chart)).to.include('Send the brochure.');
    expect(texts(chart).some((text) => text.startsWith('Reward them'))).to.equal(false);
  });

  it('selects a segment by a click, and shows the selected against the whole', async () => {
    for (const layout of ['treemap', 'bars', 'grid']) {
      const chart = await segments(`layout="${layout}"`);
      const { summary } = await chart.result();
      const champions = summary.segments.find(({ segment }) => segment === 'champions')?.customers;
      const told = new Promise<CustomEvent>((resolve) =>
        chart.addEventListener('rfm-select', resolve, { once: true }),
      );
      const key = layout === 'grid' ? '5:5' : 'champions';
      inside<SVGElement>(chart, `[data-key="${key}"]`).dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true }),
      );
      const { detail } = await told;
      expect(detail.description).to.equal('Champions');
      expect(detail.customers.count).to.equal(champions);
      await until(() => finding(chart)?.startsWith('Selected'));
      await press(chart, 'Escape');
      await until(() => !finding(chart)?.startsWith('Selected'));
    }
  });

  it('walks the segments by arrow keys, aloud', async () => {
    const chart = await segments('layout="bars" compare="0"');
    await press(chart, 'Home');
    const first = await said(chart);
    expect(first).to.match(/^Champions: \d+ customers · [\d.]+%, [\d.]+% of revenue\. Reward them/);
    await press(chart, 'ArrowDown');
    expect(await said(chart)).not.to.equal(first);
  });

  it('is switched between its layouts by the reader', async () => {
    const chart = await segments();
    button(chart, 'Grid').click();
    await chart.updateComplete;
    expect(chart.layout).to.equal('grid');
    expect(chart.getAttribute('layout')).to.equal('grid');
    expect(chart.shadowRoot?.querySelector('[data-key="5:5"]')).not.to.equal(null);
  });

  it('refuses a layout that is none', async () => {
    const place = stage('<rfm-segments layout="pie" locale="en"></rfm-segments>');
    const chart = only(place, 'rfm-segments');
    chart.data = [...SHOP];
    const error = await chart.ready.catch((reason) => reason);
    expect(error.code).to.equal('invalid-option');
  });

  it('follows scheme and bins', async () => {
    expect(texts(await segments('scheme="mean8" layout="bars"'))).to.include('Important: keep close');
    const chart = await segments('bins="3" layout="grid"');
    expect((await chart.result()).summary.thresholds.r).to.have.length(2);
  });

  it('edits rules with their coverage at every step, applies them and tells the page', async () => {
    const chart = await segments();
    button(chart, 'Edit rules').click();
    await chart.updateComplete;
    expect(rulesRows(chart)).to.have.length(11);
    expect(inside(chart, '.coverage').textContent).to.contain('125 of 125 codes covered, 20 customers.');
    // Without the last two some codes are left to others.
    for (const name of ['Remove Lost', 'Remove Hibernating']) {
      inside<HTMLButtonElement>(chart, `[aria-label="${name}"]`).click();
      await chart.updateComplete;
    }
    expect(inside(chart, '.coverage').textContent).to.contain('left to Others');
    const input = inside<HTMLInputElement>(chart, '.rules input');
    input.value = 'Best';
    input.dispatchEvent(new Event('change'));
    await chart.updateComplete;
    const told = new Promise<CustomEvent>((resolve) =>
      chart.addEventListener('rfm-adjust', resolve, { once: true }),
    );
    button(chart, 'Apply').click();
    expect((await told).detail.value[0].segment).to.equal('Best');
    await chart.ready;
    const { summary } = await chart.result();
    expect(summary.segments.map(({ segment }) => segment)).to.include.members(['Best', 'others']);
    expect(texts(chart)).to.include('Best');
    button(chart, 'Edit rules').click();
    await chart.updateComplete;
    expect(rulesRows(chart)).to.have.length(9);
    button(chart, 'Begin from the starter set').click();
    await chart.updateComplete;
    expect(rulesRows(chart)).to.have.length(11);
    button(chart, 'Back to the scheme').click();
    await chart.ready;
    expect((await chart.result()).summary.segments.map(({ segment }) => segment)).to.include('champions');
  });

  it('says so of a rule that never wins, and of one without a name', async () => {
    const chart = await segments();
    chart.rules = [
      { segment: 'All', r: [1, 5], f: [1, 5], m: [1, 5] },
      { segment: 'None', r: [1, 1], f: [1, 5], m: [1, 5] },
    ];
    await chart.ready;
    button(chart, 'Edit rules').click();
    await chart.updateComplete;
    expect(inside(chart, '.rules').textContent).to.contain('never wins: all its codes go to All');
    const input = inside<HTMLInputElement>(chart, '.rules input');
    input.value = '';
    input.dispatchEvent(new Event('change'));
    await chart.updateComplete;
    expect(button(chart, 'Apply').disabled).to.equal(true);
    expect(inside(chart, '.rules').textContent).to.contain('Each rule needs a name.');
    await expectAccessible(chart);
  });

  it('has the same numbers as a table, and what to do', async () => {
    const chart = await segments('view="table" compare="0"');
    const head = [...inside(chart, '.sheet').querySelectorAll('th')].map((cell) => cell.textContent?.trim());
    expect(head).to.include.members(['Segment', 'Customers', 'Share of revenue', 'What to do']);
    expect(inside(chart, '.sheet').textContent).to.contain('Reward them');
  });

  it('exports its rows and a picture with its finding', async () => {
    const chart = await segments();
    expect((await chart.toCsv()).split(/\r?\n/)[0]).to.contain('customer,recency_days');
    const picture = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(picture.documentElement.textContent).to.contain('Champions');
  });

  for (const layout of ['treemap', 'bars', 'grid']) {
    for (const width of [280, 360, 800, 1600]) {
      it(`cuts no text of its ${layout} at ${width} px`, async () => {
        const chart = await segments(`layout="${layout}"`, width);
        expectWithin(chart);
        expect(texts(chart).join('\n')).not.to.contain('…');
      });
    }
    for (const theme of ['light', 'dark'])
      it(`is accessible: ${layout} ${theme}`, async () => {
        await expectAccessible(await segments(`layout="${layout}" theme="${theme}"`));
      });
  }
});
