import type {
  AbcClass,
  ParetoCompared,
  ParetoResult,
  ParetoRow,
  ParetoSummary,
  Segment,
} from '../../compute/results';
import { type Rule, rule } from '../../compute/rule';
import {
  createRanking,
  dimensionItems,
  rankedMembers,
  selectItemNames,
  selectParetoFigures,
} from '../../sql/pareto-query';
import { countSelection, membersWhere } from '../../sql/selection-query';
import { customerNames, dimensionNames } from '../../sql/source-tables';
import { isoOf } from '../../util/calendar';
import { RfmError } from '../../util/rfm-error';
import { analysisOf, figuresOf } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { ParetoOptions } from '../source-options';
import { boundaries, type Ranked, readRanking, sharesOf } from './pareto-figures';
import {
  type ComparedWith,
  checkParetoOptions,
  type Days,
  measureOf,
  type ParetoChoice,
} from './pareto-options';
import { keptScores } from './rfm';
import { checkRfmOptions } from './rfm-options';
import { topErrors } from './sampled';

/** How few items bring how much of the value: cumulative shares, classes, concentration. */
export async function pareto(
  context: QueryContext,
  options: ParetoOptions,
  marks: string | null = null,
): Promise<ParetoResult> {
  const choice = checkParetoOptions(options, context);
  const { expression, unit } = measureOf(choice, context.tables.scale);
  const index = (context.mapping.dimensions ?? []).indexOf(choice.of);
  const ranking = await rankingOf(context, index, expression);
  const ranked = await rankedBy(context, ranking, choice, unit);
  const compared = await comparedWith(context, choice, marks);
  const { ranks, borders, summary } = ranked;
  // Of the values of a dimension no sample was drawn.
  const errors = index < 0 ? await topErrors(context, ranking, summary, ranked.total) : [];
  const { items, values } = sharesOf(ranked);
  const table = await context.table({
    rank: Int32Array.from(ranks),
    item_share: items,
    value_share: values,
    class: ranks.map((rank) => classOf(rank, borders)),
    ...(index >= 0 && { item: await itemNames(context, ranking, index, ranks) }),
  });
  return analysisOf<ParetoRow, ParetoSummary>(
    table,
    compared ? { ...summary, compared } : summary,
    definitionOf(context, 'pareto', optionsOf(choice, options), rulesOf(choice), errors),
  );
}

function optionsOf(
  { of, value, target, abc }: ParetoChoice,
  { compare }: ParetoOptions,
): Record<string, unknown> {
  return { of, value, target, abc, ...(compare && { compare }) };
}

function rulesOf({ of, value, abc, compare }: ParetoChoice): Rule[] {
  return [
    rule('pareto-order', `${of}s by ${value}, largest first, equal ones by id`, { of, value }),
    rule(
      'pareto-classes',
      `A: the fewest that reach ${abc[0]} of the total; B: those up to ${abc[1]}; C: the rest`,
      { a: abc[0], b: abc[1] },
    ),
    rule(
      'pareto-shares',
      'share of the top p per cent: linear between customers; Gini: (2 sum(i v_i) / (n sum v)) - (n + 1) / n, v ascending',
    ),
    ...(compare ? [compareRule(compare)] : []),
  ];
}

function compareRule(compare: ComparedWith): Rule {
  if (compare.with === 'selection')
    return rule('beside-selection', 'beside it: the marked customers, ranked among themselves');
  const { fromDay, toDay } = compare.days ?? { fromDay: null, toDay: null };
  const days = {
    from: fromDay === null ? null : isoOf(fromDay),
    to: toDay === null ? null : isoOf(toDay),
  };
  const over = [
    ...(days.from === null ? [] : [`from ${days.from}`]),
    ...(days.to === null ? [] : [`up to ${days.to}`]),
  ].join(' ');
  if (compare.with === 'period')
    return rule('beside-period', `beside it: the same over the rows ${over}`, days);
  const { segment } = compare;
  const who = `the customers of ${segment} by the usual scores, ranked among themselves`;
  const message = `beside it: ${who}${over && ` over the rows ${over}`}`;
  return rule('beside-segment', message, { segment, ...(over && days) });
}

/** The second curve asked for; null where there is none, or nobody is marked. */
async function comparedWith(
  context: QueryContext,
  choice: ParetoChoice,
  marks: string | null,
): Promise<ParetoCompared | null> {
  const { compare, target, abc } = choice;
  if (!compare || (compare.with === 'selection' && marks === null)) return null;
  const { expression, unit } = measureOf(choice, context.tables.scale);
  const index = (context.mapping.dimensions ?? []).indexOf(choice.of);
  const days = compare.with === 'selection' ? null : compare.days;
  const own = days ? await periodOf(context, days) : context;
  const among = compare.with === 'segment' ? await segmentOf(context, compare.segment) : marks;
  const ranking =
    among !== null && compare.with !== 'period'
      ? await rankingOfMarked(own, index, expression, among)
      : await rankingOf(own, index, expression);
  const { customers: count } = figuresOf(await own.run(countSelection(ranking)));
  // None of them has bought in those days, or none of the marked is left by the filter.
  if (count === 0) {
    if (days) throw nobodyIn(days, own);
    return null;
  }
  const ranked = await readRanking(own, ranking, [target, ...abc], unit);
  const { items, values } = sharesOf(ranked);
  return {
    with: compare.with,
    ...(compare.with === 'segment' && { segment: compare.segment }),
    from: days && days.fromDay !== null ? isoOf(days.fromDay) : null,
    to: days ? own.asOf : null,
    ...ranked.summary,
    curve: Array.from(items, (item_share, i) => ({ item_share, value_share: values[i] ?? null })),
  };
}

/** The customers of a segment by the usual scores, as a relation. */
async function segmentOf(context: QueryContext, segment: Segment): Promise<string> {
  const { table } = await keptScores(context, checkRfmOptions({}, context.weights));
  const members = `(${membersWhere(`SELECT * FROM ${table}`, { segment })})`;
  const { customers } = figuresOf(await context.run(countSelection(members)));
  if (customers! > 0) return members;
  throw new RfmError('no-rows', `No customer is in the segment ${segment}. Choose another in compare.`, {
    details: { option: 'compare' },
  });
}

async function periodOf(context: QueryContext, days: Days): Promise<QueryContext> {
  const { fromDay, toDay } = days;
  const own = await context.at({
    asOfDay: toDay ?? context.asOfDay,
    ...(fromDay !== null && { afterDay: fromDay - 1 }),
    filter: context.filter,
  });
  if (own.customerCount > 0) return own;
  throw nobodyIn(days, own);
}

function nobodyIn({ fromDay }: Days, { asOf }: QueryContext): RfmError {
  const from = fromDay === null ? '' : `from ${isoOf(fromDay)} `;
  return new RfmError(
    'no-rows',
    `Nobody to compare with bought anything in that period (${from}up to ${asOf}). Choose another in compare.`,
    { details: { option: 'compare' } },
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

/** The same of the marked customers alone. */
async function rankingOfMarked(
  context: QueryContext,
  index: number,
  value: string,
  marks: string,
): Promise<string> {
  const { tables, customers, where } = context;
  const marked = `(SELECT * FROM ${customers} SEMI JOIN ${marks} USING (customer))`;
  const items = index < 0 ? marked : dimensionItems(tables, marked, index, where);
  const names = index < 0 ? customerNames(tables) : dimensionNames(tables, index);
  const ranking = context.scratch('ranking');
  await context.run(createRanking(ranking, items, value, names));
  return ranking;
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

/** A ranking as it is read: once for these rows and targets, whoever asks. */
function rankedBy(
  context: QueryContext,
  ranking: string,
  { target, abc }: Pick<ParetoChoice, 'target' | 'abc'>,
  unit: number,
): Promise<Ranked> {
  const targets = [target, ...abc] as const;
  return context.cached(`ranked ${ranking} ${targets.join(' ')}`, (apart) =>
    readRanking(apart, ranking, targets, unit),
  );
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

function classOf(rank: number, [a, b]: readonly [number, number]): AbcClass {
  if (rank <= a) return 'A';
  return rank <= b ? 'B' : 'C';
}
