import '../../src/define/quadrant';
import '../../src/define/cohorts';
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { SALES } from './support/sales';
import { inside, only, stage } from './support/stage';

afterEach(() => emulateMedia({ media: 'screen' }));

describe('a chart on paper', () => {
  it('paints its marks in the colours of paper while the page is printed, and in its own after', async () => {
    const chart = only(stage('<rfm-quadrant theme="dark"></rfm-quadrant>'), 'rfm-quadrant');
    chart.data = SALES;
    await chart.ready;
    const canvas = inside<HTMLCanvasElement>(chart, 'canvas');
    const dark = canvas.toDataURL();
    window.dispatchEvent(new Event('beforeprint'));
    // Another one takes its place on the paper: a canvas that is emptied then wipes what lies below it.
    const [still, sheet] = [...(chart.shadowRoot?.querySelectorAll('canvas') ?? [])];
    expect(still === canvas && getComputedStyle(canvas).visibility).to.equal('hidden');
    expect(sheet?.width).to.be.at.least(2 * canvas.clientWidth);
    expect(sheet?.toDataURL()).not.to.equal(dark);
    // Nor is that one painted on a second time.
    chart.split = 'median';
    await chart.updateComplete;
    await chart.ready;
    const [, ...sheets] = [...(chart.shadowRoot?.querySelectorAll('canvas') ?? [])];
    expect(sheets).to.have.length(1);
    expect(sheets[0] === sheet).to.equal(false);
    chart.split = null;
    await chart.updateComplete;
    await chart.ready;
    window.dispatchEvent(new Event('afterprint'));
    expect(chart.shadowRoot?.querySelectorAll('canvas')).to.have.length(1);
    expect(getComputedStyle(canvas).visibility).to.equal('visible');
    expect(canvas.toDataURL()).to.equal(dark);
  });

  it('has paper’s colours and nothing to press', async () => {
    const chart = only(stage('<rfm-cohorts theme="dark"></rfm-cohorts>'), 'rfm-cohorts');
    chart.data = SALES;
    await chart.ready;
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(chart).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(inside(chart, '.tools')).display).to.equal('none');
  });

  it('shows a picture wider than its place whole', async () => {
    const place = stage('<rfm-cohorts></rfm-cohorts>');
    place.style.width = '300px';
    const chart = only(place, 'rfm-cohorts');
    chart.data = SALES;
    await chart.ready;
    const plot = inside(chart, '.plot');
    expect(plot.scrollWidth).to.be.greaterThan(plot.clientWidth);
    await emulateMedia({ media: 'print' });
    expect(inside(chart, '[part~=chart]').getBoundingClientRect().width).to.be.at.most(300);
  });

  it('shows all rows of a table', async () => {
    const chart = only(stage('<rfm-quadrant view="table"></rfm-quadrant>'), 'rfm-quadrant');
    chart.data = Array.from({ length: 80 }, (_, i) => ({
      customer: `c${i}`,
      date: '2024-01-05',
      amount: i + 1,
    }));
    await chart.ready;
    const sheet = inside(chart, '.sheet');
    expect(sheet.scrollHeight).to.be.greaterThan(sheet.clientHeight);
    await emulateMedia({ media: 'print' });
    expect(sheet.scrollHeight).to.equal(sheet.clientHeight);
  });
});
