export * from './core';
export { RfmCohorts } from './elements/cohorts/cohorts.element';
export { RfmCustomers } from './elements/customers/customers.element';
export { RfmDashboard } from './elements/dashboard/dashboard.element';
export type { DashboardState } from './elements/dashboard/dashboard-state';
export type { Restored } from './elements/dashboard/restore';
export type {
  RfmErrorEvent,
  RfmLoadEvent,
  RfmProgressEvent,
  RfmReadyEvent,
  RfmSelectEvent,
  SelectionDetail,
} from './elements/events';
export { RfmFilter } from './elements/filter/filter.element';
export { RfmFlow } from './elements/flow/flow.element';
export { RfmImport } from './elements/import/import.element';
export { RfmKpis } from './elements/kpis/kpis.element';
export { RfmMigration } from './elements/migration/migration.element';
export { RfmPareto } from './elements/pareto/pareto.element';
export { RfmQuadrant } from './elements/quadrant/quadrant.element';
export { RfmScatter } from './elements/scatter/scatter.element';
export { RfmSegments } from './elements/segments/segments.element';
export { RfmSource } from './elements/source/source.element';
export { RfmWeights } from './elements/weights/weights.element';
export { RfmWhatIf } from './elements/whatif/whatif.element';
export { type PartialWords, registerLocale } from './locales/registry';
export type { Words } from './locales/words';
