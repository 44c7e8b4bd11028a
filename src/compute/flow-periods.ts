import { isoOf } from '../util/calendar';
import { firstDayOf, type PeriodCalendar, periodOf } from './cohort-triangle';
import type { FlowRow, FlowSummary } from './results';

/** Customers of a period, and their money. */
export const FLOW_COUNTS = ['active', 'new', 'retained', 'reactivated', 'lost'] as const;
export const FLOW_AMOUNTS = [
  'amount_new',
  'amount_retained',
  'amount_reactivated',
  'amount_lost',
  'amount_expansion',
  'amount_contraction',
  'amount_refunds_other',
] as const;
export type FlowFigure = (typeof FLOW_COUNTS)[number] | (typeof FLOW_AMOUNTS)[number];
export const FLOW_FIGURES: readonly FlowFigure[] = [...FLOW_COUNTS, ...FLOW_AMOUNTS];

/** What is known of a period, by its number; null and missing figures are 0. */
export type FlowFigures = { number: number } & { [K in FlowFigure]?: number | null };

/** Every period from the first purchase to as-of, the empty ones too; what stands before the first is left away. */
export function flowPeriods(
  figures: readonly FlowFigures[],
  calendar: PeriodCalendar,
  asOfDay: number,
): FlowRow[] {
  const first = figures.find(({ active }) => (active ?? 0) > 0)?.number;
  if (first === undefined) return [];
  const byNumber = new Map(figures.map((row) => [row.number, row]));
  const last = periodOf(calendar, asOfDay);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    rowOf(byNumber.get(first + i), calendar, first + i),
  );
}

function rowOf(found: FlowFigures | undefined, calendar: PeriodCalendar, number: number): FlowRow {
  const figures = FLOW_FIGURES.map((name) => [name, found?.[name] ?? 0]);
  const row = Object.fromEntries(figures) as Record<FlowFigure, number>;
  return { period: isoOf(firstDayOf(calendar, number)), ...row };
}

/** The rates of the last complete period, and the means of all complete ones. */
export function flowSummary(
  rows: readonly FlowRow[],
  calendar: PeriodCalendar,
  asOfDay: number,
): FlowSummary {
  const open = rows.length > 0 && asOfDay < firstDayOf(calendar, periodOf(calendar, asOfDay) + 1) - 1;
  const complete = open ? rows.slice(0, -1) : rows;
  const later = complete.slice(1);
  const now = later.at(-1);
  const before = complete.at(-2);
  const sum = (name: FlowFigure, of: readonly FlowRow[] = later): number =>
    of.reduce((total, row) => total + row[name], 0);
  const existing = sum('amount_retained', complete) + sum('amount_reactivated', complete);
  return {
    period: calendar.period,
    lastComplete: complete.at(-1)?.period ?? null,
    quickRatio: now ? ratio(now.new + now.reactivated, now.lost) : null,
    retention: now && before ? ratio(now.retained, before.active) : null,
    ...moneyRetention(now, before),
    shareFromExisting: ratio(existing, existing + sum('amount_new', complete)),
    averages: later.length > 0 ? averagesOf(complete, (name) => sum(name) / later.length) : null,
  };
}

/** What the customers of the period before are still worth in this one, without and with what they rose by. */
function moneyRetention(
  now: FlowRow | undefined,
  before: FlowRow | undefined,
): Pick<FlowSummary, 'grossRetention' | 'netRetention'> {
  if (!now || !before) return { grossRetention: null, netRetention: null };
  const previous = before.amount_new + before.amount_retained + before.amount_reactivated;
  const kept = previous - now.amount_lost - now.amount_contraction;
  return {
    grossRetention: ratio(kept, previous),
    netRetention: ratio(kept + now.amount_expansion, previous),
  };
}

function averagesOf(
  complete: readonly FlowRow[],
  mean: (name: (typeof FLOW_COUNTS)[number]) => number,
): NonNullable<FlowSummary['averages']> {
  const pairs = complete.slice(1);
  const retained = pairs.reduce((total, row) => total + row.retained, 0);
  const previous = complete.slice(0, -1).reduce((total, row) => total + row.active, 0);
  const retention = ratio(retained, previous);
  return {
    active: mean('active'),
    new: mean('new'),
    retained: mean('retained'),
    reactivated: mean('reactivated'),
    lost: mean('lost'),
    retention,
    halfLife:
      retention !== null && retention > 0 && retention < 1 ? Math.log(0.5) / Math.log(retention) : null,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
