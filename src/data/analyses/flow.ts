import type { PeriodCalendar } from '../../compute/cohort-triangle';
import { type FlowFigures, flowPeriods, flowSummary } from '../../compute/flow-periods';
import { checkOneOf } from '../../compute/option-checks';
import { type FlowResult, type FlowRow, type FlowSummary, PERIODS, type Period } from '../../compute/results';
import { activity } from '../../sql/cohort-query';
import { selectFlow } from '../../sql/flow-query';
import { dayOfIso } from '../../util/calendar';
import { analysisOf, plainRows } from '../analysis';
import { Days, tableOf } from '../arrow-table';
import { definitionOf, type QueryContext } from '../query-context';
import type { FlowOptions } from '../source-options';

/** The revolving door: who came, stayed, came back and went, period by period. */
export async function flow(context: QueryContext, options: FlowOptions): Promise<FlowResult> {
  const period = checkOneOf('period', options.period || 'month', PERIODS);
  const measure = checkOneOf('measure', options.measure || 'customers', ['customers', 'revenue']);
  const { rows, summary } = await flowOf(context, period);
  const rules = [
    `period: calendar ${period}${period === 'week' ? ' (ISO weeks)' : ''}; active: with a purchase in it`,
    'new: never bought before; retained: bought in the period before too; reactivated: bought earlier, not in the period before; lost: bought in the period before, not in this',
    'amounts are net of refunds in the period of the refund; refunds of customers who bought nothing in it stand apart, those before the first purchase of all are left out',
    'quick ratio: (new + reactivated) / lost; gross retention: (previous amount - lost - contraction) / previous amount; net adds expansion',
    'half-life: periods in which half of the customers are lost at the average retention',
  ];
  return analysisOf<FlowRow, FlowSummary>(
    flowTable(rows),
    summary,
    definitionOf(context, 'flow', { period, measure }, rules),
  );
}

/** The flow alone, for the analyses that build on it. */
export async function flowOf(
  context: QueryContext,
  period: Period,
): Promise<{ rows: FlowRow[]; summary: FlowSummary }> {
  const { tables, customers, months, where, asOfDay } = context;
  const calendar: PeriodCalendar = { period, yearStart: tables.yearStart };
  const figures = await context.run(selectFlow(tables, customers, activity(tables, months, period, where)));
  const rows = flowPeriods(plainRows(figures) as unknown as FlowFigures[], calendar, asOfDay);
  return { rows, summary: flowSummary(rows, calendar, asOfDay) };
}

const COUNTS = ['active', 'new', 'retained', 'reactivated', 'lost'] as const;
const AMOUNTS = [
  'amount_new',
  'amount_retained',
  'amount_reactivated',
  'amount_lost',
  'amount_expansion',
  'amount_contraction',
  'amount_refunds_other',
] as const;

function flowTable(rows: readonly FlowRow[]): ReturnType<typeof tableOf> {
  return tableOf({
    period: new Days(Int32Array.from(rows, (row) => dayOfIso(row.period)!)),
    ...Object.fromEntries(COUNTS.map((name) => [name, Int32Array.from(rows, (row) => row[name])])),
    ...Object.fromEntries(AMOUNTS.map((name) => [name, Float64Array.from(rows, (row) => row[name])])),
  });
}
