import { firstDayOfMonth, isoOf, monthOf } from '../util/calendar';
import type { FlowRow, KpiMonth } from './results';

/** What is known of a month, by its number; null and missing figures are 0. */
export interface MonthFigures {
  number: number;
  new_customers?: number | null;
  new_repeaters?: number | null;
  orders?: number | null;
  amount?: number | null;
  active?: number | null;
}

/** Every month from the first purchase to as-of, the empty ones too; `flow` is that of the same months. */
export function kpiMonths(
  figures: readonly MonthFigures[],
  flow: readonly FlowRow[],
  asOfDay: number,
): KpiMonth[] {
  const first = figures.find(({ new_customers }) => (new_customers ?? 0) > 0)?.number;
  if (first === undefined) return [];
  const byNumber = new Map(figures.map((row) => [row.number, row]));
  const retention = new Map(flow.map((row, i) => [row.period, retentionOf(row, flow[i - 1])]));
  let [customers, repeaters] = [0, 0];
  // Refunds before the first purchase of all belong to the whole, and so to some month.
  let early = sum(figures.filter(({ number }) => number < first));
  return Array.from({ length: monthOf(asOfDay) - first + 1 }, (_, i) => {
    const found = byNumber.get(first + i);
    const month = isoOf(firstDayOfMonth(first + i));
    const orders = found?.orders ?? 0;
    const amount = (found?.amount ?? 0) + early;
    early = 0;
    customers += found?.new_customers ?? 0;
    repeaters += found?.new_repeaters ?? 0;
    return {
      month,
      complete: asOfDay >= firstDayOfMonth(first + i + 1) - 1,
      newCustomers: found?.new_customers ?? 0,
      orders,
      amount,
      averageOrderValue: orders > 0 ? amount / orders : null,
      customers,
      activeCustomers: found?.active ?? 0,
      repeatRate: customers > 0 ? repeaters / customers : null,
      retention: retention.get(month) ?? null,
    };
  });
}

function retentionOf(row: FlowRow, before: FlowRow | undefined): number | null {
  return before && before.active > 0 ? row.retained / before.active : null;
}

function sum(figures: readonly MonthFigures[]): number {
  return figures.reduce((total, { amount }) => total + (amount ?? 0), 0);
}
