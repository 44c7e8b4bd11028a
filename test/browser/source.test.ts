import '../../src/define/source';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import { expect } from 'chai';
import { SALES, salesAddress } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

describe('where a chart takes its data from', () => {
  it('takes them from the rfm-source with the id it names', async () => {
    const place = stage('<rfm-source id="shop"></rfm-source><rfm-quadrant source="shop"></rfm-quadrant>');
    only(place, 'rfm-source').data = SALES;
    const result = await only(place, 'rfm-quadrant').result();
    expect(result.table.numRows).to.equal(7);
  });

  it('waits in words for a source that is not there yet, and takes it when it comes', async () => {
    const place = stage('<rfm-quadrant source="later"></rfm-quadrant>');
    const chart = only(place, 'rfm-quadrant');
    await chart.updateComplete;
    expect(textOf(chart)).to.contain('Waiting for the data source “later”');
    const source = document.createElement('rfm-source');
    source.data = SALES;
    source.id = 'later';
    place.append(source);
    await chart.ready;
    expect((await chart.result()).summary.tiers).to.have.length(4);
  });

  it('lets go of a source that is removed', async () => {
    const place = stage('<rfm-source id="gone"></rfm-source><rfm-quadrant source="gone"></rfm-quadrant>');
    only(place, 'rfm-source').data = SALES;
    const chart = only(place, 'rfm-quadrant');
    await chart.ready;
    only(place, 'rfm-source').remove();
    await until(() => textOf(chart).includes('Waiting for'));
  });

  it('takes them from the source that encloses it, across a shadow root', async () => {
    const place = stage('<rfm-source><div></div></rfm-source>');
    only(place, 'rfm-source').data = SALES;
    const root = only(place, 'div').attachShadow({ mode: 'open' });
    root.innerHTML = '<rfm-quadrant></rfm-quadrant>';
    const chart = only(root, 'rfm-quadrant');
    await chart.ready;
    expect((await chart.result()).table.numRows).to.equal(7);
  });

  it('takes a Source as a property', async () => {
    const place = stage('<rfm-source></rfm-source>');
    only(place, 'rfm-source').data = SALES;
    const chart = document.createElement('rfm-quadrant');
    chart.source = await only(place, 'rfm-source').ready;
    place.append(chart);
    await chart.ready;
    expect(textOf(chart)).to.contain('7 customers');
  });

  it('says that there are no data before there are any', async () => {
    const chart = only(stage('<rfm-quadrant></rfm-quadrant>'), 'rfm-quadrant');
    await chart.updateComplete;
    expect(textOf(chart)).to.contain('No data yet.');
  });

  it('follows a source that is given other data', async () => {
    const place = stage('<rfm-source><rfm-quadrant></rfm-quadrant></rfm-source>');
    const source = only(place, 'rfm-source');
    const chart = only(place, 'rfm-quadrant');
    source.data = SALES;
    await chart.ready;
    source.data = SALES.slice(0, 4);
    await source.ready;
    await until(() => textOf(chart).includes('2 customers'));
  });
});

describe('one address on one page', () => {
  const fetched: string[] = [];
  const real = window.fetch;
  before(() => {
    window.fetch = (input, init) => {
      fetched.push(`${init?.method ?? 'GET'} ${input instanceof Request ? input.url : input}`);
      return real(input, init);
    };
  });
  after(() => {
    window.fetch = real;
  });
  beforeEach(() => fetched.splice(0));

  const asked = (address: string): string[] => fetched.filter((line) => line.includes(address));

  it('is fetched once for all charts with the same mapping', async () => {
    const src = salesAddress();
    const tag = (name: string): string => `<rfm-${name} src="${src}" customer="customer"></rfm-${name}>`;
    const place = stage(tag('quadrant') + tag('scatter') + tag('quadrant'));
    await Promise.all(
      [...place.querySelectorAll('rfm-quadrant, rfm-scatter')].map(
        (chart) => (chart as HTMLElementTagNameMap['rfm-scatter']).ready,
      ),
    );
    expect(asked(src)).to.deep.equal([`GET ${src}`]);
  });

  it('is not fetched again when a chart moves', async () => {
    const src = salesAddress();
    const place = stage(`<rfm-quadrant src="${src}"></rfm-quadrant><p></p>`);
    const chart = only(place, 'rfm-quadrant');
    await chart.ready;
    const { ready } = chart;
    only(place, 'p').append(chart);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked(src)).to.have.length(1);
    expect(chart.ready).to.equal(ready);
    expect(textOf(chart)).to.contain('7 customers');
  });

  it('is not fetched by a chart that has left the page', async () => {
    const src = salesAddress();
    const chart = only(stage(`<rfm-quadrant src="${src}"></rfm-quadrant>`), 'rfm-quadrant');
    await chart.ready;
    chart.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    chart.split = 'median';
    await chart.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked(src)).to.have.length(1);
    stage().append(chart);
    await chart.ready;
    expect(asked(src)).to.have.length(2);
  });

  it('is closed when the last chart has left, and opened again when one comes back', async () => {
    const src = salesAddress();
    const place = stage(`<rfm-source src="${src}"></rfm-source>`);
    const element = only(place, 'rfm-source');
    const source = await element.ready;
    element.remove();
    await until(() => source.closed);
    place.append(element);
    expect(await element.ready).not.to.equal(source);
    expect(asked(src)).to.have.length(2);
  });
});

describe('rfm-source', () => {
  it('tells what it loads, in order, and resolves to its source', async () => {
    const place = stage();
    const told: string[] = [];
    for (const name of ['rfm-progress', 'rfm-load', 'rfm-ready'] as const) {
      place.addEventListener(name, (event) => told.push(event.type));
    }
    const reports: number[] = [];
    place.addEventListener('rfm-load', (event) => reports.push(event.detail.report.rowsUsed));
    const element = document.createElement('rfm-source');
    element.src = salesAddress();
    place.append(element);
    const source = await element.ready;
    expect(source.report.rowsUsed).to.equal(SALES.length);
    expect(reports).to.deep.equal([SALES.length]);
    expect(told.slice(-2)).to.deep.equal(['rfm-load', 'rfm-ready']);
    expect(told).to.contain('rfm-progress');
  });

  it('has a new promise for each load, at once', async () => {
    const element = only(stage('<rfm-source></rfm-source>'), 'rfm-source');
    element.data = SALES;
    const first = element.ready;
    expect((await first).report.customers).to.equal(7);
    element.data = SALES.slice(0, 4);
    expect(element.ready).not.to.equal(first);
    expect((await element.ready).report.customers).to.equal(2);
  });

  it('rejects with the error of a load that failed, which charts show with a way to try again', async () => {
    const place = stage('<rfm-source><rfm-quadrant></rfm-quadrant></rfm-source>');
    const element = only(place, 'rfm-source');
    const chart = only(place, 'rfm-quadrant');
    element.data = [{ colour: 'red' }];
    const code = await element.ready.then(
      () => 'none',
      (error) => error.code,
    );
    expect(code).to.equal('mapping-needed');
    await until(() => textOf(chart).includes('Code: mapping-needed'));
    element.data = SALES;
    await chart.ready;
    expect(inside(chart, '.finding').textContent).to.contain('platinum');
  });
});
