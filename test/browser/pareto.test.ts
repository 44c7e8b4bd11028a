import '../../src/define/pareto';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, expectWithin, finding, press, said } from './support/chart';
import type { Sale } from './support/sales';
import { inside, only, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-pareto'];

/** One purchase for each amount; below nothing, a free purchase and a refund. */
function bought(amounts: readonly number[]): Sale[] {
  return amounts.flatMap((amount, i) => {
    const row = { customer: `c${i}`, date: '2024-01-31', amount };
    return amount < 0 ? [{ ...row, amount: 0 }, row] : [row];
  });
}

/** 100 in all: the top two bring 68, the top four 82, the top eight 97. */
const UNEQUAL = bought([40, 28, 8, 6, 5, 4, 3, 3, 2, 1]);

const pareto = (data: Sale[] = UNEQUAL, attributes = '', width = 800): Promise<Chart> =>
  chartOf('rfm-pareto', data, attributes, width);

/** Where the plane of the picture lies on the page, read from the guides of the crossing. */
function plotOf(chart: Chart): { left: number; right: number; top: number; bottom: number } {
  const box = inside(chart, '.plot').getBoundingClientRect();
  const lines = [...inside(chart, '[part~=chart]').querySelectorAll('line')];
  const equality = lines.find((line) => line.getAttribute('stroke-dasharray') === '1 4');
  const { x1, x2, y1, y2 } = equality as SVGLineElement;
  return {
    left: box.left + x1.baseVal.value,
    right: box.left + x2.baseVal.value,
    top: box.top + y2.baseVal.value,
    bottom: box.top + y1.baseVal.value,
  };
}

type At = readonly [x: number, y: number];

function point(chart: Chart, type: string, pointerType: string, [clientX, clientY]: At): void {
  const how = { pointerId: 1, isPrimary: true, pointerType, button: 0, bubbles: true, composed: true };
  inside(chart, '.plot').dispatchEvent(new PointerEvent(type, { ...how, clientX, clientY }));
}

/** Presses at `from`, unless it is pressed already, and moves to `to`. */
function drag(chart: Chart, pointerType: string, from: At | null, to: At): void {
  if (from) point(chart, 'pointerdown', pointerType, from);
  point(chart, 'pointermove', pointerType, to);
}

function drop(chart: Chart, pointerType: string, [clientX, clientY]: At): void {
  point(chart, 'pointerup', pointerType, [clientX, clientY]);
  inside(chart, '.plot').dispatchEvent(
    new MouseEvent('click', { clientX, clientY, bubbles: true, composed: true }),
  );
}

describe('rfm-pareto', () => {
  it('shows its picture as an svg that is part chart', async () => {
    expect(inside(await pareto(), '[part~=chart]').localName).to.equal('svg');
  });

  it('says what the top fifth bring, and how many bring 80 %', async () => {
    expect(finding(await pareto())).to.equal('The top 20% of customers bring 68% of revenue; 80% takes 40%');
  });

  it('says the same in Chinese', async () => {
    expect(finding(await pareto(UNEQUAL, 'locale="zh-CN"'))).to.equal(
      '前 20% 的客户贡献 68% 的收入；达到 80% 需要 40% 的客户',
    );
  });

  it('says so where the rule of 80/20 does not hold', async () => {
    expect(finding(await pareto(bought(Array.from({ length: 10 }, () => 10))))).to.equal(
      '20% of customers bring 20% of revenue: the 80/20 rule does not hold here',
    );
  });

  it('speaks of the largest where there are too few for a fifth', async () => {
    expect(finding(await pareto(bought([60, 30, 10])))).to.equal(
      'The largest of 3 customers brings 60% of revenue',
    );
    expect(finding(await pareto(bought([60])))).to.equal('One customer brings all revenue');
  });

  it('shows the hump of a whale, says what the rest cost, and gives no Gini coefficient', async () => {
    // Nine bring 20 each, one takes 80 back: 180 of 100.
    const chart = await pareto(bought([20, 20, 20, 20, 20, 20, 20, 20, 20, -80]));
    expect(finding(chart)).to.equal(
      'The best 90% of customers bring 180% of revenue; the rest cost 80% of it',
    );
    expect(inside(chart, '[part~=chart]').textContent).to.contain('Peak 180% at 90%');
    expect(inside(chart, '.foot').textContent).to.contain(
      'No Gini coefficient: 1 customer has negative revenue.',
    );
  });

  it('says in a sentence that shares of nothing mean nothing', async () => {
    const chart = await pareto(bought([10, -10]));
    expect(finding(chart)).to.contain('comes to 0');
  });

  it('names the classes with their counts and the Gini coefficient', async () => {
    // Gini: 2 x 834 / 1000 - 1.1 = 0.568.
    const chart = await pareto();
    expect(inside(chart, '.foot').textContent).to.contain('Gini coefficient 0.57');
    const texts = [...inside(chart, '[part~=chart]').querySelectorAll('text')].map((text) =>
      text.textContent?.trim(),
    );
    for (const letter of ['A', 'B', 'C']) expect(texts).to.contain(letter);
    expect(texts.filter((text) => text === '4')).to.have.length(2);
  });

  it('follows its target and its classes', async () => {
    const chart = await pareto(UNEQUAL, 'target="0.5" abc="0.4,0.7"');
    expect(finding(chart)).to.equal('The top 20% of customers bring 68% of revenue; 50% takes 20%');
    expect(inside(chart, '.foot').textContent).to.contain('A: the first 40%, B: from 40% to 70%');
    const { summary } = await chart.result();
    expect(summary.classes.map(({ items }) => items)).to.deep.equal([1, 2, 7]);
  });

  it('walks the curve by arrow keys, aloud', async () => {
    const chart = await pareto(bought([30, 20, 10, 10, 5, 5, 5, 5, 5, 5]));
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('The top 10% bring 30% of revenue, 1 customer');
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('The top 20% bring half of revenue, 2 customers');
    await press(chart, 'ArrowLeft');
    expect(await said(chart)).to.contain('The top 10%');
    await press(chart, 'End');
    expect(await said(chart)).to.equal('The top 100% bring 100% of revenue, 10 customers');
    await press(chart, 'Escape');
    expect(await said(chart)).to.equal('');
  });

  it('walks the share of the value by the other arrows, aloud', async () => {
    const chart = await pareto(bought([50, 20, 10, 10, 10]));
    await press(chart, 'ArrowUp');
    expect(await said(chart)).to.equal('1% of revenue comes from the top 0.4%, 1 customer');
    for (let i = 0; i < 5; i++) await press(chart, 'PageUp');
    await press(chart, 'ArrowDown');
    expect(await said(chart)).to.equal('Half of revenue comes from the top 20%, 1 customer');
    await press(chart, 'ArrowUp');
    expect(await said(chart)).to.equal('51% of revenue comes from the top 21%, 2 customers');
    await press(chart, 'Escape');
    expect(await said(chart)).to.equal('');
  });

  for (const pointerType of ['mouse', 'touch'])
    it(`lets a cursor be dragged along the items: ${pointerType}`, async () => {
      const chart = await pareto();
      const { left, right, bottom } = plotOf(chart);
      const at = (share: number): number => left + share * (right - left);
      drag(chart, pointerType, [at(0.9), bottom - 60], [at(0.2), bottom - 60]);
      await chart.updateComplete;
      expect(inside(chart, '.tip strong').textContent).to.equal('The top 20% bring 68% of revenue');
      expect(await said(chart)).to.equal('');
      drop(chart, pointerType, [at(0.2), bottom - 60]);
      expect(await said(chart)).to.equal('The top 20% bring 68% of revenue, 2 customers');
      // A drag is no click: no class is chosen.
      expect(chart.shadowRoot?.querySelector('.chip')).to.equal(null);
    });

  it('lets a cursor be dragged along the value', async () => {
    const chart = await pareto(bought([50, 20, 10, 10, 10]));
    const { left, top, bottom } = plotOf(chart);
    const at = (share: number): number => bottom - share * (bottom - top);
    drag(chart, 'touch', [left - 20, at(0.9)], [left - 20, at(0.5)]);
    drop(chart, 'touch', [left - 20, at(0.5)]);
    expect(await said(chart)).to.equal('Half of revenue comes from the top 20%, 1 customer');
  });

  it('goes on with the new curve where the data are replaced in the middle of a drag', async () => {
    const chart = await pareto();
    const { left, right, bottom } = plotOf(chart);
    const middle = (left + right) / 2;
    drag(chart, 'mouse', [right - 5, bottom - 60], [middle, bottom - 60]);
    chart.data = bought([70, 10, 10, 10]);
    await chart.ready;
    expect(chart.shadowRoot?.querySelector('.tip')).to.equal(null);
    drag(chart, 'mouse', null, [middle, bottom - 60]);
    drop(chart, 'mouse', [middle, bottom - 60]);
    expect(await said(chart)).to.equal('The top 50% bring 80% of revenue, 2 customers');
  });

  it('draws a second period beside it, and says which', async () => {
    const rows = [
      ...UNEQUAL,
      { customer: 'c0', date: '2023-01-31', amount: 30 },
      { customer: 'c1', date: '2023-01-31', amount: 10 },
    ];
    const chart = await pareto(rows, 'compare="2023-12-31"');
    expect(inside(chart, '.foot').textContent).to.contain(
      'Broken line: Up to Dec 31, 2023, 2 customers, of whom the top 20% bring 30%.',
    );
    expect(inside(chart, '[part~=chart] path[stroke-dasharray]')).to.be.instanceOf(SVGPathElement);
    chart.view = 'table';
    await chart.updateComplete;
    expect(inside(chart, '.sheet thead').textContent).to.contain('Up to Dec 31, 2023');
  });

  it('draws a segment of a period beside it, and says which', async () => {
    const rows = [...UNEQUAL, { customer: 'c0', date: '2023-01-31', amount: 30 }];
    const chart = await pareto(rows, 'compare="segment:champions 2024-01-01..2024-12-31"');
    expect(inside(chart, '.foot').textContent).to.match(
      /Broken line: Champions, Jan 1, 2024 to (Jan 31|Dec 31), 2024, \d+ customers?/,
    );
  });

  it('offers what is ranked and by what, where the data have more than one of either', async () => {
    expect((await pareto()).shadowRoot?.querySelector('.legend')).to.equal(null);
    const rows = UNEQUAL.map((row, i) => ({ ...row, region: i < 2 ? 'north' : 'south' }));
    const chart = await pareto(rows, 'dimensions="region"');
    const told: unknown[] = [];
    chart.addEventListener('rfm-adjust', ({ detail }) => told.push([detail.property, detail.value]));
    const choose = async (part: string, value: string): Promise<void> => {
      const select = inside<HTMLSelectElement>(chart, `select[part=${part}]`);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await chart.ready;
    };
    await choose('of', 'region');
    expect(finding(chart)).to.equal('The largest of 2 region values brings 68% of revenue');
    await choose('value', 'orders');
    expect((await chart.result()).definition.options).to.include({ of: 'region', value: 'orders' });
    expect(told).to.deep.equal([
      ['of', 'region'],
      ['value', 'orders'],
    ]);
  });

  it('draws the selected among themselves beside it', async () => {
    const chart = await pareto(UNEQUAL, 'compare="selection"');
    expect(inside(chart, '.foot').textContent).to.contain('Nobody is selected');
    await press(chart, 'Home');
    await press(chart, 'Enter');
    await until(() => inside(chart, '.foot').textContent?.includes('Broken line'));
    expect(inside(chart, '.foot').textContent).to.contain(
      'Broken line: Selected, among themselves, 4 customers, of whom the top 20% bring 39%.',
    );
  });

  it('says what it cannot compare with', async () => {
    const chart = await pareto(UNEQUAL, 'compare="last year"').catch(() => null);
    expect(chart).to.equal(null);
    expect(textOf(only(document, 'rfm-pareto'))).to.contain('invalid-option');
  });

  it('reads the curve under the pointer', async () => {
    const chart = await pareto();
    const plot = inside(chart, '.plot');
    const dot = inside<SVGCircleElement>(chart, '[part~=chart] circle');
    const box = plot.getBoundingClientRect();
    // The dot is the crossing: four of ten.
    const at = { clientX: box.left + dot.cx.baseVal.value, clientY: box.top + 100 };
    plot.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true, composed: true }));
    await chart.updateComplete;
    expect(inside(chart, '.tip strong').textContent).to.equal('The top 40% bring 82% of revenue');
    plot.dispatchEvent(new PointerEvent('pointerleave'));
    await chart.updateComplete;
    expect(chart.shadowRoot?.querySelector('.tip')).to.equal(null);
  });

  it('has the same numbers as a table', async () => {
    const chart = await pareto(UNEQUAL, 'view="table"');
    const cells = [...inside(chart, '.sheet').querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(cells).to.contain('Top 20% |  | 20% | 68%');
    expect(cells).to.contain('Needed for 80% | 4 | 40% | 80%');
    expect(cells).to.contain('Class B | 4 | 40% | 15%');
    expect(cells).to.contain('30% | 3 | 76%');
  });

  it('exports its rows and a picture with its finding', async () => {
    const chart = await pareto();
    const lines = (await chart.toCsv()).trim().split(/\r?\n/);
    expect(lines[0]).to.equal('rank,item_share,value_share,class');
    const picture = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(picture.querySelector('parsererror')).to.equal(null);
    expect(picture.documentElement.textContent).to.contain('The top 20% of customers bring 68%');
  });

  for (const width of [280, 360, 800, 1400]) {
    it(`cuts no text at ${width} px`, async () => {
      const chart = await pareto(UNEQUAL, '', width);
      expectWithin(chart);
    });
  }

  it('has the figures beside a wide curve alone', async () => {
    expect(textOf(await pareto(UNEQUAL, '', 1000))).to.contain('of customers');
    expect(inside(await pareto(UNEQUAL, '', 360), '[part~=chart]').textContent).not.to.contain('Class A');
  });

  for (const theme of ['light', 'dark']) {
    for (const attributes of ['', 'view="table"', 'heading="80/20"', 'locale="zh-CN"', 'target="2"']) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        const chart = await pareto(UNEQUAL, `theme="${theme}" ${attributes}`).catch(() => null);
        await expectAccessible(chart ?? only(document, 'rfm-pareto'));
      });
    }
  }
});
