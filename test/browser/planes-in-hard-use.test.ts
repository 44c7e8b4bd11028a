import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/source';
import { expect } from 'chai';
import { chartOf, chip, tool } from './support/chart';
import { type Point, penOver } from './support/pointer';
import { SALES } from './support/sales';
import { inside, textOf, until } from './support/stage';

const TAGS = ['rfm-scatter', 'rfm-quadrant'] as const;

const chosen = (chart: Element): string => chip(chart)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Around everything there is. */
const ALL: readonly Point[] = [
  [0.035, 0.12],
  [0.035, 0.001],
  [0.999, 0.001],
  [0.999, 0.999],
  [0.001, 0.999],
];

const ODD: Readonly<Record<string, readonly object[]>> = {
  'one customer': [{ customer: 'Ada', date: '2024-01-05', amount: 20 }],
  'all the same': Array.from({ length: 30 }, (_, i) => ({
    customer: `c${i}`,
    date: '2024-01-05',
    amount: 20,
  })),
  'ids of 300 letters, emoji and from right to left': ['A'.repeat(300), '👩‍👩‍👧‍👦', 'عميل', 'לקוח'].map(
    (customer, i) => ({ customer, date: `2024-0${i + 1}-05`, amount: 10 * (i + 1) }),
  ),
  'nothing and less than nothing': [
    ...Array.from({ length: 40 }, (_, i) => ({
      customer: `c${i}`,
      date: '2024-01-05',
      amount: 2 ** (i % 14),
    })),
    { customer: 'zero', date: '2024-02-01', amount: 0 },
    { customer: 'less', date: '2024-02-01', amount: 5 },
    { customer: 'less', date: '2024-02-02', amount: -30 },
  ],
};

for (const tag of TAGS)
  describe(`the tools of ${tag}`, () => {
    for (const [what, data] of Object.entries(ODD))
      it(`hold with ${what}: zoomed, moved, drawn around, put back`, async () => {
        const chart = await chartOf(
          tag,
          data,
          tag === 'rfm-scatter' ? 'y="monetary"' : 'potential="momentum"',
        );
        const customers = new Set(data.map((row) => (row as { customer: string }).customer)).size;
        for (let step = 0; step < 3; step++) tool(chart, 'Zoom in').click();
        await chart.updateComplete;
        tool(chart, 'Move the view').click();
        penOver(chart).drag([
          [0.5, 0.5],
          [0.2, 0.7],
        ]);
        await chart.updateComplete;
        tool(chart, 'Show all').click();
        tool(chart, 'Select by a line').click();
        await chart.updateComplete;
        penOver(chart).drag(ALL);
        await until(() => chosen(chart));
        expect(chosen(chart)).to.contain(customers === 1 ? '1 customer' : `${customers} customers`);
        expect(textOf(chart)).not.to.match(/NaN|Infinity|undefined/);
        inside(chart, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        await until(() => chosen(chart) === '');
      });

    for (const gesture of ['Select by a box', 'Select by a line', 'Move the view'])
      it(`outlives other data in the middle of a drag: ${gesture.toLowerCase()}`, async () => {
        const chart = await chartOf(tag, SALES, tag === 'rfm-scatter' ? 'y="monetary"' : '');
        chart.shadowRoot?.querySelector<HTMLElement>(`.plane-tools [title^="${gesture}"]`)?.click();
        await chart.updateComplete;
        const pen = penOver(chart);
        pen.send('pointerdown', [0.2, 0.2]);
        pen.send('pointermove', [0.5, 0.4]);
        chart.data = [...(ODD['all the same'] ?? [])];
        pen.send('pointermove', [0.6, 0.6]);
        await chart.ready;
        const after = penOver(chart);
        after.send('pointermove', [0.7, 0.8]);
        after.send('pointerup', [0.7, 0.8]);
        await chart.updateComplete;
        expect(chart.shadowRoot?.querySelector('.brush, .lasso')).to.equal(null);
        expect((await chart.result()).table.numRows).to.equal(30);
        tool(chart, 'Select by a line').click();
        await chart.updateComplete;
        penOver(chart).drag(ALL);
        await until(() => chosen(chart).includes('30 customers'));
      });
  });

describe('amounts without a logarithm', () => {
  const ways = { 'rfm-scatter': 'y="monetary"', 'rfm-quadrant': 'potential="momentum"' } as const;

  for (const tag of TAGS)
    it(`stand apart from the others in a lane of their own, and can be chosen there: ${tag}`, async () => {
      const chart = await chartOf(tag, ODD['nothing and less than nothing'] ?? [], ways[tag]);
      const texts = [...(chart.shadowRoot?.querySelectorAll('.drawing svg text') ?? [])];
      const lane = texts.find((text) => text.textContent === '0 or less')?.getBoundingClientRect();
      const plot = inside(chart, '.plot').getBoundingClientRect();
      expect(lane).not.to.equal(undefined);
      const middle = (lane ? lane.top + lane.height / 2 - plot.top : 0) / plot.height;
      penOver(chart).drag([
        [0.08, middle - 0.03],
        [0.94, middle + 0.03],
      ]);
      await until(() => chosen(chart));
      expect(chosen(chart)).to.contain('2 customers');
    });
});

describe('a plane of more customers than marks', () => {
  const many = Array.from({ length: 12_000 }, (_, i) => ({
    customer: `c${i}`,
    date: `2023-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    amount: 1 + ((i * 7919) % 5000),
  }));

  it('is never blank while it is zoomed and moved, frame by frame', async () => {
    const chart = await chartOf('rfm-scatter', many, 'y="monetary"');
    const small = document.createElement('canvas');
    small.width = 48;
    small.height = 48;
    const context = small.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
    const ink = (): number => {
      context.clearRect(0, 0, 48, 48);
      context.drawImage(inside<HTMLCanvasElement>(chart, 'canvas'), 0, 0, 48, 48);
      const { data } = context.getImageData(0, 0, 48, 48);
      return data.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0 ? 1 : 0), 0);
    };
    expect(ink()).to.be.greaterThan(500);
    const inks: number[] = [];
    const frame = async (act: () => void): Promise<void> => {
      act();
      await chart.updateComplete;
      inks.push(ink());
      await new Promise(requestAnimationFrame);
      inks.push(ink());
    };
    const plot = inside(chart, '.plot');
    const { left, top, width, height } = plot.getBoundingClientRect();
    const at = { clientX: left + 0.6 * width, clientY: top + 0.4 * height };
    for (let step = 0; step < 4; step++)
      await frame(() =>
        plot.dispatchEvent(
          new WheelEvent('wheel', { ...at, deltaY: -8, ctrlKey: true, bubbles: true, cancelable: true }),
        ),
      );
    tool(chart, 'Move the view').click();
    const pen = penOver(chart);
    pen.send('pointerdown', [0.5, 0.5]);
    for (let step = 1; step <= 30; step++)
      await frame(() =>
        pen.send('pointermove', [0.5 + 0.3 * Math.sin(step / 3), 0.5 + 0.2 * Math.cos(step / 3)]),
      );
    pen.send('pointerup', [0.5, 0.5]);
    expect(Math.min(...inks), inks.join(' ')).to.be.greaterThan(300);
  });
});
