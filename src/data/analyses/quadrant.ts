import { checkOption, wholeOption } from '../../compute/option-checks';
import {
  type QuadrantResult,
  type QuadrantRow,
  type QuadrantSummary,
  TIERS,
  type TierSummary,
  type Warning,
} from '../../compute/results';
import { type Rule, rule } from '../../compute/rule';
import { type Split, selectQuadrant, selectSplits, selectTiers, withTier } from '../../sql/quadrant-query';
import { spansDays } from '../../sql/source-tables';
import { analysisOf, figuresOf, plainRows } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { QuadrantOptions } from '../source-options';
import { backtest } from './backtest';
import { type Potential, type PotentialChoice, potentialValues, USUAL_HORIZON } from './potential';
import { classErrors } from './sampled';
import { checkSplit } from './split';

type QuadrantChoice = PotentialChoice & { split: Split };

function checkQuadrantOptions(options: QuadrantOptions): QuadrantChoice {
  return {
    ...checkPotential(options.potential || 'expected'),
    horizonDays: wholeOption('horizon', options.horizon, USUAL_HORIZON, 1, 36_500),
    split: checkSplit(options.split),
  };
}

function checkPotential(potential: string): Pick<PotentialChoice, 'method' | 'column'> {
  const column = /^column:(.+)$/.exec(potential)?.[1]?.trim();
  if (column) return { method: 'column', column };
  const known = potential === 'expected' || potential === 'momentum' || potential === 'headroom';
  checkOption(known, 'potential', potential, 'expected, momentum, headroom or column:NAME');
  return { method: potential as 'expected' | 'momentum' | 'headroom', column: null };
}

/** Every customer on the plane of current and potential value, and the four tiers. */
export async function quadrant(context: QueryContext, options: QuadrantOptions): Promise<QuadrantResult> {
  const choice = checkQuadrantOptions(options);
  const potential = await potentialValues(context, choice);
  const splits = await splitsOf(context, potential.values, choice.split);
  const tiers = withTier(potential.values, splits);
  const table = await context.named(selectQuadrant(tiers));
  const figures = plainRows(
    await context.run(selectTiers(context.tables, tiers)),
  ) as unknown as TierFigures[];
  const asked = options.potential || 'expected';
  const summary: QuadrantSummary = {
    splits,
    tiers: tierSummaries(figures),
    potential: {
      method: potential.method,
      asked,
      horizonDays: choice.horizonDays,
      ...(potential.model && { model: potential.model }),
      backtest: await backtest(context, { ...choice, method: potential.method }),
      warnings: [...potential.warnings, ...backtestWarnings(context)],
    },
  };
  const stated = { potential: asked, horizon: choice.horizonDays, split: options.split || 'mean' };
  const rules = [
    ...potentialRules(potential, choice),
    rule('splits', `splits: current ${splits.current}, potential ${splits.potential}`, { ...splits }),
  ];
  return analysisOf<QuadrantRow, QuadrantSummary>(
    table,
    summary,
    definitionOf(context, 'quadrant', stated, rules, await classErrors(context, 'tier', `(${tiers})`, TIERS)),
  );
}

/** What is said where rows that span several days leave no half-way date to test at. */
function backtestWarnings({ tables }: QueryContext): Warning[] {
  if (!spansDays(tables)) return [];
  const message = `A backtest needs a rollup by day, or the rows; this one is by ${tables.rollup}.`;
  return [{ code: 'needs-rows', message }];
}

/** A table of customer, amount and class, the tier, for the analyses that compare dates. */
export async function classedByTier(context: QueryContext, options: QuadrantOptions): Promise<string> {
  const tiers = await quadrantMembers(context, { ...options, potential: options.potential || 'momentum' });
  const table = context.scratch('tiers');
  await context.run(
    `CREATE OR REPLACE TABLE ${table} AS SELECT customer, amount, tier AS class FROM (${tiers})`,
  );
  return table;
}

/** A relation of customers with current_value, potential_value and tier. */
export async function quadrantMembers(context: QueryContext, options: QuadrantOptions): Promise<string> {
  const choice = checkQuadrantOptions(options);
  const { values } = await potentialValues(context, choice);
  return withTier(values, await splitsOf(context, values, choice.split));
}

async function splitsOf(
  context: QueryContext,
  values: string,
  split: Split,
): Promise<QuadrantSummary['splits']> {
  if (split.rule === 'fixed') return { current: split.current, potential: split.potential };
  return context.cached(`splits ${values} ${JSON.stringify(split)}`, async (apart) => {
    const { current, potential } = figuresOf(await apart.run(selectSplits(apart.tables, values, split)));
    return { current: current!, potential: potential! };
  });
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

function potentialRules({ method }: Potential, { horizonDays, column }: QuadrantChoice): Rule[] {
  const half = Math.floor(horizonDays / 2);
  const said = {
    expected: `potential: purchase days expected over ${horizonDays} days (MBG/NBD, maximum likelihood) times expected spend (Gamma-Gamma on repeat days)`,
    momentum:
      `potential by momentum over ${horizonDays} days: a = spend of the last ${half} days, b of the ${half} before, S of all ${horizonDays}; ` +
      '2 S (a + m G) / (a + b + m (1 + G)), G = sum a / sum b, m = mean b',
    headroom:
      'potential: 80th percentile of monetary among customers of the same frequency score and quintile of first purchase, less own, at least 0',
    column: `potential: the column ${column}, that of the last row of each customer`,
  };
  return [
    rule('current-value', 'current value: sum of amounts; high is strictly above the split'),
    rule(`potential-${method}`, said[method], { days: horizonDays, half, column }),
  ];
}
