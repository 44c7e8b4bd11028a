import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/source';
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Source } from '../../src/core';
import { SALES } from './support/sales';
import { inside, stage, until } from './support/stage';

type Plane = 'rfm-scatter' | 'rfm-quadrant';
type Chart = HTMLElementTagNameMap[Plane | 'rfm-pareto' | 'rfm-cohorts'];

interface Drawn {
  chart: Chart;
  source: Source;
}

interface Painted extends Drawn {
  drawn(): string;
  frames(): number;
}

async function drawnOf(tag: Chart['localName']): Promise<Drawn> {
  const holder = stage(`<rfm-source><${tag}></${tag}></rfm-source>`)
    .firstElementChild as HTMLElementTagNameMap['rfm-source'];
  holder.data = [...SALES];
  const source = await holder.ready;
  const chart = holder.firstElementChild as Chart;
  await chart.ready;
  // What makes marks glide comes with the first picture.
  await new Promise((go) => setTimeout(go, 300));
  return { chart, source };
}

/** The canvas of a chart, and a count of the times it was wiped to be drawn anew. */
async function chartOf(tag: Plane): Promise<Painted> {
  const { chart, source } = await drawnOf(tag);
  const canvas = inside<HTMLCanvasElement>(chart, 'canvas');
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const { clearRect } = context;
  let frames = 0;
  context.clearRect = (...box) => {
    frames += 1;
    clearRect.apply(context, box);
  };
  return { chart, source, drawn: () => canvas.toDataURL(), frames: () => frames };
}

const pause = (): Promise<void> => new Promise((go) => setTimeout(go, 200));

for (const tag of ['rfm-scatter', 'rfm-quadrant'] as const) {
  describe(`the marks of ${tag}, when the date looked back from moves`, () => {
    it('glide to where they are now, and stand there', async () => {
      const { chart, source, drawn, frames } = await chartOf(tag);
      const before = drawn();
      source.rewind('2024-11-15');
      await chart.ready;
      await until(() => frames() >= 3);
      // They have arrived once no frame is drawn any more.
      for (let count = 0; count < frames(); await pause()) count = frames();
      const after = drawn();
      expect(after === before).to.equal(false);
      await pause();
      expect(drawn() === after).to.equal(true);
    });

    it('are there at once for those who want no motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const { chart, source, drawn, frames } = await chartOf(tag);
        const before = drawn();
        source.rewind('2024-11-15');
        await chart.ready;
        const after = drawn();
        await pause();
        expect(after === before).to.equal(false);
        expect(drawn() === after).to.equal(true);
        expect(frames()).to.equal(0);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  });
}

for (const tag of ['rfm-pareto', 'rfm-cohorts'] as const) {
  describe(`the shapes of ${tag}, when the date looked back from moves`, () => {
    /** What is drawn in each of the frames that follow. */
    async function pictures(chart: Chart, frames: number): Promise<string[]> {
      const seen: string[] = [];
      for (let frame = 0; frame < frames; frame++) {
        await new Promise(requestAnimationFrame);
        await chart.updateComplete;
        seen.push(inside(chart, '[part~=chart]').outerHTML);
      }
      return seen;
    }

    it('go to where they are now, and stand there', async () => {
      const { chart, source } = await drawnOf(tag);
      const [before] = await pictures(chart, 1);
      source.rewind('2024-11-15');
      await chart.ready;
      const seen = new Set(await pictures(chart, 8));
      expect(seen.size).to.be.greaterThan(3);
      await pause();
      await pause();
      await pause();
      const [after, later] = await pictures(chart, 2);
      expect(after).to.equal(later);
      expect(after).not.to.equal(before);
      expect([...seen][0]).not.to.equal(after);
    });

    it('are there at once where the data are others', async () => {
      const chart = stage(`<${tag}></${tag}>`).firstElementChild as Chart;
      chart.data = [...SALES];
      await chart.ready;
      await pause();
      chart.data = SALES.slice(2);
      await chart.ready;
      expect(new Set(await pictures(chart, 4)).size).to.equal(1);
    });

    it('are there at once for those who want no motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const { chart, source } = await drawnOf(tag);
        source.rewind('2024-11-15');
        await chart.ready;
        expect(new Set(await pictures(chart, 4)).size).to.equal(1);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  });
}
