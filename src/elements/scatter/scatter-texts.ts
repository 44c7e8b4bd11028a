import type { RfmResult, SegmentSummary } from '../../compute/results';
import type { ScatterMeasure } from '../../layout/scatter-layout';
import type { Caption, DataTable, Surroundings } from '../picture';
import { segmentName } from '../segment-names';
import { rowsLeftOut } from '../texts';

/** The finding: the segment that brings the most, against its share of customers. */
export function scatterCaption(
  { summary, definition }: RfmResult,
  x: ScatterMeasure,
  y: ScatterMeasure,
  around: Surroundings,
): Caption {
  const { words, f } = around;
  const first = summary.segments.reduce<SegmentSummary | null>(
    (best, one) => (best && weight(best) >= weight(one) ? best : one),
    null,
  );
  return {
    finding: first ? findingOf(first, around) : words.scatter.nobody,
    description: words.scatter.description(
      {
        x: words.measures[x],
        y: words.measures[y],
        customers: summary.customers,
        asOf: f.date(summary.asOf),
      },
      f,
    ),
    notes: rowsLeftOut(definition, around),
  };
}

function findingOf(
  { segment, customerShare: share, amountShare: value }: SegmentSummary,
  around: Surroundings,
): string {
  const { words, f } = around;
  const subject = words.scatter.subjects[segment] ?? words.segments[segment];
  if (subject) return words.scatter.finding({ segment: subject, share, value }, f);
  return words.scatter.findingNamed({ segment: segmentName(segment, words), share, value }, f);
}

function weight({ amountShare, customerShare }: SegmentSummary): number {
  return amountShare ?? customerShare;
}

/** The segments, then the customers. */
export function scatterTables({ summary, rows }: RfmResult, { words, f, nameOf }: Surroundings): DataTable[] {
  const { scatter, measures } = words;
  return [
    {
      caption: scatter.segments,
      head: [
        scatter.segment,
        scatter.customersHead,
        scatter.shareOfCustomers,
        scatter.amount,
        scatter.shareOfAmount,
        scatter.medianRecency,
        scatter.medianFrequency,
        scatter.medianMonetary,
      ],
      rows: summary.segments.map((one) => [
        segmentName(one.segment, words),
        f.count(one.customers),
        f.share(one.customerShare),
        f.money(one.amount),
        one.amountShare === null ? '–' : f.share(one.amountShare),
        f.decimal(one.medianRecencyDays, 1),
        f.decimal(one.medianFrequency, 1),
        f.money(one.medianMonetary),
      ]),
      figures: [false, true, true, true, true, true, true, true],
    },
    {
      caption: scatter.customersHead,
      head: [
        scatter.customer,
        scatter.segment,
        measures.recency,
        measures.frequency,
        measures.monetary,
        'R',
        'F',
        'M',
        measures.score,
      ],
      rows: rows().map((row) => [
        nameOf(row.customer),
        segmentName(row.segment, words),
        f.count(row.recency_days),
        f.count(row.frequency),
        f.money(row.monetary),
        String(row.r),
        String(row.f),
        String(row.m),
        f.decimal(row.score, 2),
      ]),
      figures: [false, false, true, true, true, true, true, true, true],
    },
  ];
}
