import '../../src/define/pareto';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { SALES } from './support/sales';
import { inside, only, stage, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-pareto'];

async function chartOf(attributes = ''): Promise<Chart> {
  const chart = only(stage(`<rfm-pareto locale="en" ${attributes}></rfm-pareto>`), 'rfm-pareto');
  chart.data = SALES;
  await chart.ready;
  return chart;
}

const items = (chart: Chart): HTMLElement[] => [
  ...(chart.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

async function open(chart: Chart): Promise<void> {
  inside(chart, '[part~=export-button]').click();
  await until(() => items(chart)[0]?.matches(':focus'));
}

function take(chart: Chart, name: string): void {
  const item = items(chart).find(({ textContent }) => textContent?.includes(name));
  if (!item) throw new Error(`no ${name}`);
  item.click();
}

const said = (chart: Chart): string => inside(chart, '.menu [role=status]').textContent ?? '';

function key(chart: Chart, name: string): void {
  const focused = items(chart).find((item) => item.matches(':focus'));
  focused?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
}

/** Puts `write` in the place of the clipboard for one test. */
function clipboard(write: (items: ClipboardItem[]) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } });
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
});

describe('the export menu', () => {
  it('opens on its first entry, is walked by arrows, and gives the focus back on Escape', async () => {
    const chart = await chartOf();
    await open(chart);
    key(chart, 'ArrowUp');
    expect(items(chart).at(-1)?.matches(':focus')).to.equal(true);
    key(chart, 'ArrowDown');
    expect(items(chart)[0]?.matches(':focus')).to.equal(true);
    key(chart, 'Escape');
    await until(() => inside(chart, '[part~=export-button]').matches(':focus'));
    expect(items(chart)).to.have.length(0);
  });

  it('closes when the focus goes elsewhere', async () => {
    const chart = await chartOf();
    await open(chart);
    inside(chart, '.plot').focus();
    await until(() => items(chart).length === 0);
  });

  it('puts the picture on the clipboard as PNG', async () => {
    const chart = await chartOf();
    const taken: Blob[] = [];
    clipboard(async ([item]) => {
      if (item) taken.push(await item.getType('image/png'));
    });
    await open(chart);
    take(chart, 'Copy picture');
    await until(() => said(chart) === 'Copied');
    const bytes = new Uint8Array((await taken[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).to.equal('PNG');
  });

  it('puts the table on the clipboard as text and as HTML', async () => {
    const chart = await chartOf();
    const taken: string[] = [];
    clipboard(async ([item]) => {
      for (const type of ['text/plain', 'text/html'])
        taken.push((await (await item?.getType(type))?.text()) ?? '');
    });
    await open(chart);
    take(chart, 'Copy table');
    await until(() => said(chart) === 'Copied');
    expect(taken[0]).to.contain('Share of customers\tShare of revenue');
    expect(taken[1]).to.contain('<th align="right">Share of customers</th>');
  });

  it('says so where the browser refuses', async () => {
    const chart = await chartOf();
    clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await open(chart);
    take(chart, 'Copy table');
    await until(() => said(chart).includes('does not allow'));
  });

  for (const [entry, name, kind] of [
    ['PNG', 'pareto-2024-12-31.png', 'image/png'],
    ['SVG', 'pareto-2024-12-31.svg', 'image/svg+xml'],
    ['CSV', 'pareto-2024-12-31.csv', 'text/csv'],
  ] as const) {
    it(`saves ${entry} under the chart's name and date`, async () => {
      const chart = await chartOf();
      const links: HTMLAnchorElement[] = [];
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function press(): void {
        links.push(this);
      };
      try {
        await open(chart);
        take(chart, entry);
        await until(() => links.length > 0);
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      expect(links[0]?.download).to.equal(name);
      const content = await fetch(links[0]?.href ?? '');
      expect(content.headers.get('content-type')).to.contain(kind);
      await until(() => said(chart) === `Saved as ${name}`);
    });
  }

  for (const theme of ['light', 'dark'])
    it(`is accessible while open: ${theme}`, async () => {
      const chart = await chartOf(`theme="${theme}"`);
      await open(chart);
      await expectAccessible(chart);
    });
});
