import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/source';
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Source } from '../../src/core';
import { SALES } from './support/sales';
import { inside, stage, until } from './support/stage';

type Chart = HTMLElementTagNameMap['rfm-scatter' | 'rfm-quadrant'];

interface Drawn {
  chart: Chart;
  source: Source;
  drawn(): string;
  frames(): number;
}

/** The canvas of a chart, and a count of the times it was wiped to be drawn anew. */
async function chartOf(tag: Chart['localName']): Promise<Drawn> {
  const holder = stage(`<rfm-source><${tag}></${tag}></rfm-source>`)
    .firstElementChild as HTMLElementTagNameMap['rfm-source'];
  holder.data = [...SALES];
  const source = await holder.ready;
  const chart = holder.firstElementChild as Chart;
  await chart.ready;
  // What makes marks glide comes with the first picture.
  await new Promise((go) => setTimeout(go, 300));
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
