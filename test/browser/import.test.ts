import '../../src/define/import';
import '../../src/define/pareto';
import { expect } from 'chai';
import { preload } from '../../src/data/engine/engine';
import type { RfmImport } from '../../src/elements/import/import.element';
import { expectAccessible } from './support/axe';
import { inside, only, stage, textOf, until } from './support/stage';

const file = (name: string, text: string): File => new File([text], name, { type: 'text/csv' });

const ORDERS = file(
  'orders.csv',
  'customer,date,amount,shop\nAnna,2024-01-05,10,A\nBert,2024-02-01,20,B\nAnna,2024-03-09,5,A\nCleo,soon,1,A\n',
);
const UNCLEAR = file('unclear.csv', 'a;b;c\nAnna;2024-01-05;10\nBert;2024-02-01;20,50\nAnna;2024-03-09;5\n');
const EITHER_WAY = file('either.csv', 'customer,date,amount\nA,03/04/2024,1\nB,02/03/2024,2\n');

// A cold engine may take longer than a test waits.
before(() => preload());
beforeEach(() => localStorage.clear());

function place(html = '<rfm-source><rfm-import></rfm-import></rfm-source>'): RfmImport {
  return only(stage(html), 'rfm-import');
}

/** Drops `what` as a hand would. */
async function drop(host: RfmImport, ...what: File[]): Promise<void> {
  await host.updateComplete;
  const transfer = new DataTransfer();
  for (const one of what) transfer.items.add(one);
  inside(host, '.drop').dispatchEvent(
    new DragEvent('drop', { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }),
  );
}

const select = (host: RfmImport, name: string): HTMLSelectElement => inside(host, `select[name="${name}"]`);
const button = (host: RfmImport, part: string): HTMLButtonElement => inside(host, `button[part="${part}"]`);
const has = (host: RfmImport, selector: string): Element | null => host.shadowRoot!.querySelector(selector);

async function choose(host: RfmImport, name: string, value: string): Promise<void> {
  const field = select(host, name);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => select(host, name).value === value);
}

const drafted = (host: RfmImport): Promise<Element> => until(() => has(host, '[part="preview"]'));
const reported = (host: RfmImport): Promise<Element> => until(() => has(host, '[part="report"]'));

describe('a file in rfm-import', () => {
  it('is shown as read, with the columns guessed, and loaded on one press', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    expect(textOf(host)).to.contain('orders.csv').and.to.contain('soon');
    expect(select(host, 'customer').value).to.equal('customer');
    expect(select(host, 'amount').value).to.equal('amount');
    button(host, 'load').click();
    await reported(host);
    const text = textOf(host);
    expect(text).to.contain('orders.csv: 2 customers').and.to.contain('3 of 4 rows used, 1 left out');
    expect(text).to.contain('Cleo,soon,1,A').and.to.contain('5');
  });

  it('loads into the source that is named', async () => {
    const here = stage('<rfm-source id="there"></rfm-source><rfm-import source="there"></rfm-import>');
    const host = only(here, 'rfm-import');
    await drop(host, ORDERS);
    await drafted(host);
    button(host, 'load').click();
    const source = await only(here, 'rfm-source').ready;
    expect(source.report.rowsUsed).to.equal(3);
  });

  it('says so where there is no source to load into', async () => {
    const host = place('<rfm-import></rfm-import>');
    await drop(host, ORDERS);
    await drafted(host);
    button(host, 'load').click();
    await until(() => textOf(host).includes('no data source to load into'));
  });

  it('asks for columns that are not clear, and goes to the first of them', async () => {
    const host = place();
    await drop(host, UNCLEAR);
    await drafted(host);
    expect(textOf(host)).to.contain('Still to choose: Customer, Amount.');
    button(host, 'load').click();
    await host.updateComplete;
    expect(host.shadowRoot!.activeElement).to.equal(select(host, 'customer'));
    await choose(host, 'customer', 'a');
    await choose(host, 'amount', 'c');
    await until(() => !textOf(host).includes('Still to choose'));
    button(host, 'load').click();
    await reported(host);
    expect(textOf(host)).to.contain('unclear.csv: 2 customers');
  });

  it('asks one question where nothing decides the order of day and month', async () => {
    const host = place();
    await drop(host, EITHER_WAY);
    await drafted(host);
    expect(textOf(host)).to.contain('Which day is 03/04/2024?').and.to.contain('March 4, 2024');
    button(host, 'load').click();
    await until(() => textOf(host).includes('Please say how the dates are meant'));
    inside<HTMLInputElement>(host, 'input[value="mdy"]').click();
    await until(() => inside<HTMLInputElement>(host, 'input[value="mdy"]').checked);
    await until(() => !has(host, '.question.invalid'));
    button(host, 'load').click();
    await reported(host);
    expect(textOf(host)).to.contain('Feb 3, 2024 to Mar 4, 2024');
  });

  it('asks for it after the last row where that was left to the rest of the file, which does not decide either', async () => {
    const host = place();
    const rows = Array.from({ length: 2000 }, (_, i) => `c${i % 9},0${1 + (i % 9)}/0${1 + (i % 7)}/2024,1`);
    await drop(host, file('large.csv', `customer,date,amount\n${rows.join('\n')}\n`));
    await drafted(host);
    expect(textOf(host)).to.contain('Let the rest of the file decide');
    button(host, 'load').click();
    await until(() => has(host, '[part="error"]'));
    expect(textOf(host)).not.to.contain('Let the rest of the file decide');
    inside<HTMLInputElement>(host, 'input[value="mdy"]').click();
    await until(() => inside<HTMLInputElement>(host, 'input[value="mdy"]').checked);
    button(host, 'load').click();
    await reported(host);
    expect(textOf(host)).to.contain('Jan 1, 2024 to Sep 7, 2024');
  });

  it('says what is wrong in the language of the page', async () => {
    const host = place();
    host.locale = 'zh-CN';
    await drop(host, file('paper.pdf', '%PDF-1.7 …'));
    await until(() => has(host, '[part="error"]'));
    expect(inside(host, '[part="error"]').textContent)
      .to.contain('这是 PDF 文档')
      .and.not.to.contain('This is');
    await drop(
      host,
      file(
        'two.csv',
        'customer,date,amount\nA,2024-01-05,1\nB,2024-01-05,1\nC,2024-01-05,1\n\nproduct,price\npen,5\nink,6\n',
      ),
    );
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    expect(inside(host, '[part="notes"]').textContent).to.contain('从第 6 行起是另一张表');
  });

  it('reads a file by a mapping that is dropped with it, and by one that is dropped on its draft', async () => {
    const host = place();
    const saved = file(
      'unclear.csv.mapping.json',
      '{"kind":"rfm-kit mapping","version":1,"mapping":{"customer":"a","date":"b","amount":"c","order":"","profit":""},"reading":{}}',
    );
    await drop(host, UNCLEAR, saved);
    await drafted(host);
    expect(textOf(host)).not.to.contain('Still to choose');
    expect(select(host, 'customer').value).to.equal('a');
    const second = place();
    await drop(second, saved);
    await until(() => textOf(second).includes('Drop it together with the file'));
    await drop(second, UNCLEAR);
    await drafted(second);
    await drop(second, saved);
    await until(() => !textOf(second).includes('Still to choose'));
  });

  it('adds a file of the same columns to what is loaded, and shows the report of both', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    expect(has(host, '[part="add"]')).to.equal(null);
    button(host, 'load').click();
    await reported(host);
    await drop(host, file('march.csv', 'customer,date,amount,shop\nZoe,2024-03-01,30,B\n'));
    await drafted(host);
    button(host, 'add').click();
    await until(() => textOf(host).includes('march.csv: '));
    await reported(host);
    expect(textOf(host)).to.contain('orders.csv + march.csv: 3 customers');
    button(host, 'change').click();
    await drafted(host);
    expect(has(host, '[part="add"]')).to.equal(null);
    await drop(host, UNCLEAR);
    await until(() => textOf(host).includes('unclear.csv'));
    await drafted(host);
    expect(has(host, '[part="add"]')).to.equal(null);
  });

  it('adds no file that was said to be written otherwise, and shows how far adding has come', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    await drop(
      host,
      file('march.csv', `customer,date,amount,shop\n${'Zoe,2024-03-01,30,B\n'.repeat(400_000)}`),
    );
    await drafted(host);
    await choose(host, 'decimal', ',');
    expect(has(host, '[part="add"]')).to.equal(null);
    await choose(host, 'decimal', '');
    await until(() => has(host, '[part="add"]'));
    const seen: string[] = [];
    new MutationObserver(() => {
      const share = has(host, '[role="progressbar"]')?.getAttribute('aria-valuenow');
      if (share) seen.push(share);
    }).observe(host.shadowRoot!, { subtree: true, childList: true, attributes: true });
    button(host, 'add').click();
    await until(() => has(host, '[part="stop"]'));
    await reported(host);
    expect(seen).not.to.deep.equal([]);
    expect(textOf(host)).to.contain('3 customers');
  });

  it('asks which date to look back from where the last lies far beyond the rest, and the charts follow', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `c${i % 7},2024-0${1 + (i % 6)}-1${i % 10},5`);
    const source = only(
      stage('<rfm-source><rfm-import></rfm-import><rfm-pareto></rfm-pareto></rfm-source>'),
      'rfm-source',
    );
    const host = only(source, 'rfm-import');
    await drop(host, file('typo.csv', `customer,date,amount\n${rows.join('\n')}\nc1,2099-01-01,5\n`));
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    const asked = inside(host, '[part="question"]');
    expect(asked.textContent).to.contain('Which date do the figures look back from?');
    const [rest, last] = asked.querySelectorAll<HTMLInputElement>('input[type="radio"]');
    expect([rest!.checked, last!.checked]).to.deep.equal([false, true]);
    await expectAccessible(host);
    rest!.click();
    const pareto = only(source, 'rfm-pareto');
    await until(async () => (await pareto.result()).definition.asOf === rest!.value);
    expect(rest!.value).to.match(/^2024-06-/);
    expect(inside<HTMLInputElement>(host, 'input[type="date"]').value).to.equal(rest!.value);
  });

  it('follows with the preview what is said of the writing', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    await choose(host, 'header', 'no');
    await until(() => textOf(host).includes('column3'));
  });

  it('says in place what is wrong with a file, and takes the next one', async () => {
    const host = place();
    const failed: string[] = [];
    host.addEventListener('rfm-error', ({ detail }) => failed.push(detail.error.code));
    await drop(host, file('paper.pdf', '%PDF-1.7 …'));
    await until(() => has(host, '[part="error"]'));
    expect(textOf(host)).to.contain('paper.pdf could not be loaded').and.to.contain('a PDF document');
    expect(failed).to.deep.equal(['format-unknown']);
    await drop(host, ORDERS);
    await drafted(host);
  });

  it('keeps the draft where a load fails', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    await choose(host, 'date', 'shop');
    button(host, 'load').click();
    await until(() => has(host, '[part="error"]'));
    expect(textOf(host)).to.contain('There is nothing to load');
    await choose(host, 'date', 'date');
    await until(() => !has(host, '[part="error"]'));
    button(host, 'load').click();
    await reported(host);
  });

  it('reads several files of one shape as one', async () => {
    const host = place();
    const more = file('february.csv', 'customer,date,amount,shop\nDora,2024-02-05,7,B\n');
    await drop(host, ORDERS, more);
    await drafted(host);
    expect(textOf(host)).to.contain('orders.csv and 1 more');
    button(host, 'load').click();
    await reported(host);
    expect(textOf(host)).to.contain('3 customers').and.to.contain('4 of 5 rows used');
  });

  it('saves the rejected rows', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    const saved: string[] = [];
    const real = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download, this.href);
    };
    try {
      button(host, 'download').click();
      await until(() => saved.length > 0);
    } finally {
      HTMLAnchorElement.prototype.click = real;
    }
    expect(saved[0]).to.equal('rejected-rows.csv');
    const text = await (await fetch(saved[1]!)).text();
    expect(text).to.contain('bad-date,5,"Cleo,soon,1,A"');
  });

  it('takes cells that are pasted', async () => {
    const host = place();
    const clipboardData = new DataTransfer();
    await host.updateComplete;
    clipboardData.setData('text/plain', 'customer\tdate\tamount\nAnna\t2024-01-05\t10\n');
    inside(host, '.drop').dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    await drafted(host);
    expect(textOf(host)).to.contain('Pasted cells').and.to.contain('tab');
  });

  it('tells progress, load and ready, once each time', async () => {
    const host = place();
    const told: string[] = [];
    for (const type of ['rfm-load', 'rfm-ready', 'rfm-error'] as const)
      host.addEventListener(type, () => told.push(type));
    await drop(host, ORDERS);
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    await until(() => told.length === 2);
    expect(told).to.deep.equal(['rfm-load', 'rfm-ready']);
  });

  it('stops a load on request, and has the draft again', async () => {
    const here = stage('<rfm-source><rfm-import></rfm-import></rfm-source>');
    const host = only(here, 'rfm-import');
    const rows = Array.from({ length: 600_000 }, (_, i) => `C${i % 9999},2024-01-${10 + (i % 20)},${i}\n`);
    await drop(host, file('large.csv', `customer,date,amount\n${rows.join('')}`));
    await drafted(host);
    button(host, 'load').click();
    await until(() => has(host, 'button[part="stop"]'));
    const began = performance.now();
    button(host, 'stop').click();
    await until(() => textOf(host).includes('Stopped'));
    expect(performance.now() - began).to.be.below(1000);
    expect(only(here, 'rfm-source').occupied).to.equal(false);
    await drafted(host);
  });

  it('shows what its source loads by itself, and opens that for a change', async () => {
    const here = stage('<rfm-source><rfm-import></rfm-import></rfm-source>');
    const source = only(here, 'rfm-source');
    source.currency = 'CHF';
    source.data = ORDERS;
    const host = only(here, 'rfm-import');
    await reported(host);
    button(host, 'change').click();
    await drafted(host);
    expect(select(host, 'customer').value).to.equal('customer');
    expect(select(host, 'currency').value).to.equal('CHF');
  });
});

describe('what rfm-import remembers', () => {
  async function load(host: RfmImport, what: File): Promise<void> {
    await drop(host, what);
    await drafted(host);
    await choose(host, 'customer', 'b');
    await choose(host, 'date', 'a');
    await choose(host, 'amount', 'c');
    button(host, 'load').click();
    await reported(host);
  }
  const ODD = file('odd.csv', 'a,b,c\n2024-01-05,1,10\n2024-02-01,2,20\n');

  it('is the columns of a file with the same header', async () => {
    const host = place();
    await load(host, ODD);
    await drop(host, ODD);
    await until(() => textOf(host).includes('as you chose them'));
    expect(select(host, 'customer').value).to.equal('b');
    inside(host, 'button.link').click();
    await until(() => textOf(host).includes('Still to choose'));
  });

  it('is nothing with no-memory', async () => {
    const host = place('<rfm-source><rfm-import no-memory></rfm-import></rfm-source>');
    await load(host, ODD);
    expect(localStorage.length).to.equal(0);
  });

  it('does not matter where storage is forbidden', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      await load(place(), ODD);
    } finally {
      Object.defineProperty(window, 'localStorage', real);
    }
  });
});

describe('rfm-import for everyone', () => {
  it('is accessible empty, with a draft, with a question, with an error and with a report', async () => {
    const host = place();
    await host.updateComplete;
    await expectAccessible(host);
    await drop(host, UNCLEAR);
    await drafted(host);
    for (const details of host.shadowRoot!.querySelectorAll('details')) details.open = true;
    await expectAccessible(host);
    await drop(host, EITHER_WAY);
    await until(() => has(host, '.question'));
    await expectAccessible(host);
    await drop(host, file('paper.pdf', '%PDF-1.7 …'));
    await until(() => has(host, '[part="error"]'));
    await expectAccessible(host);
    await drop(host, ORDERS);
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    for (const details of host.shadowRoot!.querySelectorAll('details')) details.open = true;
    await expectAccessible(host);
  });

  it('is accessible on a dark page', async () => {
    const host = place();
    host.theme = 'dark';
    await drop(host, UNCLEAR);
    await drafted(host);
    await expectAccessible(host);
  });

  it('fits 280 pixels in all its states', async () => {
    const here = stage('<rfm-source><rfm-import></rfm-import></rfm-source>');
    here.style.width = '280px';
    const host = only(here, 'rfm-import');
    await drop(host, UNCLEAR);
    await drafted(host);
    for (const details of host.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(inside(host, '.frame').scrollWidth).to.be.at.most(280);
    await drop(host, ORDERS);
    await until(() => textOf(host).includes('orders.csv'));
    await drafted(host);
    button(host, 'load').click();
    await reported(host);
    for (const details of host.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(inside(host, '.frame').scrollWidth).to.be.at.most(280);
  });

  it('moves the focus along with what is done', async () => {
    const host = place();
    await drop(host, ORDERS);
    await drafted(host);
    await host.updateComplete;
    expect(host.shadowRoot!.activeElement?.textContent).to.equal('orders.csv');
    button(host, 'load').click();
    await reported(host);
    expect(host.shadowRoot!.activeElement?.textContent).to.contain('2 customers');
  });

  it('speaks Chinese', async () => {
    const host = place();
    host.locale = 'zh-CN';
    await drop(host, ORDERS);
    await drafted(host);
    expect(textOf(host)).to.contain('各列是什么？');
    button(host, 'load').click();
    await reported(host);
    expect(textOf(host)).to.contain('2 位客户').and.to.contain('使用 3 行，未使用 1 行');
  });
});
