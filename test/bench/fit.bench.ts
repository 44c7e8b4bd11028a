import { days } from '../../src/compute/duration';
import { expectedPurchasesSteps } from '../../src/compute/expected-purchases';
import { expectedSpendSteps } from '../../src/compute/expected-spend';
import { fitGammaGammaSteps } from '../../src/compute/fit-gamma-gamma';
import { fitMbgNbd, fitMbgNbdSteps } from '../../src/compute/fit-mbg-nbd';
import { groupRepeatBuying } from '../../src/compute/group-repeat-buying';
import { pAliveSteps } from '../../src/compute/p-alive';
import { seededRandom } from '../../src/compute/random';
import type { RepeatBuying } from '../../src/compute/repeat-buying';
import { type RfmColumns, rfmClusterSteps } from '../../src/compute/rfm-clusters';
import { simulateLifetimes, simulateSpend } from '../compute/support/simulate';
import { printTable, time, timeSteps } from './support/time';

const SIZES = [10_000, 100_000, 1_000_000];
const TRUTH = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };

/**
 * Fits, what follows from them and k-means, by number of customers: ms in all, and the longest step, for which a page
 * has to wait. The baseline is a fit of as many customers none of whom is like another, in one go.
 */
export default function fits(): void {
  for (const size of SIZES) {
    const customers = buying(size);
    const { x } = customers;
    const z = simulateSpend(6, 4, 15, x, 7);
    const baseline = time(() => fitMbgNbd(distinct(customers)));
    const rows: Record<string, unknown>[] = [];
    const note = (work: string, ms: number, longest: number): void => {
      rows.push({ work, ms, longest, 'x baseline': Math.round((100 * ms) / baseline.ms) / 100 });
    };
    note('baseline: MBG/NBD, ungrouped, in one go', baseline.ms, baseline.ms);
    const fit = timeSteps(fitMbgNbdSteps(customers));
    note('MBG/NBD', fit.ms, fit.longest);
    const spend = timeSteps(fitGammaGammaSteps({ x, z }));
    note('Gamma-Gamma', spend.ms, spend.longest);
    if (!fit.value.ok || !spend.value.ok) throw new Error('the simulated world cannot be fitted');
    const purchases = timeSteps(expectedPurchasesSteps(fit.value.model, customers, days(365)));
    note('expected purchases', purchases.ms, purchases.longest);
    const spends = timeSteps(expectedSpendSteps(spend.value.model, { x, z }));
    note('expected spend', spends.ms, spends.longest);
    const alive = timeSteps(pAliveSteps(fit.value.model, customers));
    note('P(alive)', alive.ms, alive.longest);
    const columns = rfm(customers, z);
    for (const k of [5, 'auto'] as const) {
      const clusters = timeSteps(rfmClusterSteps(columns, { k }));
      note(`k-means, k = ${k} (${clusters.value.k})`, clusters.ms, clusters.longest);
    }
    const histories = groupRepeatBuying(customers).x.length;
    printTable(`${size} customers, ${histories} distinct histories; ms`, rows);
  }
}

/** Days as a shop sees them: whole ones, so that many histories are alike. */
function buying(size: number): RepeatBuying {
  const { x, t_x, T } = simulateLifetimes(TRUTH, 1, size, 1);
  const whole = (weeks: ArrayLike<number>): Float64Array =>
    Float64Array.from(weeks, (value) => Math.round(value * 7));
  return { unit: 'days', x: Float64Array.from(x), t_x: whole(t_x), T: whole(T) };
}

/** The same with each history its own: none can be grouped. */
function distinct({ unit, x, t_x, T }: RepeatBuying): RepeatBuying {
  return { unit, x, t_x, T: Float64Array.from(T, (value, i) => value + i * 1e-9) };
}

function rfm({ x, t_x, T }: RepeatBuying, z: ArrayLike<number>): RfmColumns {
  const random = seededRandom(3);
  const frequency = Float64Array.from(x, (repeats) => repeats + 1);
  const monetary = frequency.map((count, i) => Math.round(100 * count * (z[i] || 20 + 30 * random())) / 100);
  return {
    recency: Float64Array.from(T, (end, i) => end - t_x[i]!),
    frequency,
    monetary,
    score: frequency.map((count) => 1 - 1 / count),
  };
}
