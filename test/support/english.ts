import { en } from '../../src/locales/en';
import { enCohorts } from '../../src/locales/en-cohorts';
import { enCustomers } from '../../src/locales/en-customers';
import { enDashboard } from '../../src/locales/en-dashboard';
import { enFilter } from '../../src/locales/en-filter';
import { enFindings } from '../../src/locales/en-findings';
import { enFlow } from '../../src/locales/en-flow';
import { enImport } from '../../src/locales/en-import';
import { enKpis } from '../../src/locales/en-kpis';
import { enMigration } from '../../src/locales/en-migration';
import { enPareto } from '../../src/locales/en-pareto';
import { enSegmenting } from '../../src/locales/en-segmenting';
import { enWeights } from '../../src/locales/en-weights';
import { enWhatIf } from '../../src/locales/en-what-if';
import type { Words } from '../../src/locales/words';

/** All of the English, as a page with every element has it. */
export const english: Words = {
  ...en,
  cohorts: enCohorts,
  customers: enCustomers,
  dashboard: enDashboard,
  filter: enFilter,
  findings: enFindings,
  flow: enFlow,
  importer: enImport,
  kpis: enKpis,
  migration: enMigration,
  pareto: enPareto,
  segmenting: enSegmenting,
  weights: enWeights,
  whatIf: enWhatIf,
};
