import type { GroupedRepeatBuying } from './group-repeat-buying';
import { firstChance, type LifetimeModelName } from './lifetime-model';
import { type LogRising, logRising } from './log-rising';
import type { Evaluation, Objective } from './maximise';

/**
 * The log-likelihood of r, alpha, a, b (in that order) with exact derivatives, over grouped histories.
 *
 * BG/NBD: Fader, Hardie and Lee (2005), equation 6; MBG/NBD: Batislam, Denizel and Filiztekin (2007). With
 * c = 0 for the first and 1 for the second, both are, per customer,
 * ln[G(r+x)/G(r)] + r ln alpha - (r+x) ln(alpha+T) + ln[B(a,b+x+c)/B(a,b)] + ln(1 + e^w),
 * w = ln a - ln(b+x+c-1) + (r+x) ln[(alpha+T)/(alpha+t_x)]; the BG/NBD has no last term where x = 0.
 */
export function lifetimeLikelihood(name: LifetimeModelName, data: GroupedRepeatBuying): Objective {
  const c = firstChance(name);
  const counts = countsByRepeats(data);
  const chances = counts.x.map((x) => x + c);
  return (parameters) => {
    const [r, alpha, a, b] = [parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!];
    const sums = new Sums();
    sums.addPurchases(counts.n, logRising(r, counts.x));
    sums.addSurvivals(counts.n, logRising(b, chances), logRising(a + b, chances));
    addTimes(sums, data, c, r, alpha, a, b);
    return sums.evaluation();
  };
}

interface Counts {
  x: Float64Array;
  n: Float64Array;
}

/** Customers by number of repeats, ascending. */
function countsByRepeats({ x, n }: GroupedRepeatBuying): Counts {
  const by = new Map<number, number>();
  for (let i = 0; i < x.length; i++) by.set(x[i]!, (by.get(x[i]!) ?? 0) + n[i]!);
  const entries = [...by].sort(([one], [other]) => one - other);
  return { x: Float64Array.from(entries, ([k]) => k), n: Float64Array.from(entries, ([, k]) => k) };
}

/** The value and its first and second derivatives as they add up. */
class Sums {
  value = 0;
  r = 0;
  alpha = 0;
  a = 0;
  b = 0;
  rr = 0;
  rAlpha = 0;
  alphaAlpha = 0;
  ra = 0;
  rb = 0;
  alphaA = 0;
  alphaB = 0;
  aa = 0;
  ab = 0;
  bb = 0;

  /** ln[G(r+x)/G(r)]. */
  addPurchases(n: Float64Array, rising: LogRising[]): void {
    for (let i = 0; i < n.length; i++) {
      this.value += n[i]! * rising[i]!.value;
      this.r += n[i]! * rising[i]!.first;
      this.rr += n[i]! * rising[i]!.second;
    }
  }

  /** ln[B(a,b+x+c)/B(a,b)], a ratio of two rising factorials. */
  addSurvivals(n: Float64Array, ofB: LogRising[], ofBoth: LogRising[]): void {
    for (let i = 0; i < n.length; i++) {
      const top = ofB[i]!;
      const bottom = ofBoth[i]!;
      this.value += n[i]! * (top.value - bottom.value);
      this.a -= n[i]! * bottom.first;
      this.b += n[i]! * (top.first - bottom.first);
      this.aa -= n[i]! * bottom.second;
      this.ab -= n[i]! * bottom.second;
      this.bb += n[i]! * (top.second - bottom.second);
    }
  }

  evaluation(): Evaluation {
    const { rr, rAlpha, ra, rb, alphaAlpha, alphaA, alphaB, aa, ab, bb } = this;
    const rows = [
      rr,
      rAlpha,
      ra,
      rb,
      rAlpha,
      alphaAlpha,
      alphaA,
      alphaB,
      ra,
      alphaA,
      aa,
      ab,
      rb,
      alphaB,
      ab,
      bb,
    ];
    return {
      value: this.value,
      gradient: Float64Array.of(this.r, this.alpha, this.a, this.b),
      hessian: Float64Array.from(rows),
    };
  }
}

/** The terms that depend on t_x and T; the one loop over all distinct histories. */
function addTimes(
  sums: Sums,
  { x: xs, t_x, T, n: ns }: GroupedRepeatBuying,
  c: 0 | 1,
  r: number,
  alpha: number,
  a: number,
  b: number,
): void {
  const logAlpha = Math.log(alpha);
  const logA = Math.log(a);
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i]!;
    const n = ns[i]!;
    const end = alpha + T[i]!;
    const inverseEnd = 1 / end;
    const logEnd = Math.log(end);
    sums.value += n * (r * (logAlpha - logEnd) - x * logEnd);
    sums.r += n * (logAlpha - logEnd);
    sums.alpha += n * (r / alpha - (r + x) * inverseEnd);
    sums.rAlpha += n * (1 / alpha - inverseEnd);
    sums.alphaAlpha += n * ((r + x) * inverseEnd * inverseEnd - r / (alpha * alpha));
    const passed = b + x + c - 1;
    if (c === 0 && x === 0) continue;
    const last = alpha + t_x[i]!;
    const inverseLast = 1 / last;
    const log = Math.log1p((T[i]! - t_x[i]!) * inverseLast);
    const w = logA - Math.log(passed) + (r + x) * log;
    const decay = Math.exp(-Math.abs(w));
    const share = (w > 0 ? 1 : decay) / (1 + decay);
    const spread = n * share * (1 - share);
    const gap = inverseEnd - inverseLast;
    const wAlpha = (r + x) * gap;
    const wA = 1 / a;
    const wB = -1 / passed;
    const weight = n * share;
    sums.value += n * (Math.max(w, 0) + Math.log1p(decay));
    sums.r += weight * log;
    sums.alpha += weight * wAlpha;
    sums.a += weight * wA;
    sums.b += weight * wB;
    sums.rr += spread * log * log;
    sums.rAlpha += spread * log * wAlpha + weight * gap;
    sums.alphaAlpha += spread * wAlpha * wAlpha - weight * wAlpha * (inverseEnd + inverseLast);
    sums.ra += spread * log * wA;
    sums.rb += spread * log * wB;
    sums.alphaA += spread * wAlpha * wA;
    sums.alphaB += spread * wAlpha * wB;
    sums.aa += (spread - weight) * wA * wA;
    sums.ab += spread * wA * wB;
    sums.bb += (spread + weight) * wB * wB;
  }
}
