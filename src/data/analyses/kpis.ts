import { kpiMonths, type MonthFigures } from '../../compute/kpi-months';
import { plainKpisOf } from '../../compute/plain-kpis';
import type { KpiMonth, KpiResult, KpiRow, KpiSummary, PlainKpis } from '../../compute/results';
import { rule } from '../../compute/rule';
import {
  ACTIVE_DAYS,
  selectConcentration,
  selectKpiMonths,
  selectMedianGap,
  selectPlainKpis,
} from '../../sql/kpi-query';
import { analysisOf, figuresOf, plainRows } from '../analysis';
import type { Column } from '../days';
import { definitionOf, type QueryContext } from '../query-context';
import { flowOf } from './flow';
import { shareOfTop20 } from './pareto';

/** The figures at a glance. */
export async function kpis(context: QueryContext): Promise<KpiResult> {
  const { tables, customers, where, byDayOnly } = context;
  const plain = await plainKpis(context);
  const top = figuresOf(await context.run(selectConcentration(customers)));
  const { gap } = figuresOf(await context.run(selectMedianGap(tables, where, byDayOnly)));
  const { retention } = (await flowOf(context, 'month')).summary;
  const share = (name: 'top1' | 'top5' | 'top10' | 'hhi' | 'half'): number | null =>
    plain.amount > 0 ? (top[name] ?? null) : null;
  const summary: KpiSummary = {
    ...plain,
    shareOfTop20: await shareOfTop20(context),
    retention,
    medianDaysBetweenOrders: gap ?? null,
    concentration: {
      top1: share('top1'),
      top5: share('top5'),
      top10: share('top10'),
      hhi: share('hhi'),
      half: share('half'),
    },
  };
  const rules = [
    rule('kpi-active', `active customers: last purchase less than ${ACTIVE_DAYS} days before as-of`, {
      days: ACTIVE_DAYS,
    }),
    rule(
      'kpi-orders',
      'average order value: sum of monetary / orders; repeat rate: customers with more than one order / customers',
    ),
    rule(
      'kpi-retention',
      'retention: of the last complete month; median days between consecutive purchase days of a customer',
    ),
    rule(
      'kpi-concentration',
      'concentration: shares of the largest 1, 5 and 10 customers; HHI: sum of squared shares',
    ),
  ];
  return analysisOf<KpiRow, KpiSummary>(
    await context.table(kpiColumns(summary)),
    summary,
    definitionOf(context, 'kpis', {}, rules),
  );
}

/** How the figures came to be what they are: every month from the first purchase to as-of. */
export async function kpiHistory(context: QueryContext): Promise<KpiMonth[]> {
  const { tables, customers, months, asOfDay } = context;
  const { rows } = await flowOf(context, 'month');
  const figures = plainRows(await context.run(selectKpiMonths(tables, customers, months, asOfDay)));
  return kpiMonths(figures as unknown as MonthFigures[], rows, asOfDay);
}

async function plainKpis(context: QueryContext): Promise<PlainKpis> {
  const figures = figuresOf(
    await context.run(selectPlainKpis(context.tables, context.customers, context.asOfDay)),
  );
  const figure = (name: string): number => figures[name] ?? 0;
  return plainKpisOf({
    customers: figure('customers'),
    activeCustomers: figure('active_customers'),
    orders: figure('orders'),
    amount: figure('amount'),
    repeaters: figure('repeaters'),
  });
}

function kpiColumns({ concentration, ...figures }: KpiSummary): Record<string, Column> {
  const { half: _, ...shares } = concentration;
  const entries = Object.entries({ ...figures, ...shares });
  return { kpi: entries.map(([name]) => name), value: entries.map(([, value]) => value) };
}
