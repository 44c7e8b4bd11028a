import { days } from '../../src/compute/duration';
import { expectedPurchasesColumn } from '../../src/compute/expected-purchases';
import { expectedSpendColumn } from '../../src/compute/expected-spend';
import { fitGammaGamma } from '../../src/compute/fit-gamma-gamma';
import { fitMbgNbd } from '../../src/compute/fit-mbg-nbd';
import { groupRepeatBuying } from '../../src/compute/group-repeat-buying';
import { pAliveColumn } from '../../src/compute/p-alive';
import { seededRandom } from '../../src/compute/random';
import type { RepeatBuying } from '../../src/compute/repeat-buying';
import { rfmClusters } from '../../src/compute/rfm-clusters';
import { simulateLifetimes, simulateSpend } from '../compute/support/simulate';
import { printTable, time } from './support/time';

const SIZES = [10_000, 100_000, 1_000_000];
const TRUTH = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };

/** Fits, what follows from them and k-means by number of customers; ratios are to an ungrouped fit of as many. */
export default function fits(): void {
  const rows = SIZES.map((size) => {
    const customers = buying(size);
    const { x } = customers;
    const z = simulateSpend(6, 4, 15, x, 7);
    const ungrouped = time(() => fitMbgNbd(distinct(customers)));
    const grouped = time(() => groupRepeatBuying(customers));
    const fit = time(() => fitMbgNbd(customers));
    const spend = time(() => fitGammaGamma({ x, z }));
    if (!fit.value.ok || !spend.value.ok) throw new Error('the simulated world cannot be fitted');
    const { model } = fit.value;
    const { model: spending } = spend.value;
    const purchases = time(() => expectedPurchasesColumn(model, customers, days(365)));
    const spends = time(() => expectedSpendColumn(spending, { x, z }));
    const alive = time(() => pAliveColumn(model, customers));
    const columns = rfm(customers, z);
    const five = time(() => rfmClusters(columns, { k: 5 }));
    const auto = time(() => rfmClusters(columns, { k: 'auto' }));
    return {
      customers: size,
      'distinct histories': grouped.value.x.length,
      'MBG/NBD, ungrouped': ungrouped.ms,
      grouping: grouped.ms,
      'MBG/NBD, grouped': fit.ms,
      'x ungrouped': Math.round((100 * fit.ms) / ungrouped.ms) / 100,
      'Gamma-Gamma': spend.ms,
      'expected purchases': purchases.ms,
      'expected spend': spends.ms,
      'P(alive)': alive.ms,
      'k-means, 5': five.ms,
      'k-means, auto': auto.ms,
    };
  });
  printTable('Fits and k-means, ms', rows);
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

function rfm({ x, t_x, T }: RepeatBuying, z: ArrayLike<number>): Parameters<typeof rfmClusters>[0] {
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
