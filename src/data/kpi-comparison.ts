import type { KpiMonth, KpiResult } from '../compute/results';
import { ifKnown, monthsEarlier } from './earlier';
import type { Source } from './source';

/** Months of a period of comparison, where nothing else is asked for. */
export const COMPARED_MONTHS = 3;

/** The figures, what they were at two earlier dates, and the months behind them. */
export interface KpiComparison extends KpiResult {
  /** Months between the dates; 0 where nothing is compared. */
  months: number;
  /** The figures that many months ago, and twice as many; null where nobody had bought yet. */
  before: KpiResult | null;
  earlier: KpiResult | null;
  history: readonly KpiMonth[];
}

/** The figures as of a date, and as of `months` and twice as many before it. */
export async function compareKpis(
  source: Source,
  { asOf, months, signal }: { asOf: string; months: number; signal: AbortSignal | undefined },
): Promise<KpiComparison> {
  const now = await source.kpis({ asOf, signal });
  const history = await source.kpiHistory({ asOf, signal });
  const then = async (times: number): Promise<KpiResult | null> => {
    const date = monthsEarlier(asOf, times * months);
    // Before the month of the first purchase there is nothing to ask for.
    if (date === null || date < (history[0]?.month ?? asOf)) return null;
    return ifKnown(() => source.kpis({ asOf: date, signal }));
  };
  return { ...now, months, before: await then(1), earlier: await then(2), history };
}
