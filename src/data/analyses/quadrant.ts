import { checkOneOf, checkWhole } from '../../compute/option-checks';
import {
  type QuadrantResult,
  type QuadrantRow,
  type QuadrantSummary,
  TIERS,
  type TierSummary,
} from '../../compute/results';
import {
  createSpendWindows,
  createValues,
  momentum,
  type Split,
  selectGrowth,
  selectQuadrant,
  selectSplits,
  selectTiers,
  withTier,
} from '../../sql/quadrant-query';
import { analysisOf, figuresOf, plainRows } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { QuadrantOptions } from '../source-options';
import { checkSplit } from './split';

interface QuadrantChoice {
  potential: 'momentum';
  horizon: number;
  split: Split;
}

export function checkQuadrantOptions(options: QuadrantOptions): QuadrantChoice {
  return {
    potential: checkOneOf('potential', (options.potential || 'momentum') as 'momentum', ['momentum']),
    horizon: checkWhole('horizon', Number(options.horizon ?? 365), 2, 36_500),
    split: checkSplit(options.split),
  };
}

/** Every customer on the plane of current and potential value, and the four tiers. */
export async function quadrant(context: QueryContext, options: QuadrantOptions): Promise<QuadrantResult> {
  const choice = checkQuadrantOptions(options);
  const values = await momentumValues(context, choice.horizon);
  const splits = await splitsOf(context, values, choice.split);
  const tiers = withTier(values, splits);
  const table = await context.run(selectQuadrant(context.tables, tiers));
  const figures = plainRows(
    await context.run(selectTiers(context.tables, tiers)),
  ) as unknown as TierFigures[];
  const summary: QuadrantSummary = {
    splits,
    tiers: tierSummaries(figures),
    potential: {
      method: choice.potential,
      asked: choice.potential,
      horizonDays: choice.horizon,
      warnings: [],
    },
  };
  const definition = definitionOf(
    context,
    'quadrant',
    { ...choice, split: options.split ?? 'mean' },
    rulesOf(choice, splits),
  );
  return analysisOf<QuadrantRow, QuadrantSummary>(table, summary, definition);
}

/** A table of customer, current_value and potential_value by momentum. */
async function momentumValues(context: QueryContext, horizonDays: number): Promise<string> {
  const { tables, customers, asOfDay, where } = context;
  const windows = context.scratch('windows');
  await context.run(createSpendWindows(tables, windows, customers, { asOfDay, horizonDays, where }));
  const growth = figuresOf(await context.run(selectGrowth(windows)));
  const values = context.scratch('values');
  await context.run(createValues(values, momentum(windows, growth.growth!, growth.mean_before!)));
  return values;
}

async function splitsOf(
  context: QueryContext,
  values: string,
  split: Split,
): Promise<QuadrantSummary['splits']> {
  if (split.rule === 'fixed') return { current: split.current, potential: split.potential };
  const { current, potential } = figuresOf(await context.run(selectSplits(values, split)));
  return { current: current!, potential: potential! };
}

interface TierFigures {
  tier: string;
  customers: number;
  current_value: number;
  potential_value: number;
}

function tierSummaries(figures: readonly TierFigures[]): TierSummary[] {
  const customers = figures.reduce((sum, row) => sum + row.customers, 0);
  const value = figures.reduce((sum, row) => sum + row.current_value, 0);
  return TIERS.map((tier) => {
    const row = figures.find((figure) => figure.tier === tier);
    const currentValue = row?.current_value ?? 0;
    return {
      tier,
      customers: row?.customers ?? 0,
      customerShare: (row?.customers ?? 0) / customers,
      currentValue,
      valueShare: value > 0 ? currentValue / value : null,
      potentialValue: row?.potential_value ?? 0,
    };
  });
}

function rulesOf({ horizon }: QuadrantChoice, { current, potential }: QuadrantSummary['splits']): string[] {
  const half = Math.floor(horizon / 2);
  return [
    'current value: sum of amounts; high is strictly above the split',
    `potential by momentum over ${horizon} days: a = spend of the last ${half} days, b of the ${half} before, S of all ${horizon}; ` +
      '2 S (a + m G) / (a + b + m (1 + G)), G = sum a / sum b, m = mean b',
    `splits: current ${current}, potential ${potential}`,
  ];
}
