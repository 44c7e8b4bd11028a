import { checkOption, numberOf } from '../../compute/option-checks';
import type { Analysis, CohortRow } from '../../compute/results';
import { rule } from '../../compute/rule';
import {
  type RetentionPoint,
  whatIf as reckon,
  type WhatIfRow,
  type WhatIfSummary,
} from '../../compute/what-if';
import { analysisOf } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { WhatIfOptions } from '../source-options';
import { cohorts } from './cohorts';

export type WhatIfResult = Analysis<WhatIfRow, WhatIfSummary>;

const WHAT_IF_OPTIONS = [
  'retentionPoints',
  'margin',
  'discountRate',
  'costRatio',
  'keepCost',
  'horizonPeriods',
] as const;

/** A figure as an attribute or a property gives it. */
function figureOf(option: string, given: unknown): number {
  const value = numberOf(given, Number.NaN);
  checkOption(Number.isFinite(value), option, given, 'a finite number');
  return value;
}

/** What some points of retention are worth on these data, against winning the same from new customers. */
export async function whatIf(context: QueryContext, options: WhatIfOptions): Promise<WhatIfResult> {
  const asked = WHAT_IF_OPTIONS.filter((name) => options[name] !== undefined && options[name] !== null);
  const given = Object.fromEntries(asked.map((name) => [name, figureOf(name, options[name])]));
  // Kept: while a slider is pulled, only figures change.
  const curve = await context.cached('monthly curve', async (apart) =>
    curveOf((await cohorts(apart, { period: 'month' })).rows()),
  );
  const { rows, summary } = reckon(curve, context.customerCount, given);
  const { retentionPoints, margin, discountRate, costRatio, horizonPeriods } = summary;
  const stated = { retentionPoints, margin, discountRate, costRatio, keepCost: 1, horizonPeriods, ...given };
  const column = (name: keyof WhatIfRow): Float64Array => Float64Array.from(rows, (row) => row[name]);
  const table = await context.table({
    period: Int32Array.from(rows, ({ period }) => period),
    customers_base: column('customers_base'),
    customers_new: column('customers_new'),
    revenue_base: column('revenue_base'),
    revenue_new: column('revenue_new'),
    profit_base: column('profit_base'),
    profit_new: column('profit_new'),
  });
  return analysisOf(
    table,
    summary,
    definitionOf(context, 'whatIf', stated, [rule('what-if', summary.formula)]),
  );
}

/** The pooled monthly curve over complete cells: who of a cohort buys k months on, and what each of them brings. */
function curveOf(triangle: readonly CohortRow[]): RetentionPoint[] {
  const sums: { size: number; customers: number; revenue: number }[] = [];
  for (const { period, cohort_size, customers, revenue, complete } of triangle) {
    if (!complete) continue;
    sums[period] ??= { size: 0, customers: 0, revenue: 0 };
    sums[period].size += cohort_size;
    sums[period].customers += customers;
    sums[period].revenue += revenue;
  }
  return sums.map(({ size, customers, revenue }, period) => ({
    period,
    retention: customers / size,
    revenuePerActive: customers > 0 ? revenue / customers : 0,
  }));
}
