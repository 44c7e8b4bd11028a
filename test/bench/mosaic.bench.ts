import { basename, dirname } from 'node:path';
import { quantile } from '../../src/compute/quantile';
import { seededRandom } from '../../src/compute/random';
import { inMs, publish, published } from './support/lines';
import { bundleMosaic } from './support/mosaic';
import { call, openPage } from './support/page';
import { ensureRivals } from './support/rivals';
import { salesCsv } from './support/sales';

/** The file of brush.bench.ts. */
const BRUSHED = 2_200_000;
const ROUNDS = 30;

/** Brushing by Mosaic on the customers that brush.bench.ts brushes: the 95th percentile of each, in ms. */
export default async function mosaic(): Promise<void> {
  const rivals = ensureRivals();
  if (!rivals) return;
  const path = salesCsv(BRUSHED);
  const { page, close } = await openPage('mosaic.html', {
    '/data/': dirname(path),
    '/mosaic/': await bundleMosaic(rivals),
  });
  const customers = await call<number>(page, 'load', `/data/${basename(path)}`);
  const random = seededRandom(5);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = [0.1 + 0.4 * random(), 0.15 + 0.3 * random()];
    const to = [0.55 + 0.4 * random(), 0.5 + 0.35 * random()];
    const { ms } = await call<{ ms: number }>(page, 'brush', from, to);
    if (round > 2) times.push(ms);
  }
  await close();
  const theirs = quantile(times, 0.95);
  const ours = published.find(({ name }) => name.includes('brush'))?.candidate;
  const name = `brush ${customers.toLocaleString('en')} customers, four charts, 95th percentile`;
  const against = 'Mosaic (vgplot), prepared as the pointer enters';
  console.log(
    `Mosaic: median ${Math.round(quantile(times, 0.5))} ms, 95th percentile ${Math.round(theirs)} ms`,
  );
  if (ours !== undefined) publish('mosaic', [inMs({ name, against, target: 0.5 }, ours, theirs)]);
}
