import '../../src/define/customers';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

type List = HTMLElementTagNameMap['rfm-customers'];

const list = (attributes = '', width = 800, data: readonly object[] = SALES): Promise<List> =>
  chartOf('rfm-customers', data, attributes, width);

const rowsOf = (element: List): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.rows [role=row]') ?? []),
];

/** Texts of one column, in the order of the rows. */
function column(element: List, number: number): string[] {
  return rowsOf(element)
    .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((row) => row.querySelector(`[aria-colindex="${number}"]`)?.textContent?.trim() ?? '');
}

function press(element: List, key: string, init: KeyboardEventInit = {}): void {
  inside(element, '.grid').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
  );
}

/** 1,234 customers; the one with number i has spent i. */
function many(count = 1234): object[] {
  return Array.from({ length: count }, (_, i) => ({
    customer: `c${String(i + 1).padStart(7, '0')}`,
    date: `2024-0${1 + (i % 9)}-10`,
    amount: i + 1,
  }));
}

describe('rfm-customers', () => {
  it('lists every customer, the largest first, with bars as its picture', async () => {
    const element = await list();
    expect(inside(element, '[part~=chart]').localName).to.equal('svg');
    const ids = column(element, 2);
    expect(ids).to.have.length(new Set(SALES.map(({ customer }) => customer)).size);
    expect(ids.slice(0, 2)).to.deep.equal(['Ada', '<img src=x onerror=alert(1)>']);
    expect(inside(element, '[part~=chart]').querySelectorAll('rect')).to.have.length(ids.length);
    expect(inside(element, '.grid').getAttribute('aria-rowcount')).to.equal(String(ids.length + 1));
  });

  it('has only the rows in view on the page, and says how many there are', async () => {
    const element = await list('', 800, many());
    expect(rowsOf(element).length).to.be.below(40);
    const grid = inside(element, '.grid');
    expect(grid.getAttribute('aria-rowcount')).to.equal('1235');
    grid.scrollTop = 32 * 1000;
    await until(() => column(element, 2).includes('c0000234'));
    const row = rowsOf(element).find((one) => one.textContent?.includes('c0000234'));
    expect(row?.ariaRowIndex).to.equal('1002');
    grid.scrollTop = 0;
    await until(() => column(element, 2)[0] === 'c0001234');
  });

  it('sorts by the head of a column, and back', async () => {
    const element = await list('', 800, many(30));
    const head = (): HTMLElement => inside(element, '[role=columnheader][aria-colindex="2"]');
    head().click();
    await element.ready;
    await until(() => column(element, 2)[0] === 'c0000001');
    expect(head().ariaSort).to.equal('ascending');
    head().click();
    await element.ready;
    await until(() => column(element, 2)[0] === 'c0000030');
    expect(head().ariaSort).to.equal('descending');
  });

  it('searches by part of an id, and says so where nobody has it', async () => {
    const element = await list('search="C"');
    expect(column(element, 2)).to.include('Cyd');
    element.search = 'nobody';
    await element.ready;
    expect(textOf(element)).to.contain('No customer’s id contains “nobody”.');
    expect(inside(element, 'input[type=search]')).not.to.equal(null);
    element.search = '';
    await element.ready;
    expect(column(element, 2).length).to.be.above(3);
  });

  it('shows numbers in the place of ids, the same after another order', async () => {
    const element = await list('mask-customers sort="customer"');
    expect(textOf(element)).not.to.contain('Cyd');
    const first = column(element, 2)[0];
    expect(first).to.match(/^Customer \d$/);
    element.sort = '-customer';
    await element.ready;
    expect(column(element, 2).at(-1)).to.equal(first);
    expect(element.shadowRoot?.querySelector('[title*=Cyd]')).to.equal(null);
    expect(await element.toSvg()).not.to.contain('Cyd');
    const csv = await element.toCsv();
    expect(csv).not.to.contain('Cyd');
    expect(csv).to.contain(first);
  });

  it('shows the columns asked for, and refuses those that are not there', async () => {
    const element = await list('columns="customer,score"');
    expect(inside(element, '.grid').getAttribute('aria-colcount')).to.equal('3');
    element.columns = 'customer,height';
    const error = await element.ready.catch((reason: unknown) => reason);
    expect(String(error)).to.contain('height');
    expect(textOf(element)).to.contain('columns');
  });

  it('walks by keys, ticks with Space and tells of it, and Escape clears', async () => {
    const element = await list('sort="customer"');
    let told = 0;
    element.addEventListener('rfm-select', (event) => {
      told = event.detail.customers.count;
    });
    press(element, 'ArrowDown');
    press(element, 'ArrowDown');
    press(element, ' ');
    await until(() => told === 1);
    await until(() => rowsOf(element).some((row) => row.ariaSelected === 'true'));
    press(element, 'ArrowDown');
    press(element, ' ', { shiftKey: true });
    await until(() => told === 2);
    const active = inside(element, '.grid').getAttribute('aria-activedescendant');
    expect(active).to.equal('cell-2-0');
    press(element, 'Escape');
    await until(() => told === 0);
    await until(() => rowsOf(element).every((row) => row.ariaSelected === 'false'));
  });

  it('shows what others selected, alone if asked', async () => {
    const place = stage(
      '<rfm-source><rfm-customers locale="en" sort="customer"></rfm-customers></rfm-source>',
    );
    const holder = only(place, 'rfm-source');
    holder.data = SALES;
    const element = only(place, 'rfm-customers');
    await element.ready;
    const source = await holder.ready;
    await source.select({ customers: ['Cyd', 'Eve'] });
    await until(() => rowsOf(element).filter((row) => row.ariaSelected === 'true').length === 2);
    expect(inside(element, '[part~=export]').textContent?.trim()).to.equal('Export selected (2)');
    const box = await until(() =>
      element.shadowRoot?.querySelector<HTMLInputElement>('[part~=only-selected]'),
    );
    box.click();
    await until(() => column(element, 2).join() === 'Cyd,Eve');
    expect(inside(element, '.grid').getAttribute('aria-rowcount')).to.equal('3');
    source.clearSelection();
    await until(() => column(element, 2).length > 2);
  });

  it('opens one customer with figures, timeline, positions and history, and gives the focus back', async () => {
    const element = await list('sort="customer"');
    const cyd = column(element, 2).indexOf('Cyd');
    for (let i = 0; i <= cyd; i++) press(element, 'ArrowDown');
    press(element, 'ArrowRight');
    press(element, 'Enter');
    const drawer = await until(() => element.shadowRoot?.querySelector<HTMLElement>('.drawer'));
    await until(() => drawer.querySelector('.timeline'));
    expect(drawer.getAttribute('aria-label')).to.equal('Cyd');
    expect(drawer.querySelector('.timeline')?.getAttribute('aria-label')).to.contain('2 orders');
    await until(() => drawer.querySelectorAll('.positions tbody tr').length >= 4);
    expect(drawer.textContent).to.contain('Mar 15, 2024');
    expect(element.shadowRoot?.activeElement).to.equal(drawer);
    await expectAccessible(element);
    drawer.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => !element.shadowRoot?.querySelector('.drawer'));
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.grid'));
  });

  it('says why nobody has a P(alive), in the list and with one customer, where its column is shown', async () => {
    const element = await list();
    const why =
      'P(alive) and expected value are empty: too few customers bought on more than one day for the model of purchases.';
    expect(inside(element, '.foot .warning').textContent).to.equal(why);
    rowsOf(element)[0]?.querySelector<HTMLElement>('[aria-colindex="2"]')?.click();
    await until(() => element.shadowRoot?.querySelector('.drawer .timeline'));
    expect(inside(element, '.drawer').textContent).to.contain(why);
    const { summary } = await element.result();
    expect(summary.noModel?.code).to.equal('too-few-repeaters');
    element.columns = 'customer,orders';
    await until(() => !element.shadowRoot?.querySelector('.foot .warning'));
  });

  it('gives the whole list as its result and as CSV, safe for spreadsheets', async () => {
    const element = await list('', 800, many(700));
    const result = await element.result();
    expect(result.table.numRows).to.equal(700);
    expect((await element.toCsv()).trim().split('\r\n')).to.have.length(701);
    expect(await (await list()).toCsv()).to.contain("'=1+1");
  });

  it('has the same figures as a table', async () => {
    const element = await list('view="table" columns="customer,monetary" sort="customer"');
    const cells = [...inside(element, '.sheet').querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent).join(' '),
    );
    expect(cells).to.include('Cyd 120.00');
  });

  it('speaks Chinese', async () => {
    const element = await list('locale="zh-CN"');
    expect(textOf(element)).to.contain('位客户，截至');
    expect(textOf(element)).to.contain('消费金额');
  });

  for (const width of [280, 360, 800, 1400]) {
    it(`fits ${width} px`, async () => {
      const element = await list('', width);
      const { width: card, left } = inside(element, '.card').getBoundingClientRect();
      for (const selector of ['.controls', '.frame', '.finding']) {
        const box = inside(element, selector).getBoundingClientRect();
        expect(box.right, selector).to.be.at.most(left + card);
      }
    });
  }

  for (const attributes of [
    'theme="light"',
    'theme="dark"',
    'view="table"',
    'locale="zh-CN"',
    'search="zzz"',
    'link="none"',
  ]) {
    it(`is accessible: ${attributes}`, async () => {
      await expectAccessible(await list(attributes));
    });
  }
});
