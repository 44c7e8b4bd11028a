import type { Analysis, IsoDate } from './analysis';

export interface KpiRow {
  kpi: string;
  value: number | null;
}

/** Figures that need the customers alone. */
export interface PlainKpis {
  customers: number;
  activeCustomers: number;
  orders: number;
  amount: number;
  averageOrderValue: number | null;
  /** Null where there are no customers. */
  repeatRate: number | null;
}

/** A month on the way to the figures; totals are those of the month, the rest as of its end. */
export interface KpiMonth {
  /** First day of the month. */
  month: IsoDate;
  /** Whether it was over at as-of. */
  complete: boolean;
  newCustomers: number;
  orders: number;
  amount: number;
  /** Of the month. */
  averageOrderValue: number | null;
  customers: number;
  activeCustomers: number;
  repeatRate: number | null;
  /** Share of the customers of the month before who bought in this one; null where it had none. */
  retention: number | null;
}

export interface KpiSummary extends PlainKpis {
  shareOfTop20: number | null;
  /** Share of the customers of the month before the last complete month who bought in it. */
  retention: number | null;
  medianDaysBetweenOrders: number | null;
  /** `half`: the fewest customers who bring half of the amount, where a hundred do. */
  concentration: {
    top1: number | null;
    top5: number | null;
    top10: number | null;
    hhi: number | null;
    half: number | null;
  };
}

export type KpiResult = Analysis<KpiRow, KpiSummary>;
