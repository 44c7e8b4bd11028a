import type { KpiResult, KpiRow, KpiSummary } from '../../compute/results';
import { ACTIVE_DAYS, selectKpis, selectMedianGap } from '../../sql/kpi-query';
import { analysisOf, figuresOf } from '../analysis';
import { tableOf } from '../arrow-table';
import { definitionOf, type QueryContext } from '../query-context';
import { flowOf } from './flow';
import { shareOfTop20 } from './pareto';

/** The figures at a glance. */
export async function kpis(context: QueryContext): Promise<KpiResult> {
  const { tables, customers, asOfDay, where } = context;
  const figures = figuresOf(await context.run(selectKpis(tables, customers, asOfDay)));
  const { gap } = figuresOf(await context.run(selectMedianGap(tables, where)));
  const { retention } = (await flowOf(context, 'month')).summary;
  const { amount, orders } = figures as Record<string, number>;
  const share = (name: string): number | null => (amount! > 0 ? figures[name]! : null);
  const summary: KpiSummary = {
    customers: figures.customers!,
    activeCustomers: figures.active_customers!,
    orders: orders!,
    amount: amount!,
    averageOrderValue: orders! > 0 ? amount! / orders! : null,
    repeatRate: figures.repeaters! / figures.customers!,
    shareOfTop20: await shareOfTop20(context),
    retention,
    medianDaysBetweenOrders: gap ?? null,
    concentration: { top1: share('top1'), top5: share('top5'), top10: share('top10'), hhi: share('hhi') },
  };
  const rules = [
    `active customers: last purchase less than ${ACTIVE_DAYS} days before as-of`,
    'average order value: sum of monetary / orders; repeat rate: customers with more than one order / customers',
    'retention: of the last complete month; median days between consecutive purchase days of a customer',
    'concentration: shares of the largest 1, 5 and 10 customers; HHI: sum of squared shares',
  ];
  return analysisOf<KpiRow, KpiSummary>(kpiTable(summary), summary, definitionOf(context, 'kpis', {}, rules));
}

function kpiTable({ concentration, ...figures }: KpiSummary): ReturnType<typeof tableOf> {
  const entries = Object.entries({ ...figures, ...concentration });
  return tableOf({ kpi: entries.map(([name]) => name), value: entries.map(([, value]) => value) });
}
