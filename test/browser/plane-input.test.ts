import '../../src/define/quadrant';
import '../../src/define/scatter';
import { expect } from 'chai';
import type { RfmSelectEvent } from '../../src/elements/events';
import { chartOf, press, tool } from './support/chart';
import { type Point, penOver } from './support/pointer';
import { SALES } from './support/sales';
import { inside, textOf, until } from './support/stage';

type Scatter = HTMLElementTagNameMap['rfm-scatter'];
type Quadrant = HTMLElementTagNameMap['rfm-quadrant'];

const scatter = (attributes = ''): Promise<Scatter> => chartOf('rfm-scatter', SALES, attributes);
const quadrant = (attributes = 'split="50,100"'): Promise<Quadrant> =>
  chartOf('rfm-quadrant', SALES, attributes);

async function selected(chart: Scatter | Quadrant): Promise<string[]> {
  const event = await new Promise<RfmSelectEvent>((resolve) =>
    chart.addEventListener('rfm-select', resolve, { once: true }),
  );
  return (await event.detail.customers.ids()).sort();
}

describe('a line drawn around customers', () => {
  for (const pointerType of ['mouse', 'touch']) {
    it(`chooses those inside: ${pointerType}`, async () => {
      const chart = await quadrant('split="200,100"');
      tool(chart, 'Select by a line').click();
      await chart.updateComplete;
      const told = selected(chart);
      // Around the top of the plane, where Ada stands alone.
      penOver(chart, { pointerType }).drag([
        [0.15, 0.1],
        [0.6, 0.02],
        [0.99, 0.06],
        [0.99, 0.2],
        [0.5, 0.22],
        [0.15, 0.2],
      ]);
      expect(await told).to.deep.equal(['Ada']);
      await until(() => chart.shadowRoot?.querySelector('.chip'));
      expect(inside(chart, '.chip .what').textContent).to.equal('Drawn around');
    });
  }

  it('is seen while it is drawn', async () => {
    const chart = await scatter();
    tool(chart, 'Select by a line').click();
    await chart.updateComplete;
    const pen = penOver(chart);
    pen.send('pointerdown', [0.3, 0.3]);
    pen.send('pointermove', [0.6, 0.3]);
    pen.send('pointermove', [0.6, 0.6]);
    await chart.updateComplete;
    expect(inside<SVGElement>(chart, '.lasso polygon').getAttribute('points')?.split(' ')).to.have.length(3);
    await press(chart, 'Escape');
    expect(chart.shadowRoot?.querySelector('.lasso')).to.equal(null);
  });
});

describe('Shift', () => {
  it('adds to what is chosen', async () => {
    const chart = await quadrant('split="50,100"');
    const first = selected(chart);
    await press(chart, 'ArrowRight', 'ArrowRight', 'Enter');
    expect(await first).to.have.length(4);
    await until(() => chart.shadowRoot?.querySelector('.chip'));
    const both = selected(chart);
    // Lead, below gold.
    await press(chart, 'Home', 'ArrowDown', { key: 'Enter', shiftKey: true });
    expect(await both).to.deep.equal([
      '<img src=x onerror=alert(1)>',
      '=1+1',
      'Ada',
      'Ben',
      'Cyd',
      'Dov',
      'Eve',
    ]);
  });
});

describe('zooming a plane', () => {
  const ticks = (chart: Element): string =>
    [...(chart.shadowRoot?.querySelectorAll('.drawing svg text') ?? [])]
      .map((text) => text.textContent)
      .join('|');

  it('goes nearer and back by keys, buttons and the wheel, and shows all again', async () => {
    const chart = await scatter('y="monetary"');
    const whole = ticks(chart);
    await press(chart, '+', '+');
    const near = ticks(chart);
    expect(near).not.to.equal(whole);
    await press(chart, { key: 'ArrowRight', shiftKey: true });
    expect(ticks(chart)).not.to.equal(near);
    await press(chart, '0');
    expect(ticks(chart)).to.equal(whole);
    tool(chart, 'Zoom in').click();
    await chart.updateComplete;
    expect(ticks(chart)).not.to.equal(whole);
    tool(chart, 'Show all').click();
    await chart.updateComplete;
    expect(ticks(chart)).to.equal(whole);
    const plot = inside(chart, '.plot');
    const wheel = (init: WheelEventInit): boolean =>
      plot.dispatchEvent(new WheelEvent('wheel', { deltaY: -50, bubbles: true, cancelable: true, ...init }));
    expect(wheel({}), 'a page that scrolls by goes on').to.equal(true);
    expect(wheel({ ctrlKey: true })).to.equal(false);
    await chart.updateComplete;
    expect(ticks(chart)).not.to.equal(whole);
  });

  it('moves by the hand tool, and brushes only what is seen', async () => {
    const chart = await scatter('y="monetary"');
    await press(chart, '+', '+');
    tool(chart, 'Move the view').click();
    await chart.updateComplete;
    const before = ticks(chart);
    penOver(chart).drag([
      [0.5, 0.5],
      [0.4, 0.5],
      [0.2, 0.5],
    ]);
    await chart.updateComplete;
    expect(ticks(chart)).not.to.equal(before);
    expect(chart.shadowRoot?.querySelector('.chip')).to.equal(null);
    // Moved to the end of recent days.
    await press(chart, ...Array.from({ length: 10 }, () => ({ key: 'ArrowRight', shiftKey: true })));
    await press(chart, ...Array.from({ length: 10 }, () => ({ key: 'ArrowUp', shiftKey: true })));
    tool(chart, 'Select by a rectangle').click();
    await chart.updateComplete;
    const told = selected(chart);
    penOver(chart).drag([
      [0.3, 0.9],
      [0.6, 0.5],
      [0.97, 0.06],
    ]);
    // The upper right: much was spent, and lately.
    expect(await told)
      .to.include('Ada')
      .and.not.include('Ben');
  });
});

describe('a finger that rests', () => {
  it('shows the customer under it, and keeps it on show; it neither brushes nor chooses', async () => {
    const chart = await quadrant('split="200,100"');
    const plot = inside(chart, '.plot').getBoundingClientRect();
    // Ada is the topmost mark: found by looking for her.
    const pen = penOver(chart, {}, true);
    let ada: Point | null = null;
    for (let x = plot.width * 0.6; x < plot.width && !ada; x += 14) {
      for (let y = 24; y < 130 && !ada; y += 14) {
        pen.send('pointermove', [x, y]);
        await chart.updateComplete;
        if (chart.shadowRoot?.querySelector('.tip strong')?.textContent === 'Ada') ada = [x, y];
      }
    }
    if (!ada) throw new Error('Ada is nowhere');
    pen.send('pointerleave', ada);
    await chart.updateComplete;
    expect(chart.shadowRoot?.querySelector('.tip')).to.equal(null);
    const finger = penOver(chart, { pointerType: 'touch' }, true);
    finger.send('pointerdown', ada);
    await until(() => chart.shadowRoot?.querySelector('.tip strong')?.textContent === 'Ada');
    finger.send('pointerup', ada);
    inside(chart, '.plot').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    finger.send('pointerleave', ada);
    await chart.updateComplete;
    expect(textOf(chart)).to.contain('Ada');
    expect(chart.shadowRoot?.querySelector('.chip')).to.equal(null);
    // And what she bought: three purchases, three bars.
    const spark = await until(() => chart.shadowRoot?.querySelector('.tip .spark'));
    expect(spark.querySelectorAll('rect')).to.have.length(3);
  });
});
