import '../../src/define/migration';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, expectWithin, finding, press, said } from './support/chart';
import { inside, only, stage, textOf, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-migration'];

const bought = (customer: string, date: string, amount: number) => ({ customer, date, amount });

/**
 * Before July 2023 `a` spends less than the mean, but lately (iron), `b` and `c` more, but long ago (gold). In the year
 * after, `a` spends most and lately (platinum), `b` next to nothing (lead); `c` has left and `d` has come.
 */
const SHOP = [
  bought('b', '2022-09-01', 110),
  bought('c', '2022-09-05', 110),
  bought('a', '2023-06-01', 90),
  bought('b', '2023-08-01', 20),
  bought('a', '2024-05-01', 700),
  bought('d', '2024-03-01', 50),
  bought('d', '2024-06-30', 10),
];

const migration = (attributes = '', width = 800, data: readonly object[] = SHOP): Promise<Chart> =>
  chartOf('rfm-migration', data, attributes, width);

describe('rfm-migration', () => {
  for (const layout of ['matrix', 'ribbons']) {
    it(`shows its ${layout} as an svg that is part chart`, async () => {
      const chart = await migration(`layout="${layout}"`);
      expect(inside(chart, '[part~=chart]').localName).to.equal('svg');
      expect(inside(chart, '[part~=chart]').textContent).to.contain('Platinum');
    });
  }

  it('is switched to segments and to another earlier date by hand, and back to a year where that date is too late', async () => {
    const chart = await migration();
    const button = (text: string): HTMLButtonElement | undefined =>
      [...inside(chart, '.legend').querySelectorAll('button')].find((one) => one.textContent === text);
    button('Segments')?.click();
    await until(() => inside(chart, '.description').textContent?.startsWith('Customers by segment'));
    const since = inside<HTMLInputElement>(chart, '[part=from]');
    expect([since.value, since.min, since.max]).to.deep.equal(['2023-07-01', '2022-09-01', '2024-06-29']);
    since.value = '2024-01-01';
    since.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => inside(chart, '.description').textContent?.includes('January 1, 2024'));
    // Later than what is looked at is no date of the field; the date of before stays.
    since.value = '2025-01-01';
    since.dispatchEvent(new Event('change', { bubbles: true }));
    expect(chart.from).to.equal('2024-01-01');
    chart.asOf = '2023-12-31';
    await until(() => textOf(chart).includes('on December 31, 2022'));
    expect(chart.from).to.not.equal('2024-01-01');
  });

  it('tells in words what share of iron rose, and the rates of all who were there before', async () => {
    const chart = await migration();
    const { summary } = await chart.result();
    expect(summary).to.include({ from: '2023-07-01', to: '2024-06-30', upgraded: 1, downgraded: 1, left: 1 });
    expect(finding(chart)).to.equal(
      '100% of iron rose to gold or platinum; of 3 customers on July 1, 2023, 33.3% moved up, 33.3% moved down and 33.3% left',
    );
    expect(inside(chart, '.description').textContent).to.equal(
      'Customers by tier on July 1, 2023 and on June 30, 2024, each by the 365 days before',
    );
  });

  it('frames iron that rose to gold or platinum, and nothing else', async () => {
    const chart = await migration();
    const framed = [...inside(chart, '[part~=chart]').querySelectorAll('[stroke="var(--_tier-gold)"]')];
    // From iron (2) to platinum (0).
    expect(framed.map((one) => one.getAttribute('data-key'))).to.deep.equal(['2:0']);
  });

  it('says so where nobody can be gold or iron', async () => {
    // In the 60 days before either date there is nothing in the first half of a year.
    const chart = await migration('window="60" from="2023-07-01"');
    expect(textOf(chart)).to.contain('Nobody is gold or iron on July 1, 2023');
  });

  it('says the same in Chinese', async () => {
    const chart = await migration('locale="zh-CN"');
    expect(finding(chart)).to.contain('2023年7月1日 的 3 位客户中');
    expect(textOf(chart)).to.contain('铁质');
  });

  it('follows from, to, window and by', async () => {
    const chart = await migration('from="2023-03-01" to="2023-09-30" window="200" by="segment"');
    const { summary } = await chart.result();
    expect(summary).to.include({ from: '2023-03-01', to: '2023-09-30', window: 200, by: 'segment' });
    expect(inside(chart, '.description').textContent).to.contain('Customers by segment on March 1, 2023');
  });

  it('moves customers between the segments of another scheme, or of own rules', async () => {
    const chart = await migration('by="segment" scheme="mean8"');
    const classes = (await chart.result()).rows().flatMap((row) => [row.from_class, row.to_class]);
    expect(classes.filter(Boolean).every((name) => /^(important|general)-/.test(String(name)))).to.equal(
      true,
    );
    chart.rules = [{ segment: 'all', r: [1, 5], f: [1, 5], m: [1, 5] }];
    await chart.ready;
    expect((await chart.result()).summary).to.include({
      upgraded: 0,
      downgraded: 0,
      stable: 2,
      left: 1,
      entered: 1,
    });
  });

  it('says so where the data begin within the earlier window, or after it', async () => {
    const chart = await migration('from="2023-01-01"');
    expect(inside(chart, '.warning').textContent).to.contain(
      'The data begin on September 1, 2022: of the 365 days before January 1, 2023 they hold 123',
    );
    const late = await migration('from="2022-01-01" to="2023-01-01"');
    expect(finding(late)).to.equal(
      'Nobody had bought in the window before January 1, 2022: all 2 came after it',
    );
  });

  it('refuses dates in the wrong order', async () => {
    const place = stage('<rfm-migration from="2024-01-01" to="2023-01-01" locale="en"></rfm-migration>');
    const chart = only(place, 'rfm-migration');
    chart.data = [...SHOP];
    const error = await chart.ready.catch((reason) => reason);
    expect(error.code).to.equal('invalid-option');
    expect(textOf(chart)).to.contain('from');
  });

  for (const layout of ['matrix', 'ribbons']) {
    it(`selects the customers of a move by a click on its ${layout}, and shows them against all`, async () => {
      const chart = await migration(`layout="${layout}"`);
      const { rows } = await chart.result();
      const left = rows().find(({ to_class }) => to_class === null);
      const order = ['platinum', 'gold', 'iron', 'lead'];
      const key = `${order.indexOf(left?.from_class ?? '')}:-1`;
      const told = new Promise<CustomEvent>((resolve) =>
        chart.addEventListener('rfm-select', resolve, { once: true }),
      );
      inside<SVGElement>(chart, `[data-key="${key}"]`).dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true }),
      );
      expect(await (await told).detail.customers.ids()).to.deep.equal(['c']);
      await until(() => finding(chart)?.startsWith('Selected'));
      await press(chart, 'Escape');
      await until(() => !finding(chart)?.startsWith('Selected'));
    });

    it(`walks the moves of its ${layout} by arrow keys, aloud`, async () => {
      const chart = await migration(`layout="${layout}"`);
      await press(chart, 'Home');
      expect(await said(chart)).to.match(
        /^Gold → Lead, 1 customer, 50% of Gold|^Iron → Platinum, 1 customer, 100% of Iron/,
      );
    });
  }

  it('has the matrix and its sums as tables', async () => {
    const chart = await migration('view="table"');
    const rows = [...inside(chart, '.sheet').querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(rows[0]).to.equal('Before | Platinum | Gold | Iron | Lead | Left | All');
    expect(rows).to.contain('Left | 1');
    expect(rows).to.contain('Entered | 1');
  });

  it('exports its rows and a picture with its finding', async () => {
    const chart = await migration();
    expect((await chart.toCsv()).split(/\r?\n/)[0]).to.equal('from_class,to_class,customers,amount');
    const picture = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(picture.documentElement.textContent).to.contain('moved down');
  });

  it('is switched between its layouts by the reader, and tells the page', async () => {
    const chart = await migration();
    const told = new Promise<CustomEvent>((resolve) =>
      chart.addEventListener('rfm-adjust', resolve, { once: true }),
    );
    const buttons = [...(chart.shadowRoot?.querySelectorAll<HTMLButtonElement>('.picks button') ?? [])];
    buttons.find(({ textContent }) => textContent === 'Ribbons')?.click();
    expect((await told).detail).to.deep.equal({
      origin: 'rfm-migration',
      property: 'layout',
      value: 'ribbons',
    });
    await chart.updateComplete;
    expect(inside(chart, '[part~=chart]').querySelectorAll('path').length).to.be.greaterThan(2);
  });

  for (const attributes of ['', 'layout="ribbons"', 'by="segment"', 'layout="ribbons" by="segment"']) {
    for (const width of [280, 360, 800, 1600]) {
      it(`cuts no text at ${width} px: ${attributes}`, async () => {
        const chart = await migration(attributes, width);
        expectWithin(chart, '[part~=chart] text', '.drawing', 1);
      });
    }
  }

  for (const theme of ['light', 'dark']) {
    for (const attributes of ['', 'view="table"', 'locale="zh-CN" layout="ribbons"', 'by="segment"']) {
      it(`is accessible: ${theme} ${attributes}`, async () => {
        await expectAccessible(await migration(`theme="${theme}" ${attributes}`));
      });
    }
  }
});
