import { codeOf, lintRules, type RuleLint, type SegmentRule } from '../../compute/lint-rules';
import { selectCodes } from '../../sql/rfm-query';
import { plainRows } from '../analysis';
import type { QueryContext } from '../query-context';
import type { RfmOptions } from '../source-options';
import { scoredTable } from './rfm';
import { checkRfmOptions } from './rfm-options';

interface CodeFigures {
  r: number;
  f: number;
  m: number;
  customers: number;
}

/** What the rules do with every code, with the customers that have it now. */
export async function ruleLint(
  context: QueryContext,
  rules: readonly SegmentRule[],
  options: RfmOptions,
): Promise<RuleLint> {
  const choice = checkRfmOptions({ ...options, scheme: 'rfm', rules: undefined });
  const { bins } = choice;
  lintRules(rules, { bins });
  const { table } = await scoredTable(context, choice);
  const figures = plainRows(await context.run(selectCodes(table))) as unknown as CodeFigures[];
  const counts = figures.map(({ r, f, m, customers }) => [codeOf(r, f, m, bins), customers] as const);
  return lintRules(rules, { bins, counts: Object.fromEntries(counts) });
}
