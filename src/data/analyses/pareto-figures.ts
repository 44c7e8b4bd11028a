import type { AbcClass, ParetoFigures } from '../../compute/results';
import { selectCurve, selectParetoFigures } from '../../sql/pareto-query';
import { figuresOf } from '../analysis';
import type { QueryContext } from '../query-context';

/** The most points of a curve that are given back. */
const MAX_POINTS = 2000;

/** A curve at some ranks, and the figures of its whole. */
export interface Ranked {
  ranks: readonly number[];
  /** Up to each of them, in whole units. */
  running: ReadonlyMap<number, number>;
  /** In whole units. */
  total: number;
  /** The last ranks of A and B. */
  borders: readonly [number, number];
  summary: ParetoFigures;
}

/** Reads a ranking; `targets` are the share asked for and the ends of A and B, `unit` what a whole one is worth. */
export async function readRanking(
  context: QueryContext,
  ranking: string,
  targets: readonly [number, number, number],
  unit: number,
): Promise<Ranked> {
  const figures = figuresOf(await context.run(selectParetoFigures(ranking, targets)));
  const items = figures.items!;
  const borders = boundaries(figures);
  const ranks = curveRanks(items, [...borders, figures.peak_at!, ...topRanks(items)]);
  const curve = await context.run(selectCurve(context.tables, ranking, ranks));
  const running = new Map(ranks.map((rank, i) => [rank, Number(curve.getChild('running')!.get(i))]));
  return {
    ranks,
    running,
    total: figures.total!,
    borders,
    summary: summaryOf(figures, running, unit, borders),
  };
}

/** The points of a curve as shares. */
export function sharesOf({ ranks, running, total, summary }: Ranked): {
  items: Float64Array;
  values: Float64Array | (number | null)[];
} {
  return {
    items: Float64Array.from(ranks, (rank) => rank / summary.items),
    values:
      total > 0 ? Float64Array.from(ranks, (rank) => running.get(rank)! / total) : ranks.map(() => null),
  };
}

/** The last ranks of A and B: 0 where the values sum to nothing, so that no share of them is reached. */
export function boundaries({ total, target_1, target_2 }: Record<string, number | null>): [number, number] {
  return total! > 0 ? [target_1!, target_2!] : [0, 0];
}

/** The ranks between which the shares of the top 1, 10 and 20 per cent lie. */
function topRanks(items: number): number[] {
  return [1, 10, 20].flatMap((percent) => {
    const whole = Math.floor((items * percent) / 100);
    return [whole, whole + 1];
  });
}

/** Up to 2,000 ranks, ascending: the needed ones, the ends, and even steps between. */
function curveRanks(items: number, needed: readonly number[]): number[] {
  const ranks = new Set([1, items, ...needed.filter((rank) => rank >= 1 && rank <= items)]);
  const steps = Math.min(items, MAX_POINTS - ranks.size);
  for (let i = 1; i <= steps; i += 1) ranks.add(Math.round((i * items) / steps));
  return [...ranks].sort((a, b) => a - b);
}

function summaryOf(
  figures: Record<string, number | null>,
  running: ReadonlyMap<number, number>,
  unit: number,
  borders: readonly [number, number],
): ParetoFigures {
  const items = figures.items!;
  const total = figures.total!;
  const negativeItems = figures.negative_items!;
  const positive = total > 0;
  const itemsForTarget = positive ? figures.target_0! : null;
  const giniReason = giniObstacle(negativeItems, positive);
  return {
    items,
    total: total / unit,
    shareOfTop1: positive ? shareOfTop(1, items, total, running) : null,
    shareOfTop10: positive ? shareOfTop(10, items, total, running) : null,
    shareOfTop20: positive ? shareOfTop(20, items, total, running) : null,
    itemsForTarget,
    itemsForTargetShare: itemsForTarget === null ? null : itemsForTarget / items,
    gini: giniReason ? null : (2 * figures.weighted!) / (items * total) - (items + 1) / items,
    giniReason,
    lorenzAsymmetry: giniReason ? null : lorenzAsymmetry(figures),
    // With values below 0 the squares may add up to more than the whole.
    hhi: positive && figures.hhi! <= 1 ? figures.hhi! : null,
    peakShare: positive ? figures.peak! / total : null,
    peakAt: figures.peak_at!,
    negativeItems,
    classes: classesOf(items, total, unit, running, borders),
  };
}

function giniObstacle(negativeItems: number, positive: boolean): string | null {
  if (negativeItems > 0) return `${negativeItems} values are negative: the Lorenz curve dips below zero`;
  return positive ? null : 'all values are zero';
}

/**
 * F(mu) + L(mu) of Damgaard and Weiner (2000), as `lorenz` has it: linear between the values on either side of the mean,
 * the middle of its range where values equal it.
 */
function lorenzAsymmetry(figures: Record<string, number | null>): number {
  const {
    items,
    total,
    below_mean: below,
    at_mean: equal,
    next_above: high,
  } = figures as Record<string, number>;
  const mean = total! / items!;
  const F = below! / items!;
  const L = (figures.held_below ?? 0) / total!;
  if (equal! > 0) return F + L + equal! / items!;
  const low = figures.next_below!;
  const delta = (mean - low) / (high! - low);
  return F + L + delta / items! + (delta * high!) / total!;
}

/** Linear between the ranks on either side; the position is reckoned in whole numbers. */
function shareOfTop(
  percent: number,
  items: number,
  total: number,
  running: ReadonlyMap<number, number>,
): number {
  const whole = Math.floor((items * percent) / 100);
  const fraction = ((items * percent) % 100) / 100;
  const below = whole === 0 ? 0 : running.get(whole)!;
  if (fraction === 0) return below / total;
  return (below + (running.get(whole + 1)! - below) * fraction) / total;
}

function classesOf(
  items: number,
  total: number,
  unit: number,
  running: ReadonlyMap<number, number>,
  [a, b]: readonly [number, number],
): ParetoFigures['classes'] {
  const upTo = (rank: number): number => (rank === 0 ? 0 : running.get(rank)!);
  const stretch = (name: AbcClass, from: number, to: number): ParetoFigures['classes'][number] => {
    const value = to > from ? upTo(to) - upTo(from) : 0;
    return {
      class: name,
      items: to - from,
      itemShare: (to - from) / items,
      value: value / unit,
      valueShare: total > 0 ? value / total : null,
    };
  };
  return [stretch('A', 0, a), stretch('B', a, b), stretch('C', b, items)];
}
