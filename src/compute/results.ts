/** The shapes of all results, and the names that stand in them. */

export type * from './results/analysis';
export * from './results/cohorts';
export type * from './results/customers';
export type * from './results/flow';
export type * from './results/kpis';
export type * from './results/migration';
export type * from './results/pareto';
export * from './results/quadrant';
export type * from './results/report';
export * from './results/rfm';
