/** rfm-kit without elements: open a source of transactions and analyse it, in a page, in a worker or in Node. */
export { type AhpResult, ahp, ahpMatrix } from './compute/ahp';
export { AHP_PRESETS } from './compute/ahp-presets';
export { concentration } from './compute/concentration';
export { customerLifetimeValue } from './compute/customer-lifetime-value';
export { days, weeks } from './compute/duration';
export { expectedPurchases } from './compute/expected-purchases';
export { expectedSpend } from './compute/expected-spend';
export type { Finding, FindingCustomers } from './compute/findings';
export { fitBgNbd } from './compute/fit-bg-nbd';
export { fitGammaGamma } from './compute/fit-gamma-gamma';
export { fitMbgNbd } from './compute/fit-mbg-nbd';
export { gini } from './compute/gini';
export { kmeans } from './compute/kmeans';
export {
  type LintOptions,
  lintRules,
  type RuleLint,
  type RuleReach,
  type ScoreRange,
  type SegmentRule,
} from './compute/lint-rules';
export { lorenz } from './compute/lorenz';
export { pAlive } from './compute/p-alive';
export { quantile } from './compute/quantile';
export type * from './compute/results';
export { wilson } from './compute/wilson';
export { preload } from './data/engine/engine';
export { type Configuration, configure } from './data/engine/settings';
export { findings } from './data/findings';
export { type Inspection, inspect, type MappedPart } from './data/inspect';
export type { SelectionSummary } from './data/marked';
export { openSource } from './data/open-source';
export { type RollupColumns, type RollupOptions, rollupSql } from './data/rollup-sql';
export type { Selection, SelectionRequest } from './data/selection';
export type { Source } from './data/source';
export type * from './data/source-options';
export { RfmError, type RfmErrorCode } from './util/rfm-error';
