import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import { expect } from 'chai';
import { chartOf, chip, tool } from './support/chart';
import { type Pen, type Point, penOver } from './support/pointer';
import { SALES } from './support/sales';
import { inside, until } from './support/stage';

const TAGS = ['rfm-scatter', 'rfm-quadrant', 'rfm-pareto', 'rfm-cohorts'] as const;

type Chart = HTMLElementTagNameMap[(typeof TAGS)[number]];

const touched = (tag: (typeof TAGS)[number], attributes = ''): Promise<Chart> =>
  chartOf(tag, SALES, attributes);

const tip = (chart: Chart): string =>
  chart.shadowRoot?.querySelector('.tip')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A place in the plot under which figures are to be had, as a mouse finds it: from below, where cohorts are no averages. */
async function somewhere(chart: Chart): Promise<Point> {
  const { width, height } = inside(chart, '.plot').getBoundingClientRect();
  const mouse = penOver(chart, {}, true);
  for (let y = height * 0.9; y > 30; y -= 12)
    for (let x = width * 0.2; x < width * 0.95; x += 12) {
      mouse.send('pointermove', [x, y]);
      await chart.updateComplete;
      if (!tip(chart)) continue;
      mouse.send('pointerleave', [x, y]);
      await chart.updateComplete;
      return [x, y];
    }
  throw new Error('nothing anywhere');
}

function lift(chart: Chart, finger: Pen, at: Point): void {
  finger.send('pointerup', at);
  const { left, top } = inside(chart, '.plot').getBoundingClientRect();
  const [clientX, clientY] = [left + at[0], top + at[1]];
  inside(chart, '.plot').dispatchEvent(
    new MouseEvent('click', { clientX, clientY, bubbles: true, composed: true }),
  );
  finger.send('pointerleave', at);
}

for (const tag of TAGS)
  describe(`a finger on ${tag}`, () => {
    it('that rests shows figures, keeps them on show and chooses nobody', async () => {
      const chart = await touched(tag);
      const at = await somewhere(chart);
      const finger = penOver(chart, { pointerType: 'touch' }, true);
      finger.send('pointerdown', at);
      await chart.updateComplete;
      expect(tip(chart), 'not before it has rested').to.equal('');
      await until(() => tip(chart));
      const shown = tip(chart);
      lift(chart, finger, at);
      await chart.updateComplete;
      expect(tip(chart)).to.equal(shown);
      await new Promise((go) => setTimeout(go, 50));
      expect(chip(chart)).to.equal(null);
    });

    it('that has rested goes on over the picture, and the page does not scroll away below it', async () => {
      const chart = await touched(tag);
      const at = await somewhere(chart);
      const finger = penOver(chart, { pointerType: 'touch' }, true);
      finger.send('pointerdown', at);
      await until(() => tip(chart));
      const move = new TouchEvent('touchmove', { bubbles: true, cancelable: true });
      inside(chart, '.plot').dispatchEvent(move);
      expect(move.defaultPrevented).to.equal(true);
      finger.send('pointerup', at);
      const after = new TouchEvent('touchmove', { bubbles: true, cancelable: true });
      inside(chart, '.plot').dispatchEvent(after);
      expect(after.defaultPrevented).to.equal(false);
    });

    it('that taps chooses what is there', async () => {
      // All are iron in the quadrant.
      const chart = await touched(tag, tag === 'rfm-quadrant' ? 'split="1000,-1"' : '');
      const at = await somewhere(chart);
      const finger = penOver(chart, { pointerType: 'touch' }, true);
      finger.send('pointerdown', at);
      lift(chart, finger, at);
      await until(() => chip(chart));
    });

    it('leaves the page to scroll where it only passes by', async () => {
      const chart = await touched(tag);
      const { touchAction } = getComputedStyle(inside(chart, '.plot'));
      expect(touchAction).to.equal(tag === 'rfm-cohorts' ? 'pan-x pan-y' : 'pan-y');
      const touch = new TouchEvent('touchmove', { bubbles: true, cancelable: true });
      inside(chart, '.plot').dispatchEvent(touch);
      expect(touch.defaultPrevented).to.equal(false);
    });
  });

for (const tag of ['rfm-scatter', 'rfm-quadrant'] as const)
  describe(`two fingers on ${tag}`, () => {
    const ticks = (chart: Chart): number[] =>
      [...(chart.shadowRoot?.querySelectorAll('.drawing svg text') ?? [])].map(
        (text) => text.getBoundingClientRect().left,
      );

    it('bring it nearer, move it, and choose nobody', async () => {
      const chart = await touched(tag, tag === 'rfm-scatter' ? 'y="monetary"' : '');
      const whole = ticks(chart).join();
      const one = penOver(chart, { pointerType: 'touch' });
      const other = penOver(chart, { pointerType: 'touch', isPrimary: false, pointerId: 8 });
      one.send('pointerdown', [0.45, 0.5]);
      other.send('pointerdown', [0.55, 0.5]);
      one.send('pointermove', [0.3, 0.5]);
      other.send('pointermove', [0.7, 0.5]);
      await chart.updateComplete;
      const near = ticks(chart).join();
      expect(near).not.to.equal(whole);
      expect(tool(chart, 'Show all')).to.be.instanceOf(HTMLElement);
      // Both to the left: the same distance, another place.
      one.send('pointermove', [0.2, 0.5]);
      other.send('pointermove', [0.6, 0.5]);
      await chart.updateComplete;
      expect(ticks(chart).join()).not.to.equal(near);
      one.send('pointerup', [0.2, 0.5]);
      other.send('pointerup', [0.6, 0.5]);
      await chart.updateComplete;
      expect(chart.shadowRoot?.querySelector('.brush')).to.equal(null);
      expect(chip(chart)).to.equal(null);
    });
  });
