import { checkOneOf, checkOption } from '../../compute/option-checks';
import { type Cut, selectDensity } from '../../sql/density-query';
import { plainRows } from '../analysis';
import { type MemberOptions, membersBy } from '../members';
import type { QueryContext } from '../query-context';

/** The planes that can be binned: their measures, and what their customers are counted by. */
const PLANES = {
  rfm: { columns: ['recency_days', 'frequency', 'monetary', 'score'], part: 'segment' },
  quadrant: { columns: ['current_value', 'potential_value'], part: 'tier' },
} as const;

/** Which plane, and how its two measures are cut into bins. */
export interface DensityRequest {
  analysis: keyof typeof PLANES;
  x: Cut;
  y: Cut;
  options?: MemberOptions;
}

/** Customers of one segment or tier in one bin of each measure. */
export interface DensityRow {
  x: number;
  y: number;
  part: string;
  customers: number;
}

/** How many customers lie in each bin of a plane. */
export async function density(context: QueryContext, request: DensityRequest): Promise<DensityRow[]> {
  const analysis = checkOneOf('analysis', request.analysis, ['rfm', 'quadrant']);
  const { columns, part } = PLANES[analysis];
  for (const cut of [request.x, request.y]) checkCut(cut, columns);
  const members = await membersBy(context, analysis, request.options ?? {});
  const rows = await context.run(selectDensity(members, part, request.x, request.y));
  return plainRows(rows) as unknown as DensityRow[];
}

function checkCut(cut: Cut, columns: readonly string[]): void {
  checkOneOf('column', cut.column, columns);
  checkOption(Number.isFinite(cut.step) && cut.step > 0, 'step', cut.step, 'a number above 0');
}
