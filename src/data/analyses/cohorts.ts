import { type CohortCell, cohortAverages } from '../../compute/cohort-averages';
import { COHORT_AVERAGES, COHORT_MEASURES, COHORT_RETURNS } from '../../compute/cohort-choices';
import {
  type CohortActivity,
  type CohortMembers,
  cohortTriangle,
  type TriangleRules,
} from '../../compute/cohort-triangle';
import { checkOneOf } from '../../compute/option-checks';
import { type CohortResult, type CohortRow, type CohortSummary, PERIODS } from '../../compute/results';
import { type Rule, rule } from '../../compute/rule';
import {
  activity,
  BLOCK_DAYS,
  membersByCohort,
  selectCohortCells,
  selectCohortMembers,
  sinceFirst,
  sinceFirstRolling,
} from '../../sql/cohort-query';
import { dayOfIso } from '../../util/calendar';
import { analysisOf, plainRows } from '../analysis';
import { type Column, Days } from '../days';
import { checkDays, checkPeriod } from '../needs-rows';
import { definitionOf, type QueryContext } from '../query-context';
import type { CohortOptions } from '../source-options';

type Option = Exclude<keyof CohortOptions, 'asOf' | 'signal'>;
type CohortChoice = { [K in Option]-?: NonNullable<CohortOptions[K]> };

function checkCohortOptions(options: CohortOptions): CohortChoice {
  return {
    period: checkOneOf('period', options.period || 'month', PERIODS),
    measure: checkOneOf('measure', options.measure || 'retention', COHORT_MEASURES),
    return: checkOneOf('return', options.return || 'on', COHORT_RETURNS),
    bucket: checkOneOf('bucket', options.bucket || 'calendar', ['calendar', 'rolling']),
    base: checkOneOf('base', options.base || 'start', ['start', 'previous']),
    average: checkOneOf('average', options.average || 'pooled', COHORT_AVERAGES),
  };
}

/** Customers by the period of their first purchase, and how many of them bought in each period since. */
export async function cohorts(context: QueryContext, options: CohortOptions): Promise<CohortResult> {
  const choice = checkCohortOptions(options);
  const rows = await context.cached(`triangle ${JSON.stringify(choice)}`, (apart) =>
    triangleOf(apart, choice),
  );
  const summary: CohortSummary = {
    period: choice.period,
    cohorts: new Set(rows.map(({ cohort }) => cohort)).size,
    averages: cohortAverages(cellsToAverage(rows, choice.base), choice.average),
  };
  return analysisOf<CohortRow, CohortSummary>(
    await context.table(cohortColumns(rows)),
    summary,
    definitionOf(context, 'cohorts', choice, rulesOf(choice)),
  );
}

/** A relation of customers with their cohort (its first day as text) and a period in which they count. */
export function cohortMembers(context: QueryContext, options: CohortOptions): string {
  const choice = checkCohortOptions(options);
  return membersByCohort(context.tables, sinceOf(context, choice), choice.period, choice.return);
}

/** Each customer's activity by periods since the first purchase. */
function sinceOf(context: QueryContext, { period, bucket }: CohortChoice): string {
  const { tables, customers, months } = context;
  if (bucket === 'rolling') checkDays(tables, 'A cohort in rolling blocks');
  else checkPeriod(tables, period);
  return bucket === 'rolling'
    ? sinceFirstRolling(tables, customers, period, context)
    : sinceFirst(tables, customers, period, activity(tables, months, period, context));
}

async function triangleOf(context: QueryContext, choice: CohortChoice): Promise<CohortRow[]> {
  const { tables, customers, asOfDay } = context;
  const { period, bucket, base } = choice;
  const since = sinceOf(context, choice);
  const members = await context.run(selectCohortMembers(tables, customers, period));
  const cells = await context.run(selectCohortCells(tables, since, choice.return));
  const rules: TriangleRules = {
    period,
    yearStart: tables.yearStart,
    blockDays: bucket === 'rolling' ? BLOCK_DAYS[period] : null,
    orAfter: choice.return === 'on-or-after',
    base,
  };
  return cohortTriangle(
    plainRows(members) as unknown as CohortMembers[],
    plainRows(cells) as unknown as CohortActivity[],
    rules,
    asOfDay,
  );
}

/** What each cell's rate is a share of, in the place of the cohort's size. */
function cellsToAverage(rows: readonly CohortRow[], base: CohortChoice['base']): readonly CohortCell[] {
  if (base === 'start') return rows;
  return rows.map((row, i) => ({
    ...row,
    cohort_size: row.period === 0 ? row.cohort_size : rows[i - 1]!.customers,
  }));
}

function rulesOf({ period, return: counts, bucket, base, average }: CohortChoice): Rule[] {
  const counted = {
    on: 'with a purchase in period k',
    'on-or-after': 'with a purchase in period k or later',
    streak: 'with a purchase in every period up to k',
  };
  const bucketRule =
    bucket === 'rolling'
      ? `period k: the days ${BLOCK_DAYS[period]} k to ${BLOCK_DAYS[period]} (k + 1) - 1 since the customer's own first purchase`
      : `period k: the ${period} k after that of the first purchase`;
  return [
    rule(
      'cohort-periods',
      `cohort: calendar ${period} of the first purchase${period === 'week' ? ' (ISO weeks)' : ''}; ${bucketRule}`,
      { period, bucket, days: BLOCK_DAYS[period] },
    ),
    rule(
      'cohort-retention',
      `retention: customers ${counted[counts]} / ${base === 'start' ? 'size of the cohort' : 'those of period k - 1'}; low, high: 95 % Wilson interval`,
      { counts, base },
    ),
    rule(
      'cohort-revenue',
      'revenue: net of refunds, in the period of the refund; refunds before a first purchase count in period 0',
    ),
    rule('cohort-average', `average: ${average}, over complete cells only`, { average }),
  ];
}

function cohortColumns(rows: readonly CohortRow[]): Record<string, Column> {
  const days = (key: 'cohort' | 'period_start'): Days =>
    new Days(Int32Array.from(rows, (row) => dayOfIso(row[key])!));
  const whole = (key: 'cohort_size' | 'period' | 'customers' | 'orders'): Int32Array =>
    Int32Array.from(rows, (row) => row[key]);
  const real = (key: 'retention' | 'revenue' | 'low' | 'high'): Float64Array =>
    Float64Array.from(rows, (row) => row[key]);
  return {
    cohort: days('cohort'),
    cohort_size: whole('cohort_size'),
    period: whole('period'),
    period_start: days('period_start'),
    customers: whole('customers'),
    retention: real('retention'),
    revenue: real('revenue'),
    complete: rows.map(({ complete }) => complete),
    low: real('low'),
    high: real('high'),
    orders: whole('orders'),
  };
}
