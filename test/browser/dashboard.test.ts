import '../../src/define/dashboard';
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from './support/axe';
import { inside, only, stage, textOf, until } from './support/stage';

type Dashboard = HTMLElementTagNameMap['rfm-dashboard'];

/** Eight customers over a year, in two cities. */
function sales(city = 'Rome'): object[] {
  return Array.from({ length: 24 }, (_, i) => ({
    customer: `c${i % 8}`,
    date: `2024-${String(1 + (i % 12)).padStart(2, '0')}-1${i % 9}`,
    amount: 10 + 7 * (i % 5),
    city: i % 3 === 0 ? 'Oslo' : city,
  }));
}

async function dashboard(
  attributes = '',
  content = '',
  data: readonly object[] = sales(),
): Promise<Dashboard> {
  const place = stage(
    `<rfm-dashboard dimensions="city" locale="en" ${attributes}>${content}</rfm-dashboard>`,
  );
  place.style.width = '1000px';
  const element = only(place, 'rfm-dashboard');
  element.data = data;
  await element.drawn();
  return element;
}

/** The files of the archive of all figures, by name. */
async function unpacked(element: Dashboard): Promise<ReadonlyMap<string, string>> {
  const bytes = new Uint8Array(await (await element.exportAll()).arrayBuffer());
  return new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

/** The next event of the kind at `element`. */
function once<K extends 'rfm-select' | 'rfm-view'>(
  element: HTMLElement,
  type: K,
): Promise<HTMLElementEventMap[K]> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

const parts = (element: Dashboard): string[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLSlotElement>('.part > slot') ?? [])].map(({ name }) => name);

const SOME = 'show="filter,kpis,pareto,scatter"';

afterEach(() => emulateMedia({ media: 'screen' }));

describe('rfm-dashboard', () => {
  it('lays all parts out from one source, each with its picture', async function () {
    // A dozen analyses at once, and the engine's start.
    this.timeout(180_000);
    const element = await dashboard();
    expect(parts(element)).to.include.members([
      'filter',
      'kpis',
      'scatter',
      'quadrant',
      'pareto',
      'cohorts',
      'customers',
      'weights',
      'whatif',
    ]);
    const source = await element.ready;
    expect(source.report.customers).to.equal(8);
    expect(inside(element, '[part=about]').textContent).to.match(/^8 customers, January 1\d, 2024 to /);
    for (const name of parts(element).filter((one) => one !== 'findings')) {
      const chart = inside(element, `rfm-${name}`);
      expect(inside(chart, '[part~=chart]'), name).not.to.equal(null);
    }
  });

  it('shows the parts asked for in their order, with others in their slots, and more after them', async () => {
    const element = await dashboard(
      'show="pareto,scatter,height"',
      '<rfm-pareto slot="pareto" of="city"></rfm-pareto><rfm-kpis></rfm-kpis>',
    );
    expect(parts(element)).to.deep.equal(['pareto', 'scatter']);
    expect(inside(element, '[part~=notice]').textContent).to.contain('“height”');
    const pareto = only(element, 'rfm-pareto');
    await pareto.ready;
    expect((await pareto.result()).summary.items).to.equal(2);
    await only(element, 'rfm-kpis').ready;
  });

  it('takes its source from an element around it, or one that is named', async () => {
    const place = stage(
      '<rfm-source id="shop"><rfm-dashboard show="pareto" locale="en"></rfm-dashboard></rfm-source><rfm-dashboard source="shop" show="pareto" locale="en"></rfm-dashboard>',
    );
    only(place, 'rfm-source').data = sales();
    const both = [...place.querySelectorAll('rfm-dashboard')];
    await Promise.all(both.map((one) => one.drawn()));
    const [one, other] = await Promise.all(both.map(({ ready }) => ready));
    expect(one).to.equal(other);
  });

  it('links its parts: a choice in one shows in the others', async () => {
    const element = await dashboard(SOME);
    const source = await element.ready;
    await source.select({ analysis: 'pareto', where: { class: 'A' } });
    await until(() => inside(element, 'rfm-scatter').shadowRoot?.querySelector('[part~=selection]'));
  });

  it('saves its view as JSON, and restores it', async () => {
    const element = await dashboard(SOME);
    const source = await element.ready;
    source.filter({ from: '2024-03-01', dimensions: { city: ['Rome'] } });
    source.rewind('2024-10-31');
    source.weigh([1, 2, 1]);
    const scatter = inside<HTMLElementTagNameMap['rfm-scatter']>(element, 'rfm-scatter');
    scatter.y = 'score';
    scatter.view = 'table';
    await source.select({ analysis: 'rfm', where: { frequency: { min: 2 } } });
    const saved = JSON.stringify(element.save());
    expect(saved).not.to.contain('"c3"');
    source.filter(null);
    source.rewind(null);
    source.weigh(null);
    source.clearSelection();
    scatter.y = 'frequency';
    scatter.view = 'chart';
    const restored = await element.restore(saved);
    expect(restored).to.deep.equal({ otherData: false, otherVersion: false, leftOut: [] });
    expect(source.definition.filter).to.deep.equal({ from: '2024-03-01', dimensions: { city: ['Rome'] } });
    expect(source.asOf).to.equal('2024-10-31');
    expect(source.weights).to.deep.equal([0.25, 0.5, 0.25]);
    expect([scatter.y, scatter.view]).to.deep.equal(['score', 'table']);
    expect(source.selection?.request).to.deep.include({ analysis: 'rfm' });
    expect(JSON.stringify(element.save())).to.equal(saved);
    expect(element.shadowRoot?.querySelector('[part~=notice]')).to.equal(null);
  });

  it('keeps customers that were ticked out of what it saves', async () => {
    const element = await dashboard('show="kpis"');
    await (await element.ready).select({ customers: ['c1', 'c2'] });
    expect(element.save().selection).to.equal(null);
  });

  it('applies what fits of a view of other data and another version, and says what does not', async () => {
    const element = await dashboard(SOME);
    const source = await element.ready;
    const saved = element.save();
    const restored = await element.restore({
      ...saved,
      version: 7,
      data: '00000000',
      asOf: '1999-01-31',
      filter: { from: '2030-01-01', dimensions: { city: ['Rome', 'Paris'], planet: ['Mars'] } },
      weights: [0, 0, 0],
      elements: {
        pareto: { target: 0.5, of: 'planet' },
        scatter: { y: 'monetary', glow: true },
        radar: { axes: 5 },
      },
    });
    expect(restored.otherData && restored.otherVersion).to.equal(true);
    expect(restored.leftOut.map(({ what }) => what)).to.have.members([
      'dates',
      'asOf',
      'dimension',
      'values',
      'weights',
      'option',
      'option',
      'option',
      'part',
    ]);
    expect(source.definition.filter).to.deep.equal({ dimensions: { city: ['Rome'] } });
    expect(inside<HTMLElementTagNameMap['rfm-scatter']>(element, 'rfm-scatter').y).to.equal('monetary');
    await element.updateComplete;
    const said = inside(element, '[part~=notice]').textContent ?? '';
    for (const text of [
      'saved from other data and by another version',
      'no dimension “planet”',
      'city has no “Paris” here',
      'no radar',
      '1999-01-31',
    ])
      expect(said).to.contain(text);
    inside<HTMLButtonElement>(element, '[part~=notice] button').click();
    await until(() => !element.shadowRoot?.querySelector('[part~=notice]'));
  });

  it('refuses what is no view', async () => {
    const element = await dashboard('show="kpis"');
    for (const given of ['{', '[]', '{"kind":"other"}']) {
      const reason = await element.restore(given).catch((error: unknown) => error);
      expect(String(reason)).to.contain('no saved view');
    }
  });

  it('says what stands out, each sentence leading to its picture and to its customers', async () => {
    const element = await dashboard('show="findings,pareto,scatter"');
    const source = await element.ready;
    const sentences = (): HTMLElement[] => [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part~=statement]') ?? []),
    ];
    await until(() => sentences().length > 0);
    const half = sentences().find((one) => one.textContent?.includes('bring half of revenue'));
    expect(half?.localName).to.equal('button');
    half?.click();
    const pareto = inside(element, 'rfm-pareto');
    expect(pareto.shadowRoot?.activeElement?.part.contains('plot')).to.equal(true);
    // What no part shows is said all the same.
    expect(sentences().some((one) => one.localName === 'span')).to.equal(true);
    const told = once(element, 'rfm-select');
    inside<HTMLButtonElement>(element, '[part~=statement-mark]').click();
    expect((await told).detail.customers.count).to.equal(source.selection?.customers.count);
    element.locale = 'zh-CN';
    await until(() => sentences()[0]?.textContent?.startsWith('近'));
  });

  it('tells when its view is another, and takes the token of it back', async () => {
    const element = await dashboard('show="pareto,cohorts"');
    const token = element.token();
    expect(token).to.match(/^v1\.[\w-]+$/);
    const told = once(element, 'rfm-view');
    inside<HTMLElementTagNameMap['rfm-cohorts']>(element, 'rfm-cohorts').layout = 'curves';
    (await element.ready).rewind('2024-09-30');
    const { detail } = await told;
    expect(detail.token).to.equal(element.token());
    expect(element.save().elements).to.deep.equal({ cohorts: { layout: 'curves' } });
    await element.restore(token);
    expect(element.save().elements).to.deep.equal({});
    expect(element.save().asOf).to.equal(null);
    await element.restore(detail.token);
    expect(inside<HTMLElementTagNameMap['rfm-cohorts']>(element, 'rfm-cohorts').layout).to.equal('curves');
  });

  it('names in the archive, and on the page, the parts that could not be shown', async () => {
    const element = await dashboard('show="kpis,pareto"', '<rfm-pareto of="planet"></rfm-pareto>');
    const files = await unpacked(element);
    expect(files.get('not-exported.txt')).to.contain('pareto-2: ');
    await element.updateComplete;
    expect(inside(element, '[part~=notice]').textContent).to.contain('pareto-2');
  });

  it('exports the figures of every part in one archive', async () => {
    const element = await dashboard('show="kpis,pareto"', '<rfm-pareto of="city"></rfm-pareto>');
    const files = await unpacked(element);
    expect([...files.keys()]).to.deep.equal(
      ['kpis', 'pareto', 'pareto-2'].flatMap((name) => [`${name}.csv`, `${name}.svg`]),
    );
    expect(files.get('pareto.csv')).to.contain('rank,item_share');
    expect(files.get('pareto-2.svg')).to.contain('<svg');
  });

  it('shows all parts as tables at once, and each for itself', async () => {
    const element = await dashboard('show="kpis,pareto"');
    const views = (): string[] =>
      ['rfm-kpis', 'rfm-pareto'].map((name) => Reflect.get(inside(element, name), 'view'));
    inside<HTMLButtonElement>(element, '[part=view-button]').click();
    await element.updateComplete;
    expect(views()).to.deep.equal(['table', 'table']);
    inside<HTMLElementTagNameMap['rfm-pareto']>(element, 'rfm-pareto').view = 'chart';
    element.heading = 'Board';
    await element.updateComplete;
    expect(views()).to.deep.equal(['table', 'chart']);
    element.show = 'kpis,pareto,flow';
    await element.updateComplete;
    await element.updateComplete;
    expect(Reflect.get(inside(element, 'rfm-flow'), 'view')).to.equal('table');
    element.view = 'chart';
    await element.updateComplete;
    expect(views()).to.deep.equal(['chart', 'chart']);
  });

  it('gives results, figures and pictures of all parts as one', async () => {
    const element = await dashboard(
      'show="findings,kpis,pareto" heading="Board"',
      '<rfm-pareto of="planet"></rfm-pareto>',
    );
    const results = await element.result();
    // The third cannot be shown.
    expect(Object.keys(results)).to.deep.equal(['kpis', 'pareto']);
    const csv = await element.toCsv();
    expect(csv).to.match(/^kpis\r\n/);
    expect(csv).to.contain('\r\n\r\npareto\r\nrank,item_share');
    const svg = new DOMParser().parseFromString(await element.toSvg(), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).to.equal(null);
    const texts = [...svg.documentElement.children].flatMap((one) =>
      one.localName === 'text' ? [one.textContent] : [],
    );
    expect(texts[0]).to.equal('Board');
    expect(texts.join(' ')).to.contain('half of revenue');
    const inner = [...svg.querySelectorAll('svg > svg')];
    expect(inner).to.have.length(2);
    // One below the other, none over the next.
    const [one, other] = inner.map((each) => ['y', 'height'].map((name) => Number(each.getAttribute(name))));
    expect(other![0]).to.be.at.least(one![0]! + one![1]!);
    const png = await createImageBitmap(await element.toPng());
    expect(png.width).to.equal(2 * Number(svg.documentElement.getAttribute('width')));
  });

  it('takes the selection back in all its parts, and keeps them apart with link="none"', async () => {
    const element = await dashboard('show="kpis,pareto"');
    const source = await element.ready;
    await source.select({ customers: ['c1'] });
    const told = once(element, 'rfm-select');
    element.clearSelection();
    expect((await told).detail.customers.count).to.equal(0);
    expect(source.selection).to.equal(null);
    element.link = 'none';
    await element.updateComplete;
    expect(inside<HTMLElementTagNameMap['rfm-kpis']>(element, 'rfm-kpis').link).to.equal('none');
  });

  it('says who nobody is while customers are masked, in every file too, where one part alone is', async () => {
    const element = await dashboard(
      'show="pareto,scatter,quadrant"',
      '<rfm-customers mask-customers></rfm-customers>',
    );
    const files = await unpacked(element);
    for (const name of ['scatter.csv', 'quadrant.csv', 'customers.csv']) {
      expect(files.get(name), name).to.contain('Customer 8');
      expect(files.get(name), name).not.to.match(/\bc[0-7]\b/);
    }
    // One number means one customer wherever it stands.
    const amountOf = (file: string, column: string): string | undefined => {
      const [head = '', ...rows] = (files.get(file) ?? '').replace('\ufeff', '').trim().split('\r\n');
      const at = head.split(',').indexOf(column);
      return rows.map((row) => row.split(',')).find(([name]) => name === 'Customer 3')?.[at];
    };
    expect(amountOf('scatter.csv', 'monetary')).to.equal(amountOf('customers.csv', 'monetary'));
    const scatter = inside<HTMLElementTagNameMap['rfm-scatter']>(element, 'rfm-scatter');
    scatter.view = 'table';
    await until(() => textOf(scatter).includes('Customer 3'));
    expect(textOf(scatter)).not.to.match(/\bc[0-7]\b/);
    expect(await element.toCsv()).not.to.match(/\bc[0-7]\b/);
    // That it is masked is the page's affair, and no part of a view.
    expect(JSON.stringify(element.save())).not.to.contain('mask');
  });

  it('is laid out for paper within the event, however printing was asked for', async () => {
    const element = await dashboard('show="pareto,cohorts"');
    const width = (): number =>
      inside(inside(element, 'rfm-cohorts'), '[part~=chart]').getBoundingClientRect().width;
    const before = width();
    expect(before).to.be.greaterThan(800);
    window.dispatchEvent(new Event('beforeprint'));
    expect(width()).to.be.within(600, 720);
    // What the figures rest on stands at the head of a report.
    const basis = inside(element, '.basis').textContent ?? '';
    expect(basis).to.contain('As of');
    expect(basis).to.match(/Filter\s*none/);
    window.dispatchEvent(new Event('afterprint'));
    await until(() => width() === before);
    expect(element.shadowRoot?.querySelector('.basis')).to.equal(null);
  });

  it('draws planes anew for paper, at once and in the size they have on it', async () => {
    const element = await dashboard('show="scatter"');
    const scatter = inside(element, 'rfm-scatter');
    const screen = inside<HTMLCanvasElement>(scatter, 'canvas').width;
    window.dispatchEvent(new Event('beforeprint'));
    const box = inside(scatter, '.plot').getBoundingClientRect();
    const [, sheet] = [...(scatter.shadowRoot?.querySelectorAll('canvas') ?? [])];
    expect(sheet?.width).to.equal(3 * Math.round(box.width));
    expect(sheet?.height).to.equal(3 * Math.round(box.height));
    expect(inside(scatter, 'svg[part], .drawing svg').getAttribute('viewBox')).to.contain(
      `${Math.round(box.width)} ${Math.round(box.height)}`,
    );
    window.dispatchEvent(new Event('afterprint'));
    await until(() => inside<HTMLCanvasElement>(scatter, 'canvas').width === screen);
  });

  it('leaves weights that change nothing out of what is printed', async () => {
    const element = await dashboard('show="kpis,weights"');
    await emulateMedia({ media: 'print' });
    const printed = (): string => {
      window.dispatchEvent(new Event('beforeprint'));
      const { display } = getComputedStyle(inside(element, '.of-weights'));
      window.dispatchEvent(new Event('afterprint'));
      return display;
    };
    expect(printed()).to.equal('none');
    (await element.ready).weigh([2, 1, 1]);
    expect(printed()).to.equal('block');
  });

  it('prints the first rows of a long table, and says so', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      customer: `c${i}`,
      date: '2024-01-05',
      amount: i + 1,
      city: 'Rome',
    }));
    const element = await dashboard('show="quadrant" view="table"', '', many);
    const sheet = inside(inside(element, 'rfm-quadrant'), '[part=table]');
    const rows = (): number =>
      [...sheet.querySelectorAll('tbody tr')].filter((row) => row.getClientRects().length > 0).length;
    const all = rows();
    await emulateMedia({ media: 'print' });
    expect(all - rows()).to.equal(20);
    const said = [...sheet.querySelectorAll('.paper-cut')].filter((one) => one.getClientRects().length > 0);
    expect(said.map(({ textContent }) => textContent).join('')).to.contain('The first 40 of 60 rows.');
  });

  it('says on paper what narrows, and not how many rows there would be without', async () => {
    const element = await dashboard('show="kpis"');
    (await element.ready).filter({ from: '2024-03-01', dimensions: { city: ['Oslo'] } });
    window.dispatchEvent(new Event('beforeprint'));
    const basis = inside(element, '.basis').textContent ?? '';
    expect(basis).to.contain('Mar 1, 2024 – …, city: Oslo');
    expect(basis).not.to.contain('Rows used');
    window.dispatchEvent(new Event('afterprint'));
  });

  it('says what its figures rest on, and goes elsewhere as a picture or as CSV', async () => {
    const element = await dashboard('show="kpis,pareto"');
    inside(element, '[part=definition-button]').click();
    await element.updateComplete;
    expect(inside(element, '[part=definition]').textContent).to.contain('Rows used');
    inside(element, '[part=export-button]').click();
    await element.updateComplete;
    const ways = [...(element.shadowRoot?.querySelectorAll('[role=menuitem]') ?? [])];
    expect(ways.map(({ textContent }) => textContent)).to.deep.equal([
      'Copy picture',
      'Save picture (PNG)',
      'Save picture (SVG)',
      'Save data (CSV)',
    ]);
    await expectAccessible(element);
  });

  it('refuses words that an option cannot be, and parts that there are not', async () => {
    const element = await dashboard('show="cohorts,segments"');
    const saved = element.save();
    const { leftOut } = await element.restore({
      ...saved,
      show: ['cohorts', 'segments', 'radar'],
      elements: {
        cohorts: { layout: 'spiral', view: 'hologram', scale: 'row' },
        segments: { layout: 'pie', size: 'margin', compare: 6 },
      },
    });
    expect(leftOut.map((one) => ('name' in one ? one.name : one.what))).to.deep.equal([
      'radar',
      ...['layout', 'view'],
      ...['layout', 'size'],
    ]);
    expect(element.save()).to.deep.include({
      show: ['cohorts', 'segments'],
      elements: { cohorts: { scale: 'row' }, segments: { compare: 6 } },
    });
  });

  it('says in each part what went wrong with the data', async () => {
    const place = stage('<rfm-dashboard show="kpis,pareto" locale="en"></rfm-dashboard>');
    const element = only(place, 'rfm-dashboard');
    element.data = [{ a: 1 }];
    const reason = await element.drawn().catch((error: unknown) => error);
    expect(String(reason)).to.contain('Error');
    await until(() => textOf(inside(element, 'rfm-kpis')).includes('could not be shown'));
  });

  it('speaks Chinese, its parts too', async () => {
    const element = await dashboard('show="kpis" locale="zh-CN"'.replace('locale="zh-CN"', ''), '');
    element.locale = 'zh-CN';
    await until(() => textOf(element).includes('导出全部数据'));
    await until(() => textOf(inside(element, 'rfm-kpis')).includes('客户'));
  });

  for (const [width, columns] of [
    [320, 1],
    [900, 2],
    [2000, 4],
  ] as const) {
    it(`has ${columns} columns at ${width} px`, async () => {
      const element = await dashboard('show="kpis,pareto,scatter"');
      only(document, 'rfm-dashboard').parentElement?.style.setProperty('width', `${width}px`);
      await new Promise(requestAnimationFrame);
      const grid = inside(element, '.grid');
      expect(getComputedStyle(grid).gridTemplateColumns.split(' ')).to.have.length(columns);
      // The charts follow in the frames after.
      await until(() => grid.scrollWidth <= grid.clientWidth + 1);
    });
  }

  for (const theme of ['light', 'dark']) {
    it(`is accessible: ${theme}`, async () => {
      await expectAccessible(await dashboard(`theme="${theme}" show="kpis,pareto,weights" heading="Board"`));
    });
  }
});
