import '../../src/define/cohorts';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, finding, press, said } from './support/chart';
import type { Sale } from './support/sales';
import { inside, only, textOf } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-cohorts'];

const on = (customer: string, date: string, amount = 10): Sale => ({ customer, date, amount });

/**
 * Four begin in January, of whom two buy in February and one in March; two begin in February, of whom one buys in
 * March. The data end in the middle of March.
 */
const SPRING = [
  on('a', '2024-01-02'),
  on('b', '2024-01-10'),
  on('c', '2024-01-20'),
  on('d', '2024-01-31'),
  on('a', '2024-02-05', 30),
  on('b', '2024-02-06'),
  on('e', '2024-02-07'),
  on('f', '2024-02-08'),
  on('c', '2024-03-01'),
  on('e', '2024-03-15'),
];

/** Ten of ten who begin in January come back in February; two of ten who begin in February do in March. */
const STRONG_AND_WEAK = [
  ...Array.from({ length: 10 }, (_, i) => [on(`a${i}`, '2024-01-15'), on(`a${i}`, '2024-02-15')]).flat(),
  ...Array.from({ length: 10 }, (_, i) => on(`b${i}`, '2024-02-15')),
  on('b0', '2024-03-15'),
  on('b1', '2024-03-15'),
  on('z', '2024-04-30'),
];

/** Twelve who begin in January 2023, one of whom buys in each of the 18 months. */
const LONG = [
  ...Array.from({ length: 12 }, (_, i) => on(`c${i}`, '2023-01-15')),
  ...Array.from({ length: 17 }, (_, i) => {
    const month = (i + 1) % 12;
    return on('c0', `${2023 + Math.floor((i + 1) / 12)}-${String(month + 1).padStart(2, '0')}-28`);
  }),
];

const cohorts = (data: Sale[] = SPRING, attributes = '', width = 800): Promise<Chart> =>
  chartOf('rfm-cohorts', data, attributes, width);

const cell = (chart: Chart, key: string): SVGElement => inside<SVGElement>(chart, `rect[data-key="${key}"]`);
const figure = (chart: Chart, key: string): string | undefined =>
  inside(chart, `text[data-key="${key}"]`).textContent?.trim();

describe('rfm-cohorts', () => {
  it('shows its triangle as an svg that is part chart', async () => {
    expect(inside(await cohorts(), '[part~=chart]').localName).to.equal('svg');
  });

  it('says who comes back in the next month', async () => {
    expect(finding(await cohorts())).to.equal('50% of new customers buy again in the next month');
    expect(finding(await cohorts(LONG))).to.equal(
      '8.3% of new customers buy again in the next month; after 12 months 8.3% still do',
    );
  });

  it('colours cells over the table, each row, each column or around the mean, by a choice beside the ramp', async () => {
    const chart = await cohorts(STRONG_AND_WEAK);
    const fill = (key: string): string | null => cell(chart, key).getAttribute('fill');
    // A fifth of the way from 0 to 100 %.
    expect(fill('2024-02-01:1')).to.equal('var(--_seq-2)');
    const select = inside<HTMLSelectElement>(chart, 'select[part=scale]');
    const choose = async (over: string): Promise<void> => {
      select.value = over;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await chart.ready;
      await chart.updateComplete;
    };
    await choose('row');
    expect(chart.scale).to.equal('row');
    expect(fill('2024-02-01:1')).to.equal('var(--_seq-7)');
    await choose('mean');
    expect(fill('2024-01-01:1')).to.equal('var(--_div-7)');
    expect(fill('2024-02-01:1')).to.equal('var(--_div-1)');
    expect(inside(chart, '.legend').textContent?.replace(/\s+/g, ' ')).to.contain('+40%');
  });

  it('says what it does not know as a scale', async () => {
    const error = await cohorts(SPRING, 'scale="rainbow"').catch((reason) => reason);
    expect(error.code).to.equal('invalid-option');
  });

  it('swaps rows and columns by a button, and walks them so', async () => {
    const chart = await cohorts();
    inside(chart, '[part~=transpose-button]').click();
    await chart.updateComplete;
    expect(chart.transpose).to.equal(true);
    const at = (key: string): DOMRect => cell(chart, key).getBoundingClientRect();
    expect(at('2024-01-01:0').left).to.equal(at('2024-01-01:1').left);
    expect(at('2024-01-01:1').top).to.be.greaterThan(at('2024-01-01:0').top);
    expect(at('2024-02-01:0').left).to.be.greaterThan(at('2024-01-01:0').left);
    await press(chart, 'Home');
    await press(chart, 'ArrowRight');
    const first = await said(chart);
    await press(chart, 'ArrowDown');
    expect(await said(chart)).not.to.equal(first);
  });

  it('says the same in Chinese', async () => {
    expect(finding(await cohorts(LONG, 'locale="zh-CN"'))).to.equal(
      '8.3% 的新客户在次月再次购买；12 个月后仍有 8.3%',
    );
  });

  it('has a cell for each period of each cohort, and an average over what is complete', async () => {
    const chart = await cohorts();
    expect(figure(chart, '2024-01-01:1')).to.equal('50.0%');
    expect(figure(chart, '2024-01-01:2')).to.equal('25.0%');
    expect(figure(chart, '2024-02-01:1')).to.equal('50.0%');
    expect(figure(chart, 'average:1')).to.equal('50.0%');
    expect(chart.shadowRoot?.querySelector('[data-key="average:2"]')).to.equal(null);
    expect(inside(chart, '[part~=chart]').textContent).to.contain('Average, pooled');
  });

  it('hatches what is not over, and says when it will be', async () => {
    const chart = await cohorts();
    expect(cell(chart, '2024-01-01:2').nextElementSibling?.localName).to.equal('path');
    expect(cell(chart, '2024-01-01:1').nextElementSibling?.localName).not.to.equal('path');
    expect(inside(chart, '.foot').textContent).to.contain('Hatched: not over on March 15, 2024.');
    const { left, top } = cell(chart, '2024-01-01:2').getBoundingClientRect();
    const at = { clientX: left + 10, clientY: top + 10, bubbles: true, composed: true };
    inside(chart, '.plot').dispatchEvent(new PointerEvent('pointermove', at));
    await chart.updateComplete;
    const tip = inside(chart, '.tip').textContent?.replace(/\s+/g, ' ') ?? '';
    expect(tip).to.contain('Jan 2024, month 2');
    expect(tip).to.contain('1 of 4');
    expect(tip).to.contain('Complete on');
    expect(tip).to.contain('Mar 31, 2024');
  });

  it('gives the interval of a rate: 2 of 4 is anything from 15 % to 85 % (Wilson)', async () => {
    const chart = await cohorts();
    const { left, top } = cell(chart, '2024-01-01:1').getBoundingClientRect();
    const at = { clientX: left + 10, clientY: top + 10, bubbles: true, composed: true };
    inside(chart, '.plot').dispatchEvent(new PointerEvent('pointermove', at));
    await chart.updateComplete;
    expect(inside(chart, '.tip').textContent).to.contain('15% to 85%');
    expect(inside(chart, '.tip').textContent).to.contain('40.00');
  });

  it('does not colour period 0', async () => {
    const chart = await cohorts();
    expect(cell(chart, '2024-01-01:0').getAttribute('fill')).to.equal('none');
    expect(cell(chart, '2024-01-01:1').getAttribute('fill')).to.contain('seq');
  });

  it('walks the cells by arrow keys in two directions, aloud', async () => {
    const chart = await cohorts();
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('Average, pooled, month 0, 100%, 6 customers');
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('Average, pooled, month 1, 50%, 4 customers');
    await press(chart, 'ArrowDown');
    expect(await said(chart)).to.equal('Jan 2024, month 1, 50%, 2 of 4');
    await press(chart, 'ArrowDown');
    expect(await said(chart)).to.equal('Feb 2024, month 1, 50%, 1 of 2, not complete before Mar 31, 2024');
    await press(chart, 'Home');
    expect(await said(chart)).to.contain('Average');
  });

  it('chooses nobody who is gone, where the data are replaced between press and release', async () => {
    const chart = await cohorts();
    const box = cell(chart, '2024-01-01:1').getBoundingClientRect();
    const at = { clientX: box.left + 5, clientY: box.top + 5, bubbles: true, composed: true, pointerId: 1 };
    inside(chart, '.plot').dispatchEvent(new PointerEvent('pointerdown', { ...at, isPrimary: true }));
    chart.data = [on('z', '2024-05-31')];
    await chart.ready;
    inside(chart, '.plot').dispatchEvent(new PointerEvent('pointerup', { ...at, isPrimary: true }));
    inside(chart, '.plot').dispatchEvent(new MouseEvent('click', at));
    await chart.updateComplete;
    expect((await chart.result()).rows().map(({ cohort }) => cohort)).to.deep.equal(['2024-05-01']);
    expect(chart.shadowRoot?.querySelector('.chip')).to.equal(null);
    expect(textOf(chart)).not.to.contain('Jan 2024');
  });

  it('offers its picture and its measure above it, and tells the host what was chosen', async () => {
    const chart = await cohorts();
    const told: unknown[] = [];
    chart.addEventListener('rfm-adjust', ({ detail }) => told.push([detail.property, detail.value]));
    const select = inside<HTMLSelectElement>(chart, 'select[part=measure]');
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'Retention',
      'Active customers',
      'Revenue',
      'Revenue per customer',
      'Cumulative revenue',
      'Orders',
    ]);
    select.value = 'customers';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await chart.ready;
    expect(figure(chart, '2024-01-01:1')).to.equal('2');
    const [, curves] = chart.shadowRoot?.querySelectorAll<HTMLElement>('.picks button') ?? [];
    curves?.click();
    await chart.updateComplete;
    expect(chart.layout).to.equal('curves');
    expect(told).to.deep.equal([
      ['measure', 'customers'],
      ['layout', 'curves'],
    ]);
    expect(inside<HTMLSelectElement>(chart, 'select[part=measure]').value).to.equal('customers');
  });

  it('scrolls where it is narrow, keeps its cohorts in place, and follows the keyboard', async () => {
    const chart = await cohorts(LONG, '', 360);
    const plot = inside(chart, '.plot');
    expect(plot.scrollWidth).to.be.greaterThan(plot.clientWidth);
    const stub = inside(chart, '.stub svg');
    const before = stub.getBoundingClientRect().left;
    await press(chart, 'End');
    await chart.updateComplete;
    expect(plot.scrollLeft).to.be.greaterThan(0);
    expect(stub.getBoundingClientRect().left).to.be.closeTo(before, 0.5);
    const ring = inside(chart, '.ring').getBoundingClientRect();
    expect(ring.right).to.be.at.most(plot.getBoundingClientRect().right);
    expect(ring.left).to.be.at.least(stub.getBoundingClientRect().right);
  });

  it('cuts no figure: all stand within their cells', async () => {
    for (const width of [280, 360, 800, 1400]) {
      const chart = await cohorts(LONG, '', width);
      for (const text of inside(chart, '[part~=chart]').querySelectorAll<SVGElement>('text[data-key]')) {
        const around = cell(chart, text.dataset.key ?? '').getBoundingClientRect();
        const { left, right } = text.getBoundingClientRect();
        expect(left).to.be.at.least(around.left);
        expect(right).to.be.at.most(around.right);
        expect(around.height).to.be.at.least(28);
      }
    }
  });

  it('draws curves with the average strong', async () => {
    const chart = await cohorts(LONG, 'layout="curves"');
    const strong = inside(chart, '[part~=chart]').querySelectorAll('path[stroke-width="2.5"]');
    expect(strong).to.have.length(1);
    await press(chart, 'ArrowRight');
    expect(await said(chart)).to.equal('Average, pooled, month 1, 8.3%, 12 customers');
  });

  it('shows revenue from the same rows, and says what a new customer brings', async () => {
    // 60 from six in their first month, of whom January's four brought 40, and 40 more in the next.
    const chart = await cohorts(SPRING, 'measure="revenue" currency="EUR"');
    expect(figure(chart, '2024-01-01:1')).to.equal('€40.00');
    expect(finding(chart)).to.equal(
      'A new customer brings €10.00 in the first month, and €20.00 by the end of month 1',
    );
  });

  it('counts streaks, returns at any later time, and rates of the period before', async () => {
    // Of January's two in February none bought in March too; of four, one came back in March or later.
    const streak = await cohorts(SPRING, 'return="streak"');
    expect(figure(streak, '2024-01-01:2')).to.equal('0.0%');
    const later = await cohorts(SPRING, 'return="on-or-after"');
    expect(figure(later, '2024-01-01:1')).to.equal('75.0%');
    expect(finding(later)).to.equal('75% of new customers buy again in the next month or later');
    const previous = await cohorts(SPRING, 'base="previous"');
    expect(figure(previous, '2024-01-01:2')).to.equal('50.0%');
    await press(previous, 'End');
    await press(previous, 'ArrowUp');
    expect(inside(previous, '.foot').textContent).to.contain('in the period before');
  });

  it('names weeks, quarters and years in their own way', async () => {
    const words = async (period: string): Promise<string> =>
      inside(await cohorts(SPRING, `period="${period}"`), '[part~=chart]').textContent ?? '';
    expect(await words('week')).to.contain('2024-W01');
    expect(await words('quarter')).to.contain('Q1 2024');
    expect(await words('year')).to.contain('2024');
  });

  it('has the same numbers as a table, with a star where a period is not over', async () => {
    const chart = await cohorts(SPRING, 'view="table"');
    const rows = [...inside(chart, '.sheet').querySelectorAll('tr')].map((row) =>
      [...row.cells].map((one) => one.textContent?.trim()).join(' | '),
    );
    expect(rows[0]).to.equal('Cohort | Size | 0 | 1 | 2');
    expect(rows).to.contain('Average, pooled |  | 100.0% | 50.0% | ');
    expect(rows).to.contain('Jan 2024 | 4 | 100.0% | 50.0% | 25.0%*');
    expect(inside(chart, 'caption').textContent).to.contain('* not over yet');
  });

  it('exports its rows and the whole of a triangle that scrolls', async () => {
    const chart = await cohorts(LONG, '', 360);
    expect((await chart.toCsv()).split(/\r?\n/)[0]).to.match(
      /^cohort,cohort_size,period,period_start,customers,retention,revenue,/,
    );
    const picture = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(Number(picture.documentElement.getAttribute('width'))).to.be.greaterThan(600);
  });

  it('writes on every step of the ramp at 4.5:1, on light and on dark', async () => {
    for (const theme of ['light', 'dark']) {
      const chart = await cohorts(SPRING, `theme="${theme}"`);
      for (let step = 1; step <= 7; step++) {
        const [fill, ink] = [`--_seq-${step}`, `--_on-seq-${step}`].map((name) => luminance(chart, name));
        expect(contrast(fill!, ink!), `${theme} ${step}`).to.be.at.least(4.5);
      }
    }
  });

  it('shows a single cohort of a single month', async () => {
    const chart = await cohorts([on('a', '2024-01-31')]);
    expect(finding(chart)).to.equal('1 new customer in 1 cohort');
    expect(figure(chart, '2024-01-01:0')).to.equal('100%');
  });

  for (const theme of ['light', 'dark']) {
    for (const attributes of [
      '',
      'view="table"',
      'layout="curves"',
      'heading="Who comes back"',
      'locale="zh-CN"',
      'period="decade"',
    ]) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        const chart = await cohorts(SPRING, `theme="${theme}" ${attributes}`).catch(() => null);
        await expectAccessible(chart ?? only(document, 'rfm-cohorts'));
      });
    }
    it(`is accessible where it scrolls: ${theme}`, async () => {
      await expectAccessible(await cohorts(LONG, `theme="${theme}"`, 320));
    });
  }
});

/** Relative luminance of a theme colour as the browser resolves it (WCAG 2). */
function luminance(chart: Chart, variable: string): number {
  const probe = document.createElement('span');
  probe.style.color = `var(${variable})`;
  inside(chart, '.card').append(probe);
  const [red, green, blue] = getComputedStyle(probe)
    .color.match(/[\d.]+/g)!
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  probe.remove();
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
