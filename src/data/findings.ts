import { type Finding, type FindingGrounds, findingsOf } from '../compute/findings';
import type { RfmResult } from '../compute/results';
import type { ChangeOptions, Source } from './source';

/**
 * What stands out in a source across its analyses, the most pressing first: as figures, for a page to put into words.
 * They are of the rows within its filter and as of the date it looks back from, each analysis with its default options;
 * one that cannot answer is left out. Rejects with `aborted`, and with `closed` where the source is.
 */
export async function findings(source: Source, { signal }: ChangeOptions = {}): Promise<Finding[]> {
  const given = { signal };
  const [customers, quadrant, months, flow, cohorts, migration] = await Promise.allSettled([
    source.rfm(given),
    source.quadrant(given),
    source.kpiHistory(given),
    source.flow(given),
    source.cohorts(given),
    source.migration(given),
  ]);
  signal?.throwIfAborted();
  if (source.closed && months.status === 'rejected') throw months.reason;
  const rfm = answerOf(customers);
  const moves = answerOf(migration);
  const begins = [source.report.from, source.definition.filter?.from ?? ''].sort().at(-1)!;
  return findingsOf({
    customers: rfm && columnsOf(rfm),
    segments: rfm?.summary.segments ?? null,
    tiers: answerOf(quadrant)?.summary.tiers ?? null,
    months: answerOf(months),
    flow: withRows(answerOf(flow)),
    cohorts: answerOf(cohorts)?.rows() ?? null,
    migration: moves && { summary: moves.summary, begins },
  });
}

function answerOf<T>(settled: PromiseSettledResult<T>): T | null {
  return settled.status === 'fulfilled' ? settled.value : null;
}

function withRows<S, R>(result: { rows(): R[]; summary: S } | null): { rows: R[]; summary: S } | null {
  return result && { rows: result.rows(), summary: result.summary };
}

function columnsOf({ table }: RfmResult): NonNullable<FindingGrounds['customers']> {
  const column = (name: string): ArrayLike<number> => table.getChild(name)!.toArray() as ArrayLike<number>;
  return {
    monetary: column('monetary'),
    recencyDays: column('recency_days'),
    frequency: column('frequency'),
  };
}
