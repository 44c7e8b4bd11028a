import { type Finding, type FindingGrounds, findingsOf } from '../compute/findings';
import type { RfmResult } from '../compute/results';
import type { ChangeOptions } from './held-source';
import { COMPARED_MONTHS, compareKpis, type KpiComparison } from './kpi-comparison';
import type { Source } from './source';

/**
 * What stands out in a source across its analyses, the most pressing first: as figures, for a page to put into words.
 * They are of the rows within its filter and as of the date it looks back from, each analysis with its default options;
 * one that cannot answer is left out. Rejects with `aborted`, and with `closed` where the source is.
 */
export async function findings(source: Source, { signal }: ChangeOptions = {}): Promise<Finding[]> {
  const given = { signal };
  const [customers, quadrant, kpis, flow, cohorts, migration] = await Promise.allSettled([
    source.rfm(given),
    source.quadrant(given),
    compareKpis(source, { asOf: source.asOf, months: COMPARED_MONTHS, signal }),
    source.flow(given),
    source.cohorts(given),
    source.migration(given),
  ]);
  signal?.throwIfAborted();
  if (source.closed && kpis.status === 'rejected') throw kpis.reason;
  const rfm = answerOf(customers);
  const moves = answerOf(migration);
  const begins = [source.report.from, source.definition.filter?.from ?? ''].sort().at(-1)!;
  return findingsOf({
    customers: rfm && columnsOf(rfm),
    segments: rfm?.summary.segments ?? null,
    tiers: answerOf(quadrant)?.summary.tiers ?? null,
    kpis: compared(answerOf(kpis)),
    flow: withRows(answerOf(flow)),
    cohorts: answerOf(cohorts)?.rows() ?? null,
    migration: moves && { summary: moves.summary, begins },
  });
}

function answerOf<T>(settled: PromiseSettledResult<T>): T | null {
  return settled.status === 'fulfilled' ? settled.value : null;
}

function compared(kpis: KpiComparison | null): FindingGrounds['kpis'] {
  if (!kpis) return null;
  const { months, summary, before, earlier } = kpis;
  return { months, now: summary, before: before?.summary ?? null, earlier: earlier?.summary ?? null };
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
