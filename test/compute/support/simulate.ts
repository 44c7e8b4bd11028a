import { seededRandom } from '../../../src/compute/random';
import type { RepeatBuying } from '../../../src/compute/repeat-buying';

interface Truth {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Customers of an MBG/NBD (`first` 1) or BG/NBD (0) world, seen for 30 to 100 weeks. */
export function simulateLifetimes(
  truth: Truth,
  first: 0 | 1,
  customers: number,
  seed: number,
): Required<RepeatBuying> {
  const random = seededRandom(seed);
  const out = {
    unit: 'weeks' as const,
    x: [] as number[],
    t_x: [] as number[],
    T: [] as number[],
    n: [] as number[],
  };
  for (let i = 0; i < customers; i++) {
    const rate = gamma(random, truth.r) / truth.alpha;
    const one = gamma(random, truth.a);
    const p = one / (one + gamma(random, truth.b));
    const T = 30 + Math.floor(random() * 70);
    let x = 0;
    let t_x = 0;
    for (let alive = first === 0 || random() >= p; alive; alive = random() >= p) {
      const next = t_x - Math.log(1 - random()) / rate;
      if (next > T) break;
      t_x = next;
      x++;
    }
    out.x.push(x);
    out.t_x.push(t_x);
    out.T.push(T);
    out.n.push(1);
  }
  return out;
}

/** Mean spends of repeaters in a Gamma-Gamma world. */
export function simulateSpend(p: number, q: number, v: number, x: ArrayLike<number>, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from(x, (repeats) => {
    const nu = gamma(random, q) / v;
    return repeats === 0 ? 0 : gamma(random, p * repeats) / (nu * repeats);
  });
}

/** A gamma variate of scale 1 (Marsaglia and Tsang 2000). */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (cube > 0 && Math.log(1 - random()) < 0.5 * normal ** 2 + d - d * cube + d * Math.log(cube))
      return d * cube;
  }
}
