import { checkOneOf, checkOption, numberOf, numbersOf } from '../../compute/option-checks';
import type { AbcClass, ParetoResult, ParetoRow, ParetoSummary } from '../../compute/results';
import {
  createRanking,
  dimensionItems,
  rankedMembers,
  selectCurve,
  selectItemNames,
  selectParetoFigures,
} from '../../sql/pareto-query';
import { customerNames, dimensionNames } from '../../sql/source-tables';
import { RfmError } from '../../util/rfm-error';
import { analysisOf, figuresOf } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { ParetoOptions } from '../source-options';

/** The most points of the curve that are given back. */
const MAX_POINTS = 2000;

interface ParetoChoice {
  of: string;
  value: 'amount' | 'orders' | 'profit';
  target: number;
  abc: [number, number];
}

export function checkParetoOptions(options: ParetoOptions, context: QueryContext): ParetoChoice {
  const value = checkOneOf('value', options.value || 'amount', ['amount', 'orders', 'profit']);
  if (value === 'profit' && !context.tables.profit)
    throw new RfmError(
      'column-missing',
      'value="profit" needs a column of profits: map one with `profit`, or use value="amount".',
      { details: { part: 'profit' } },
    );
  const of = options.of || 'customer';
  const known = ['customer', ...(context.mapping.dimensions ?? [])];
  checkOption(
    known.includes(of),
    'of',
    of,
    `${known.join(', ')} (columns are named in \`dimensions\` when the source is opened)`,
  );
  const target = numberOf(options.target, 0.8);
  checkOption(target > 0 && target <= 1, 'target', options.target, 'a share above 0, up to 1, such as 0.8');
  return { of, value, target, abc: checkAbc(options.abc || [0.8, 0.95]) };
}

function checkAbc(value: readonly number[] | string): [number, number] {
  const shares = numbersOf(value);
  const [a, b] = shares as [number, number];
  checkOption(
    shares.length === 2 && a > 0 && a < b && b <= 1,
    'abc',
    value,
    'two rising shares up to 1, such as "0.8,0.95"',
  );
  return [a, b];
}

/** Values of an item in whole units, and what a unit is worth. */
function measureOf(choice: ParetoChoice, scale: number): { expression: string; unit: number } {
  if (choice.value === 'orders') return { expression: 'frequency', unit: 1 };
  return { expression: choice.value, unit: 10 ** scale };
}

/** How few items bring how much of the value: cumulative shares, classes, concentration. */
export async function pareto(context: QueryContext, options: ParetoOptions): Promise<ParetoResult> {
  const choice = checkParetoOptions(options, context);
  const { expression, unit } = measureOf(choice, context.tables.scale);
  const index = (context.mapping.dimensions ?? []).indexOf(choice.of);
  const ranking = await rankingOf(context, index, expression);
  const targets = [choice.target, ...choice.abc];
  const figures = figuresOf(await context.run(selectParetoFigures(ranking, targets)));
  const items = figures.items!;
  const total = figures.total!;
  const borders = boundaries(figures);
  const ranks = [...curveRanks(items, [...borders, figures.peak_at!, ...topRanks(items)])];
  const curve = await context.run(selectCurve(context.tables, ranking, ranks));
  const running = new Map(ranks.map((rank, i) => [rank, Number(curve.getChild('running')!.get(i))]));
  const summary = summaryOf(figures, running, unit, borders);
  const table = await context.table({
    rank: Int32Array.from(ranks),
    item_share: Float64Array.from(ranks, (rank) => rank / items),
    value_share:
      total > 0 ? Float64Array.from(ranks, (rank) => running.get(rank)! / total) : nulls(ranks.length),
    class: ranks.map((rank) => classOf(rank, borders)),
    ...(index >= 0 && { item: await itemNames(context, ranking, index, ranks) }),
  });
  const rules = [
    `${choice.of}s by ${choice.value}, largest first, equal ones by id`,
    `A: the fewest that reach ${choice.abc[0]} of the total; B: those up to ${choice.abc[1]}; C: the rest`,
    'share of the top p per cent: linear between customers; Gini: (2 sum(i v_i) / (n sum v)) - (n + 1) / n, v ascending',
  ];
  return analysisOf<ParetoRow, ParetoSummary>(
    table,
    summary,
    definitionOf(context, 'pareto', { ...choice }, rules),
  );
}

/** A relation of customers with rank, item_share and class. */
export async function paretoMembers(context: QueryContext, options: ParetoOptions): Promise<string> {
  const choice = checkParetoOptions({ ...options, of: 'customer' }, context);
  const { expression } = measureOf(choice, context.tables.scale);
  const ranking = await rankingOf(context, -1, expression);
  const figures = figuresOf(await context.run(selectParetoFigures(ranking, [choice.target, ...choice.abc])));
  return rankedMembers(ranking, figures.items!, boundaries(figures));
}

/** A table of the customers, or of the values of the dimension at `index`, ranked by value; made once for these rows. */
function rankingOf(context: QueryContext, index: number, value: string): Promise<string> {
  return context.cached(`ranking ${index} ${value}`, async (apart) => {
    const { tables, customers, where } = apart;
    const items = index < 0 ? customers : dimensionItems(tables, customers, index, where);
    const names = index < 0 ? customerNames(tables) : dimensionNames(tables, index);
    const ranking = apart.keep('ranking');
    await apart.run(createRanking(ranking, items, value, names));
    return ranking;
  });
}

async function itemNames(
  context: QueryContext,
  ranking: string,
  index: number,
  ranks: readonly number[],
): Promise<string[]> {
  const names = await context.run(selectItemNames(context.tables, ranking, index, ranks));
  return Array.from({ length: names.numRows }, (_, i) => String(names.getChild('item')!.get(i)));
}

/** The share of money that the top 20 per cent of customers bring; null where it sums to nothing. */
export async function shareOfTop20(context: QueryContext): Promise<number | null> {
  return (await pareto(context, {})).summary.shareOfTop20;
}

function nulls(length: number): (number | null)[] {
  return Array.from({ length }, () => null);
}

/** The last ranks of A and B: 0 where the values sum to nothing, so that no share of them is reached. */
function boundaries({ total, target_1, target_2 }: Record<string, number | null>): [number, number] {
  return total! > 0 ? [target_1!, target_2!] : [0, 0];
}

function classOf(rank: number, [a, b]: readonly [number, number]): AbcClass {
  if (rank <= a) return 'A';
  return rank <= b ? 'B' : 'C';
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
): ParetoSummary {
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
): ParetoSummary['classes'] {
  const upTo = (rank: number): number => (rank === 0 ? 0 : running.get(rank)!);
  const stretch = (name: AbcClass, from: number, to: number): ParetoSummary['classes'][number] => {
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
