import type { SegmentSummary } from '../../compute/results';
import type { Caption, DataTable, Surroundings } from '../picture';
import { segmentName } from '../segment-names';
import { rowsLeftOut } from '../texts';
import { actionFor, changesOf, changeText, type SegmentActions, type SegmentsResult } from './segment-view';

/** Good customers on their way out. */
const LEAVING: readonly string[] = ['cant-lose', 'at-risk', 'important-keep'];

/** The finding: who brings most, and who is about to leave. */
export function segmentsCaption(
  result: SegmentsResult,
  { layout, size }: { layout: 'treemap' | 'bars' | 'grid'; size: 'customers' | 'revenue' },
  around: Surroundings,
): Caption {
  const { words, f } = around;
  const { segmenting } = words;
  const { summary, definition, before, beforeOn } = result;
  const on = beforeOn === null ? null : f.date(beforeOn);
  const exact = definition.options.scheme === 'rfm' && !definition.options.rules;
  const notes = [
    // The grid has no changes to explain.
    ...(on === null || layout === 'grid'
      ? []
      : [
          before
            ? segmenting.changeNote({ date: on, of: layout === 'bars' ? 'both' : size })
            : segmenting.noBefore(on),
        ]),
    ...(layout === 'grid' && !exact ? [segmenting.mixed] : []),
  ];
  return {
    finding: finding(summary.segments, around),
    description: segmenting.description(
      { customers: summary.customers, asOf: f.date(summary.asOf), before: before ? on : null },
      f,
    ),
    notes: [...notes.map((text) => ({ text, warning: false })), ...rowsLeftOut(definition, around)],
  };
}

function finding(segments: readonly SegmentSummary[], { words, f }: Surroundings): string {
  const weight = ({ amountShare, customerShare }: SegmentSummary): number => amountShare ?? customerShare;
  const first = segments.reduce<SegmentSummary | null>(
    (best, one) => (best && weight(best) >= weight(one) ? best : one),
    null,
  );
  if (!first) return words.scatter.nobody;
  const leaving = segments.filter(({ segment }) => LEAVING.includes(segment));
  const value = leaving.some(({ amountShare }) => amountShare === null)
    ? null
    : leaving.reduce((sum, { amountShare }) => sum + (amountShare ?? 0), 0);
  const customers = leaving.reduce((sum, one) => sum + one.customers, 0);
  return words.segmenting.finding(
    {
      segment: words.scatter.subjects[first.segment] ?? segmentName(first.segment, words),
      share: first.customerShare,
      value: first.amountShare,
      // Who is the first is not told twice.
      risk: leaving.length === 0 || leaving.includes(first) ? null : { customers, value },
    },
    f,
  );
}

/** The segments with all their figures and what to do with each. */
export function segmentsTables(
  result: SegmentsResult,
  own: SegmentActions | null,
  around: Surroundings,
): DataTable[] {
  const { words, f } = around;
  const { scatter, segmenting } = words;
  const { before, beforeOn, summary } = result;
  const then = (segment: string): string =>
    f.count(before?.find((one) => one.segment === segment)?.customers ?? 0);
  const compared = before && beforeOn;
  const head = [
    scatter.segment,
    scatter.customersHead,
    scatter.shareOfCustomers,
    ...(compared ? [segmenting.earlier(f.dateShort(compared)), segmenting.changes.customers] : []),
    scatter.amount,
    scatter.shareOfAmount,
    ...(compared ? [segmenting.changes.revenue] : []),
    scatter.medianRecency,
    scatter.medianFrequency,
    scatter.medianMonetary,
  ];
  return [
    {
      caption: scatter.segments,
      head: [...head, segmenting.action],
      rows: summary.segments.map((one) => [
        segmentName(one.segment, words),
        f.count(one.customers),
        f.share(one.customerShare),
        ...(compared ? [then(one.segment), changeText(changesOf(one, before).customers, around)] : []),
        f.money(one.amount),
        one.amountShare === null ? '–' : f.share(one.amountShare),
        ...(compared ? [changeText(changesOf(one, before).revenue, around) || '–'] : []),
        f.decimal(one.medianRecencyDays, 1),
        f.decimal(one.medianFrequency, 1),
        f.money(one.medianMonetary),
        actionFor(one.segment, own, around),
      ]),
      figures: [...head.map((_, i) => i > 0), false],
    },
  ];
}
