import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/source';
import { expect } from 'chai';
import type { RfmSelectEvent } from '../../src/elements/events';
import { chartOf, chip, finding, press } from './support/chart';
import { type Point, penOver } from './support/pointer';
import { SALES } from './support/sales';
import { inside, only, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-scatter' | 'rfm-quadrant'];

/** Drags a pointer, from and to places given as shares of the plot, and lifts it in one way or another. */
async function drag(
  chart: Chart,
  from: Point,
  to: Point,
  pointerType = 'mouse',
  lift: 'pointerup' | 'pointercancel' | null = 'pointerup',
): Promise<void> {
  const pen = penOver(chart, { pointerType });
  pen.send('pointerdown', from);
  pen.send('pointermove', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  pen.send('pointermove', to);
  await chart.updateComplete;
  if (lift) pen.send(lift, to);
}

const brush = (chart: Chart): Element | null => chart.shadowRoot?.querySelector('.brush') ?? null;
const description = (chart: Chart): string => inside(chart, '.chip .what').textContent ?? '';

async function chosen(chart: Chart): Promise<string[]> {
  const event = await new Promise<RfmSelectEvent>((resolve) =>
    chart.addEventListener('rfm-select', resolve, { once: true }),
  );
  await until(() => finding(chart).startsWith('Selected'));
  return (await event.detail.customers.ids()).sort();
}

describe('a rectangle dragged over a chart', () => {
  for (const pointerType of ['mouse', 'touch']) {
    it(`chooses customers by the values on both axes: scatter, ${pointerType}`, async () => {
      // Recency against monetary value: what follows from the data is worked out from the result.
      const chart = await chartOf('rfm-scatter', SALES, 'y="monetary"');
      const result = await chart.result();
      const told = chosen(chart);
      // The right half of the plane, all values.
      await drag(chart, [0.55, 0.9], [0.999, 0.05], pointerType);
      const names = await told;
      const days = /^Recency (\d+) to (\d+) days, /.exec(description(chart));
      expect(days, description(chart)).not.to.equal(null);
      const expected = result
        .rows()
        .filter(({ recency_days: age }) => age >= Number(days?.[1]) && age <= Number(days?.[2]))
        .map(({ customer }) => customer);
      expect(Number(days?.[1])).to.equal(0);
      expect(expected).to.include.members(['Ada', '=1+1', 'Cyd']);
      expect(expected).not.to.include('Ben');
      expect(names).to.deep.equal(expected.sort());
    });
  }

  it('chooses whole lanes of orders, however thin the rectangle', async () => {
    const chart = await chartOf('rfm-scatter', SALES);
    const told = chosen(chart);
    // Near the bottom is the lane of one order.
    await drag(chart, [0.02, 0.85], [0.99, 0.8]);
    const names = await told;
    expect(description(chart)).to.match(/, Frequency 1 order$/);
    expect(names).to.deep.equal(['<img src=x onerror=alert(1)>', '=1+1', 'Ben', 'Dov']);
  });

  it('leaves out what is hidden', async () => {
    const chart = await chartOf('rfm-scatter', SALES);
    inside(chart, '.legend button').click();
    await chart.updateComplete;
    const told = chosen(chart);
    await drag(chart, [0.02, 0.9], [0.99, 0.05]);
    const names = await told;
    expect(names).to.have.length(6);
    expect(names).not.to.include('Ada');
  });

  it('chooses by current and potential value: quadrant', async () => {
    const chart = await chartOf('rfm-quadrant', SALES, 'split="200,100"');
    const told = chosen(chart);
    // The top of the plane, where Ada stands alone.
    await drag(chart, [0.15, 0.2], [0.99, 0.04]);
    expect(await told).to.deep.equal(['Ada']);
    expect(description(chart)).to.match(/^Current value .* Potential value /);
  });

  it('is seen while it is dragged, and goes when it ends', async () => {
    const chart = await chartOf('rfm-scatter', SALES);
    await drag(chart, [0.3, 0.3], [0.6, 0.7], 'mouse', null);
    expect(brush(chart)?.getBoundingClientRect().width).to.be.closeTo(
      0.3 * inside(chart, '.plot').getBoundingClientRect().width,
      1,
    );
    expect(chart.shadowRoot?.querySelector('.tip')).to.equal(null);
    await press(chart, 'Escape');
    await until(() => !brush(chart));
    await drag(chart, [0.3, 0.3], [0.6, 0.7], 'mouse', 'pointercancel');
    await until(() => !brush(chart));
    await drag(chart, [0.02, 0.9], [0.99, 0.05]);
    await until(() => finding(chart).startsWith('Selected'));
    expect(brush(chart)).to.equal(null);
    // The click at the end of a drag takes nothing back.
    expect(chip(chart)).not.to.equal(null);
  });

  it('takes the selection back where nobody lies in it', async () => {
    const chart = await chartOf('rfm-scatter', SALES, 'y="monetary"');
    const told = chosen(chart);
    await drag(chart, [0.02, 0.9], [0.99, 0.05]);
    await told;
    // Much was not spent long ago.
    await drag(chart, [0.12, 0.1], [0.2, 0.15]);
    await until(() => !finding(chart).startsWith('Selected'));
  });

  it('is not drawn in a chart that opts out', async () => {
    const chart = await chartOf('rfm-scatter', SALES, 'link="none"');
    await drag(chart, [0.3, 0.3], [0.6, 0.7], 'mouse', null);
    expect(brush(chart)).to.equal(null);
    expect(only(chart.parentElement as HTMLElement, 'rfm-scatter')).to.equal(chart);
  });
});
