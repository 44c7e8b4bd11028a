import { createMembers } from '../sql/selection-query';
import { cohortMembers } from './analyses/cohorts';
import { directoryRelation } from './analyses/customers';
import { flowMembers } from './analyses/flow';
import { migrationMembers } from './analyses/migration';
import { paretoMembers } from './analyses/pareto';
import { quadrantMembers } from './analyses/quadrant';
import { keptScores } from './analyses/rfm';
import { checkRfmOptions } from './analyses/rfm-options';
import type { QueryContext } from './query-context';
import type {
  CohortOptions,
  FlowOptions,
  MigrationOptions,
  ParetoOptions,
  QuadrantOptions,
  RfmOptions,
} from './source-options';

/** The analyses whose results customers can be chosen by. */
export const SELECTABLE = ['rfm', 'quadrant', 'pareto', 'cohorts', 'flow', 'migration', 'customers'] as const;
export type SelectableAnalysis = (typeof SELECTABLE)[number];

/** What the analyses to choose by take; what is not theirs they pass over. */
export type MemberOptions = RfmOptions &
  QuadrantOptions &
  ParetoOptions &
  CohortOptions &
  Pick<FlowOptions, 'period'> &
  MigrationOptions;

/** A relation of what an analysis says of each customer; worked out once for each scope and options, for brushing asks again and again. */
export async function membersBy(
  context: QueryContext,
  analysis: SelectableAnalysis,
  options: MemberOptions,
): Promise<string> {
  if (analysis === 'rfm')
    return `SELECT * FROM ${(await keptScores(context, checkRfmOptions(options, context.weights))).table}`;
  const { weights } = context;
  const key = `members ${analysis} ${JSON.stringify([weights, { ...options, asOf: undefined, signal: undefined }])}`;
  const kept = await context.cached(key, async (apart) => {
    const members = await newMembers(apart, analysis, options);
    const table = apart.keep('members');
    await apart.run(createMembers(table, members));
    return table;
  });
  return `SELECT * FROM ${kept}`;
}

async function newMembers(
  context: QueryContext,
  analysis: Exclude<SelectableAnalysis, 'rfm'>,
  options: MemberOptions,
): Promise<string> {
  switch (analysis) {
    case 'quadrant':
      return quadrantMembers(context, options);
    case 'pareto':
      return paretoMembers(context, options);
    case 'cohorts':
      return cohortMembers(context, options);
    case 'flow':
      return flowMembers(context, options);
    case 'migration':
      return migrationMembers(context, options);
    case 'customers':
      return directoryRelation(context);
  }
}
