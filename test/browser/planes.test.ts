import '../../src/define/quadrant';
import '../../src/define/scatter';
import { expect } from 'chai';
import type { AdjustDetail } from '../../src/elements/events';
import { expectAccessible } from './support/axe';
import { chartOf, press, said, tool } from './support/chart';
import { knobOf, type Point, penOver } from './support/pointer';
import { SALES } from './support/sales';
import { inside, until } from './support/stage';

type Scatter = HTMLElementTagNameMap['rfm-scatter'];
type Quadrant = HTMLElementTagNameMap['rfm-quadrant'];

const scatter = (attributes = ''): Promise<Scatter> => chartOf('rfm-scatter', SALES, attributes);
const quadrant = (attributes = 'split="50,100"'): Promise<Quadrant> =>
  chartOf('rfm-quadrant', SALES, attributes);

function adjusted(chart: Scatter | Quadrant): AdjustDetail[] {
  const told: AdjustDetail[] = [];
  chart.addEventListener('rfm-adjust', (event) => told.push(event.detail));
  return told;
}

const legend = (chart: Element): string => inside(chart, '.legend').textContent?.replace(/\s+/g, ' ') ?? '';

/** Six in two segments by recency alone: fresh up to the first of four thresholds, stale beyond. */
async function byRecency(): Promise<Scatter> {
  const chart = await scatter('y="monetary" r-breaks="10,100,200,300"');
  chart.rules = [
    { segment: 'fresh', r: [5, 5], f: [1, 5], m: [1, 5] },
    { segment: 'stale', r: [1, 4], f: [1, 5], m: [1, 5] },
  ];
  await chart.ready;
  return chart;
}

describe('a threshold of the scatter', () => {
  it('is dragged: the counts follow, the host is told, and a double click puts it back', async () => {
    const chart = await byRecency();
    const told = adjusted(chart);
    // Ada and =1+1 bought within ten days: 2 of 7.
    expect(legend(chart)).to.contain('fresh 28.6%');
    const [x, y] = knobOf(chart, 0);
    const pen = penOver(chart, {}, true);
    pen.send('pointerdown', [x, y]);
    // To the left is longer ago: past Cyd (30 days) and the one with a tag for a name (82), short of Eve (152).
    const [far] = knobOf(chart, 2);
    const end: Point = [x + (far - x) * 0.45, y];
    pen.send('pointermove', [(x + end[0]) / 2, y]);
    pen.send('pointermove', end);
    await until(() => legend(chart).includes('fresh 57.1%'));
    expect(chart.rBreaks, 'not set before it is let go').to.equal('10,100,200,300');
    expect(told).to.have.length(0);
    pen.send('pointerup', end);
    expect(told).to.have.length(1);
    expect(told[0]?.property).to.equal('rBreaks');
    const [days] = (told[0]?.value ?? []) as number[];
    expect(days).to.be.within(82, 99);
    await chart.ready;
    const { summary } = await chart.result();
    expect(summary.thresholds.r).to.deep.equal([days, 100, 200, 300]);
    expect(summary.segments.find(({ segment }) => segment === 'fresh')?.customers).to.equal(4);
    const again = knobOf(chart, 0);
    pen.send('dblclick', again);
    await chart.ready;
    expect(chart.rBreaks).to.equal('10,100,200,300');
    expect(told[1]).to.deep.equal({ origin: 'rfm-scatter', property: 'rBreaks', value: '10,100,200,300' });
    await until(() => legend(chart).includes('fresh 28.6%'));
  });

  it('does not pass its neighbour', async () => {
    const chart = await byRecency();
    const told = adjusted(chart);
    const [x, y] = knobOf(chart, 0);
    const [beyond] = knobOf(chart, 2);
    penOver(chart, {}, true).drag([
      [x, y],
      [beyond - 20, y],
    ]);
    await chart.ready;
    expect((chart.rBreaks as number[] | string | null) ?? '').to.equal('10,100,200,300');
    expect(told).to.have.length(0);
  });

  it('is moved by the keyboard: after the marks, held by Enter, let go by Enter', async () => {
    const chart = await byRecency();
    const told = adjusted(chart);
    await press(chart, 'End');
    expect(await said(chart)).to.match(/^Threshold between M4 and M5/);
    await press(chart, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(await said(chart)).to.match(/^Threshold between R1 and R2: 300 days/);
    await press(chart, 'Enter', 'ArrowRight', 'ArrowRight');
    expect(await said(chart)).to.equal('Threshold between R1 and R2: 298 days');
    await press(chart, { key: 'ArrowLeft', shiftKey: true });
    expect(await said(chart)).to.equal('Threshold between R1 and R2: 308 days');
    expect(told).to.have.length(0);
    await press(chart, 'Enter');
    expect(told[0]?.value).to.deep.equal([10, 100, 200, 308]);
    await chart.ready;
    // Escape gives up what was moved since.
    await press(chart, 'Enter', 'ArrowRight', 'Escape');
    expect(told).to.have.length(1);
    await until(() => tool(chart, 'Put the lines back'));
    tool(chart, 'Put the lines back').click();
    await chart.ready;
    expect(chart.rBreaks).to.equal('10,100,200,300');
  });

  it('is moved by a finger that takes its knob', async () => {
    const chart = await byRecency();
    const told = adjusted(chart);
    const [x, y] = knobOf(chart, 3);
    penOver(chart, { pointerType: 'touch' }, true).drag([
      [x + 12, y],
      [x - 20, y],
      [x - 30, y],
    ]);
    expect(told.map(({ property }) => property)).to.deep.equal(['rBreaks']);
    await chart.ready;
  });

  it('cannot be moved where it makes no segments', async () => {
    const chart = await scatter('scheme="mean8"');
    expect(chart.shadowRoot?.querySelector('.grip')).to.equal(null);
  });
});

describe('a split of the quadrant', () => {
  it('is dragged: tiers, counts and shares follow at once, and `split` is set', async () => {
    const chart = await quadrant();
    const told = adjusted(chart);
    // Platinum above 50 and 100: Ada, Cyd, Eve and the one with a tag for a name.
    expect(inside(chart, '.plot').textContent).to.contain('4 customers · 57.1%');
    const pen = penOver(chart, {}, true);
    const [x, y] = knobOf(chart, 1);
    pen.send('pointerdown', [x, y]);
    pen.send('pointermove', [x, 60]);
    await chart.updateComplete;
    // At the top of the plane only Ada is left above the line.
    expect(inside(chart, '.finding').textContent).to.match(/^1 platinum customer \(14\.3%\) brings 60%/);
    expect(chart.split).to.equal('50,100');
    pen.send('pointerup', [x, 60]);
    await chart.ready;
    const { summary } = await chart.result();
    expect(told[0]).to.deep.include({ origin: 'rfm-quadrant', property: 'split' });
    expect(told[0]?.value).to.equal(`${summary.splits.current},${summary.splits.potential}`);
    expect(summary.splits.potential).to.equal(100);
    expect(summary.tiers.find(({ tier }) => tier === 'platinum')?.customers).to.equal(1);
    pen.send('dblclick', knobOf(chart, 1));
    await chart.ready;
    expect(chart.split).to.equal('50,100');
  });

  it('is moved by the keyboard, up for more', async () => {
    const chart = await quadrant();
    await press(chart, 'End');
    expect(await said(chart)).to.match(/^Split of current value: 50/);
    await press(chart, 'Enter', 'ArrowUp', 'Enter');
    await chart.ready;
    expect(Number(chart.split?.split(',')[0])).to.be.greaterThan(50);
    expect(chart.split?.split(',')[1]).to.equal('100');
  });

  it('goes back to the rule it came from', async () => {
    const chart = await quadrant('');
    const pen = penOver(chart, {}, true);
    const [x, y] = knobOf(chart, 0);
    pen.drag([
      [x, y],
      [x + 40, y],
    ]);
    await chart.ready;
    expect(chart.split).to.match(/^[\d.]+,[\d.]+$/);
    await press(chart, 'End', 'Enter', 'Delete');
    await chart.ready;
    expect(chart.split ?? null).to.equal(null);
    expect(inside(chart, '.foot').textContent).to.contain('High begins above the mean');
  });

  it('stays a drag of what is there when the data are replaced under it', async () => {
    const chart = await quadrant();
    const pen = penOver(chart, {}, true);
    const [x, y] = knobOf(chart, 0);
    pen.send('pointerdown', [x, y]);
    pen.send('pointermove', [x + 20, y]);
    chart.data = [...SALES].slice(0, 9);
    await chart.ready;
    pen.send('pointermove', [x + 30, y]);
    pen.send('pointerup', [x + 30, y]);
    await chart.ready;
    expect((await chart.result()).table.numRows).to.equal(5);
  });
});

describe('a tier that is chosen', () => {
  it('shows how to treat its customers, and who they are', async () => {
    const chart = await quadrant();
    await press(chart, 'ArrowRight', 'ArrowRight', 'Enter');
    const card = await until(() => chart.shadowRoot?.querySelector('.tier-card'));
    expect(inside(chart, '.treatment').textContent).to.equal(
      'Make them partners and give them dedicated care',
    );
    const names = [...card.querySelectorAll('tbody .name')].map((cell) => cell.textContent);
    // By current value: 600, 145, 120, 100.
    expect(names).to.deep.equal(['Ada', '<img src=x onerror=alert(1)>', 'Cyd', 'Eve']);
    await expectAccessible(chart);
    await press(chart, 'Escape');
    await until(() => !chart.shadowRoot?.querySelector('.tier-card'));
  });

  it('takes names and treatments of the host', async () => {
    const chart = await quadrant();
    chart.tierNames = { platinum: 'Stars' };
    chart.treatments = { platinum: 'Call them <b>today</b>' };
    await chart.updateComplete;
    expect(inside(chart, '.plot').textContent).to.contain('Stars');
    await press(chart, 'ArrowRight', 'ArrowRight', 'Enter');
    await until(() => chart.shadowRoot?.querySelector('.tier-card'));
    expect(inside(chart, '.treatment').textContent).to.equal('Call them <b>today</b>');
    expect(inside(chart, '.chip .what').textContent).to.equal('Stars');
  });
});
