import { type PeriodCalendar, periodOf } from '../../compute/cohort-triangle';
import {
  FLOW_AMOUNTS,
  FLOW_COUNTS,
  type FlowFigures,
  flowPeriods,
  flowSummary,
} from '../../compute/flow-periods';
import { checkOneOf } from '../../compute/option-checks';
import { type FlowResult, type FlowRow, type FlowSummary, PERIODS, type Period } from '../../compute/results';
import { rule } from '../../compute/rule';
import { activity, customerPeriods, periodStart } from '../../sql/cohort-query';
import { membersByFlow, selectFlow } from '../../sql/flow-query';
import { dayOfIso } from '../../util/calendar';
import { analysisOf, plainRows } from '../analysis';
import { type Column, Days } from '../days';
import { checkPeriod } from '../needs-rows';
import { definitionOf, type QueryContext } from '../query-context';
import type { FlowOptions } from '../source-options';

interface PlainFlow {
  rows: FlowRow[];
  summary: FlowSummary;
}

/** The revolving door: who came, stayed, came back and went, period by period. */
export async function flow(context: QueryContext, options: FlowOptions): Promise<FlowResult> {
  const period = checkOneOf('period', options.period || 'month', PERIODS);
  const measure = checkOneOf('measure', options.measure || 'customers', ['customers', 'revenue']);
  const { rows, summary } = await flowOf(context, period);
  const rules = [
    rule(
      'flow-periods',
      `period: calendar ${period}${period === 'week' ? ' (ISO weeks)' : ''}; active: with a purchase in it`,
      { period },
    ),
    rule(
      'flow-kinds',
      'new: never bought before; retained: bought in the period before too; reactivated: bought earlier, not in the period before; lost: bought in the period before, not in this',
    ),
    rule(
      'flow-amounts',
      'amounts are net of refunds in the period of the refund; refunds of customers who bought nothing in it stand apart, those before the first purchase of all are left out',
    ),
    rule(
      'flow-ratios',
      'quick ratio: (new + reactivated) / lost; gross retention: (previous amount - lost - contraction) / previous amount; net adds expansion',
    ),
    rule(
      'flow-half-life',
      'half-life: periods in which half of the customers are lost at the average retention',
    ),
  ];
  return analysisOf<FlowRow, FlowSummary>(
    await context.table(flowColumns(rows)),
    summary,
    definitionOf(context, 'flow', { period, measure }, rules),
  );
}

/** The flow alone, for the analyses that build on it; made once for these rows. */
export function flowOf(context: QueryContext, period: Period): Promise<PlainFlow> {
  return context.cached(`flow ${period}`, async (apart) => {
    const { tables, customers, asOfDay } = apart;
    const calendar: PeriodCalendar = { period, yearStart: tables.yearStart };
    const periods = customerPeriods(tables, customers, period);
    const figures = await apart.run(selectFlow(tables, periods, activityOf(apart, period)));
    const rows = flowPeriods(plainRows(figures) as unknown as FlowFigures[], calendar, asOfDay);
    return { rows, summary: flowSummary(rows, calendar, asOfDay) };
  });
}

/** A relation of customers with period (its first day as text), flow and change. */
export function flowMembers(context: QueryContext, { period: asked }: Pick<FlowOptions, 'period'>): string {
  const period = checkOneOf('period', asked || 'month', PERIODS);
  const { tables, customers } = context;
  const { yearStart } = tables;
  return membersByFlow(
    customerPeriods(tables, customers, period),
    activityOf(context, period),
    (number) => periodStart(period, yearStart, number),
    periodOf({ period, yearStart }, context.asOfDay),
  );
}

/** A relation of customers and periods: purchase rows, orders and money. */
export function activityOf(context: QueryContext, period: Period): string {
  const { tables, months } = context;
  checkPeriod(tables, period);
  return activity(tables, months, period, context);
}

function flowColumns(rows: readonly FlowRow[]): Record<string, Column> {
  return {
    period: new Days(Int32Array.from(rows, (row) => dayOfIso(row.period)!)),
    ...Object.fromEntries(FLOW_COUNTS.map((name) => [name, Int32Array.from(rows, (row) => row[name])])),
    ...Object.fromEntries(FLOW_AMOUNTS.map((name) => [name, Float64Array.from(rows, (row) => row[name])])),
  };
}
