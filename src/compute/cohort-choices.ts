/** What cohorts can be asked for. */
export const COHORT_MEASURES = [
  'retention',
  'customers',
  'revenue',
  'revenue-per-customer',
  'cumulative-revenue',
  'orders',
] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

/** When somebody counts as having come back in a period. */
export const COHORT_RETURNS = ['on', 'on-or-after', 'streak'] as const;
export type CohortReturn = (typeof COHORT_RETURNS)[number];

export const COHORT_AVERAGE_RULES = ['pooled', 'simple', 'matched'] as const;
export type CohortAverageRule = (typeof COHORT_AVERAGE_RULES)[number];
export type CohortAverage = CohortAverageRule | 'none';
export const COHORT_AVERAGES: readonly CohortAverage[] = [...COHORT_AVERAGE_RULES, 'none'];
