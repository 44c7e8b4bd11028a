import type { KpiSummary } from './results';

/** Figures that only grow, figures that stand, and how a change of the latter is told. */
const KINDS = {
  amount: 'total',
  customers: 'total',
  activeCustomers: 'share',
  orders: 'total',
  averageOrderValue: 'share',
  repeatRate: 'points',
  retention: 'points',
  medianDaysBetweenOrders: 'days',
  shareOfTop20: 'points',
} as const;

/** The figures that have a change, in the order in which they are shown. */
export const KPI_NAMES: readonly (keyof typeof KINDS)[] = Object.keys(KINDS) as (keyof typeof KINDS)[];
export type KpiName = keyof typeof KINDS;

/** How a figure changed from one period to the next. */
export interface KpiChange {
  /** `share`: of what it was (0.1 is a tenth more); `points`: in shares of one; `days`: in days. */
  unit: 'share' | 'points' | 'days';
  /** Null where there is nothing to compare with. */
  value: number | null;
  /** Of a total, what the last period added; null for what stands. */
  added: number | null;
  /** The figure as it stood before. */
  before: number | null;
}

/**
 * What the period between `before` and `now` changed. A total is compared by what the period added against what the
 * period before it, from `earlier` on, had added: a sum alone would always have grown. Null where no period lies before.
 */
export function kpiChanges(
  now: KpiSummary,
  before: KpiSummary | null,
  earlier: KpiSummary | null,
): Record<KpiName, KpiChange> {
  return Object.fromEntries(
    KPI_NAMES.map((name) => [
      name,
      KINDS[name] === 'total'
        ? changeOfTotal(now[name], before?.[name] ?? null, earlier?.[name] ?? null)
        : changeOfLevel(KINDS[name], now[name], before?.[name] ?? null),
    ]),
  ) as Record<KpiName, KpiChange>;
}

function changeOfTotal(now: number | null, before: number | null, earlier: number | null): KpiChange {
  const added = now === null || before === null ? null : now - before;
  const base = before === null || earlier === null ? null : before - earlier;
  const value = added === null || base === null || base <= 0 ? null : added / base - 1;
  return { unit: 'share', value, added, before };
}

function changeOfLevel(unit: KpiChange['unit'], now: number | null, before: number | null): KpiChange {
  const known = now !== null && before !== null;
  if (unit === 'share')
    return { unit, value: known && before > 0 ? now / before - 1 : null, added: null, before };
  return { unit, value: known ? now - before : null, added: null, before };
}

/** From here on the loss of one customer, or of five, is a risk to the firm; the tenth is the line of ASC 280-10-50-42. */
const LARGEST_RISK = 0.1;
const FIVE_RISK = 0.25;

/** Whether the firm lives on few customers. */
export function livesOnFew({ customers, concentration: { top1, top5 } }: KpiSummary): boolean {
  if (customers < 2 || top1 === null) return false;
  return top1 >= LARGEST_RISK || (top5 ?? 0) >= FIVE_RISK;
}
