import '../../src/define/quadrant';
import { expect } from 'chai';
import { registerLocale } from '../../src/locales/registry';
import { chartOf } from './support/chart';
import { SALES, salesAddress } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';
import { expectComplaint } from './support/watch-console';

type Chart = HTMLElementTagNameMap['rfm-quadrant'];

const quadrant = (attributes = ''): Promise<Chart> => chartOf('rfm-quadrant', SALES, attributes);

describe('a chart and its load', () => {
  it('says how far it has come while it loads', async () => {
    const place = stage();
    const chart = document.createElement('rfm-quadrant');
    chart.src = salesAddress();
    place.append(chart);
    await chart.updateComplete;
    const bar = inside(chart, '[role=progressbar]');
    expect(bar.getAttribute('aria-valuetext')).not.to.equal('');
    expect(inside(chart, 'section').getAttribute('aria-busy')).to.equal('true');
    await chart.ready;
  });

  it('announces its own load, then its picture', async () => {
    const place = stage();
    const told: string[] = [];
    for (const name of ['rfm-load', 'rfm-ready', 'rfm-error'] as const) {
      place.addEventListener(name, (event) => told.push(event.type));
    }
    const chart = document.createElement('rfm-quadrant');
    chart.data = SALES;
    place.append(chart);
    await chart.ready;
    expect(told).to.deep.equal(['rfm-load', 'rfm-ready']);
  });

  it('shows a failure in place with its code, and tries again when asked', async () => {
    expectComplaint(/404/);
    const place = stage('<rfm-quadrant src="/nowhere.csv"></rfm-quadrant>');
    const chart = only(place, 'rfm-quadrant');
    const codes: string[] = [];
    place.addEventListener('rfm-error', (event) => codes.push(event.detail.error.code));
    const error = await chart.ready.catch((reason) => reason);
    expect(error.code).to.equal('network');
    expect(codes).to.deep.equal(['network']);
    expect(textOf(chart)).to.contain('Code: network');
    const before = chart.ready;
    inside(chart, '[part=retry]').click();
    await until(() => codes.length === 2);
    expect(chart.ready).not.to.equal(before);
  });

  it('takes the newest of two loads', async () => {
    const place = stage();
    const chart = document.createElement('rfm-quadrant');
    place.append(chart);
    chart.data = SALES.slice(0, 4);
    const first = chart.ready;
    await chart.updateComplete;
    chart.data = SALES;
    await first;
    expect((await chart.result()).table.numRows).to.equal(7);
  });

  it('gives a new promise as soon as an option changes, and the result that belongs to it', async () => {
    const chart = await quadrant();
    const before = chart.ready;
    chart.split = '50,1';
    expect(chart.ready).not.to.equal(before);
    const { splits } = (await chart.result()).summary;
    expect(splits).to.deep.equal({ current: 50, potential: 1 });
  });

  it('shows an option it cannot take as a failure, and the picture again once it is right', async () => {
    const chart = await quadrant('split="sideways"').catch((error) => error);
    expect(chart.code).to.equal('invalid-option');
    const element = document.querySelector('rfm-quadrant') as Chart;
    element.split = 'median';
    await element.ready;
    expect(inside(element, 'canvas')).not.to.equal(null);
  });

  it('is ready out of view, and drawn as if it were seen', async () => {
    const place = stage('<div hidden><rfm-quadrant></rfm-quadrant></div>');
    const chart = only(place, 'rfm-quadrant');
    chart.data = SALES;
    await chart.ready;
    expect(await chart.toSvg()).to.contain('width="672"');
  });

  it('keeps properties that were set before it was defined', async () => {
    const chart = Object.assign(document.createElement('rfm-scatter'), { data: SALES, y: 'monetary' });
    stage().append(chart);
    await import('../../src/define/scatter');
    await chart.ready;
    expect(textOf(chart)).to.contain('Monetary value against recency');
  });
});

describe('a chart and its place', () => {
  it('follows the width of its container, also to nothing and back', async () => {
    const chart = await quadrant();
    const place = chart.parentElement as HTMLElement;
    const canvas = (): HTMLCanvasElement => inside<HTMLCanvasElement>(chart, 'canvas');
    const wide = canvas().width;
    place.style.width = '400px';
    await until(() => canvas().width < wide);
    place.style.width = '0px';
    await until(() => canvas().clientWidth === 0);
    place.style.width = '800px';
    await until(() => canvas().width === wide);
  });

  it('fills a height that the page gives it', async () => {
    const chart = await quadrant();
    chart.style.height = '900px';
    await until(() => inside(chart, '.plot').clientHeight > 700);
    await until(() => inside<HTMLCanvasElement>(chart, 'canvas').height > 700 * devicePixelRatio);
  });

  it('speaks the language of the page, and changes with it', async () => {
    const chart = await quadrant('locale=""');
    document.documentElement.lang = 'zh-CN';
    await until(() => textOf(chart).includes('位客户'));
    document.documentElement.lang = 'en';
    await until(() => textOf(chart).includes('customers'));
  });

  it('speaks its own language where it has one, with English for what is not said', async () => {
    registerLocale('xx', { tiers: { platinum: 'Platine', gold: 'Or', iron: 'Fer', lead: 'Plomb' } });
    const chart = await quadrant('locale="xx" view="table"');
    expect(textOf(chart)).to.contain('Platine');
    expect(textOf(chart)).to.contain('Share of customers');
  });

  it('paints anew when the colours of the page change', async () => {
    const chart = await quadrant();
    const pixels = (): string => inside<HTMLCanvasElement>(chart, 'canvas').toDataURL();
    const light = pixels();
    document.documentElement.style.colorScheme = 'dark';
    await until(() => pixels() !== light);
    document.documentElement.style.colorScheme = '';
    await until(() => pixels() === light);
  });
});

describe('what a chart hands out', () => {
  it('gives CSV whose cells are no formulas', async () => {
    const chart = await quadrant();
    const lines = (await chart.toCsv()).split('\r\n');
    expect(lines[0]).to.equal('customer,current_value,potential_value,tier');
    expect(lines.some((line) => line.startsWith("'=1+1,"))).to.equal(true);
    expect(lines).to.have.length(9);
  });

  it('gives an SVG of its own, with the finding, and text from the data only as text', async () => {
    const chart = await quadrant();
    const svg = await chart.toSvg();
    const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(file.querySelector('parsererror')).to.equal(null);
    expect(file.documentElement.textContent).to.contain('platinum');
    expect(svg).not.to.contain('var(');
  });

  it('gives a PNG at twice the size and more', async () => {
    const chart = await quadrant();
    const image = await createImageBitmap(await chart.toPng());
    expect(image.width).to.be.at.least(1600);
  });

  it('shows the same numbers as a table', async () => {
    const chart = await quadrant();
    inside(chart, '[part=view-button]').click();
    await chart.updateComplete;
    expect(chart.view).to.equal('table');
    expect(inside(chart, 'table').textContent).to.contain('Platinum');
    expect(chart.shadowRoot?.querySelector('img')).to.equal(null);
    inside(chart, '[part=view-button]').click();
    await chart.updateComplete;
    expect(inside<HTMLCanvasElement>(chart, 'canvas').width).to.be.greaterThan(300);
  });

  it('says how it was computed, and returns the keyboard to where it was', async () => {
    const chart = await quadrant();
    inside(chart, '[part=definition-button]').click();
    const panel = await until(() => chart.shadowRoot?.querySelector<HTMLElement>('.panel'));
    expect(panel.textContent).to.contain('December 31, 2024');
    expect(panel.textContent).to.contain('SELECT');
    await until(() => chart.shadowRoot?.activeElement === panel);
    panel.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => chart.shadowRoot?.activeElement?.getAttribute('part') === 'definition-button');
    expect(chart.shadowRoot?.querySelector('.panel')).to.equal(null);
  });
});
