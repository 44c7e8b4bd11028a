import { COHORT_AVERAGES, cohortAverages } from '../../compute/cohort-averages';
import { type CohortActivity, cohortTriangle, type PeriodCalendar } from '../../compute/cohort-triangle';
import { checkOneOf } from '../../compute/option-checks';
import type { CohortResult, CohortRow, CohortSummary } from '../../compute/results';
import { activity, selectCohortCells } from '../../sql/cohort-query';
import { dayOfIso } from '../../util/calendar';
import { analysisOf, plainRows } from '../analysis';
import { Days, tableOf } from '../arrow-table';
import { definitionOf, type QueryContext } from '../query-context';
import type { CohortOptions } from '../source-options';

const MEASURES = ['retention', 'customers', 'revenue', 'revenue-per-customer', 'cumulative-revenue'] as const;

type CohortChoice = Required<
  Pick<CohortOptions, 'period' | 'measure' | 'return' | 'bucket' | 'base' | 'average'>
>;

function checkCohortOptions(options: CohortOptions): {
  [K in keyof CohortChoice]: NonNullable<CohortChoice[K]>;
} {
  return {
    period: checkOneOf('period', options.period ?? 'month', ['month', 'week', 'quarter', 'year']),
    measure: checkOneOf('measure', options.measure ?? 'retention', MEASURES),
    return: checkOneOf('return', options.return ?? 'on', ['on']),
    bucket: checkOneOf('bucket', options.bucket ?? 'calendar', ['calendar']),
    base: checkOneOf('base', options.base ?? 'start', ['start']),
    average: checkOneOf('average', options.average ?? 'pooled', COHORT_AVERAGES),
  };
}

/** Customers by the period of their first purchase, and how many of them bought in each period since. */
export async function cohorts(context: QueryContext, options: CohortOptions): Promise<CohortResult> {
  const choice = checkCohortOptions(options);
  const { tables, where, asOfDay } = context;
  const cells = await context.run(selectCohortCells(tables, activity(tables, context, choice.period, where)));
  const calendar: PeriodCalendar = { period: choice.period, yearStart: tables.yearStart };
  const rows = cohortTriangle(plainRows(cells) as unknown as CohortActivity[], calendar, asOfDay);
  const summary: CohortSummary = {
    period: choice.period,
    cohorts: new Set(rows.map(({ cohort }) => cohort)).size,
    averages: cohortAverages(rows, choice.average),
  };
  const rules = [
    `cohort: calendar ${choice.period} of the first purchase${choice.period === 'week' ? ' (ISO weeks)' : ''}`,
    'retention in period k: customers with a purchase in it / size of the cohort; low, high: 95 % Wilson interval',
    'revenue: net of refunds, in the period of the refund; refunds before a first purchase count in period 0',
    `average: ${choice.average}, over complete cells only`,
  ];
  return analysisOf<CohortRow, CohortSummary>(
    cohortTable(rows),
    summary,
    definitionOf(context, 'cohorts', choice, rules),
  );
}

function cohortTable(rows: readonly CohortRow[]): ReturnType<typeof tableOf> {
  const days = (key: 'cohort' | 'period_start'): Days =>
    new Days(Int32Array.from(rows, (row) => dayOfIso(row[key])!));
  const whole = (key: 'cohort_size' | 'period' | 'customers'): Int32Array =>
    Int32Array.from(rows, (row) => row[key]);
  const real = (key: 'retention' | 'revenue' | 'low' | 'high'): Float64Array =>
    Float64Array.from(rows, (row) => row[key]);
  return tableOf({
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
  });
}
