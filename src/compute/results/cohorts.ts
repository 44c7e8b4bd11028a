import type { Analysis, IsoDate } from './analysis';

export const PERIODS = ['month', 'week', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** One cell of the triangle: period `period` (from 0) of the cohort that began in `cohort`. */
export interface CohortRow {
  cohort: IsoDate;
  cohort_size: number;
  period: number;
  period_start: IsoDate;
  customers: number;
  retention: number;
  revenue: number;
  /** Orders that began in the period. */
  orders: number;
  /** Whether the period was over at as-of. */
  complete: boolean;
  /** 95 % Wilson interval of retention. */
  low: number;
  high: number;
}

export interface CohortSummary {
  period: Period;
  /** How many cohorts there are. */
  cohorts: number;
  /** Over complete cells only; `customers` is the sum of the sizes averaged over. */
  averages: { period: number; retention: number; customers: number }[];
}

export type CohortResult = Analysis<CohortRow, CohortSummary>;
