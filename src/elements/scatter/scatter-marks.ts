import type { RfmResult, RfmSummary } from '../../compute/results';
import type { Places } from '../../layout/points';
import type { Zoom } from '../../layout/zoom';
import { customerMark } from '../customer-mark';
import type { Mark, Surroundings } from '../picture';
import type { FoundCustomer } from '../plane-marks';
import { segmentName, segmentTone } from '../segment-names';

/** A customer with all figures. */
export function measuredMark(
  { table }: RfmResult,
  found: FoundCustomer,
  names: readonly string[],
  around: Surroundings,
): Mark {
  const { words, f } = around;
  const text = (name: string): string => String(table.getChild(name)?.get(found.row));
  const figure = (name: string): number => Number(table.getChild(name)?.get(found.row));
  const group = text('segment');
  const lines = [
    [words.scatter.segment, segmentName(group, words)],
    [words.measures.recency, words.scatter.daysAgo(figure('recency_days'), f)],
    [words.measures.frequency, words.scatter.orders(figure('frequency'), f)],
    [words.measures.monetary, f.money(figure('monetary'))],
    ['R F M', `${figure('r')} ${figure('f')} ${figure('m')}`],
  ] as const;
  return customerMark(found, text('customer'), { group, tone: segmentTone(group, names) }, lines, around);
}

/** The segments as stops of the keyboard, each in the middle of its customers as they are seen at a zoom. */
export function segmentStops(
  summary: RfmSummary,
  middles: readonly Middle[],
  zoom: Zoom,
  hidden: ReadonlySet<string>,
  names: readonly string[],
  { words, f }: Surroundings,
): Mark[] {
  return summary.segments.flatMap((one) => {
    const whole = middles[names.indexOf(one.segment)];
    if (!whole || hidden.has(one.segment)) return [];
    const middle = { x: whole.x * zoom.k + zoom.x, y: whole.y * zoom.k + zoom.y };
    const segment = segmentName(one.segment, words);
    const { customers, customerShare: share, amountShare: value } = one;
    return [
      {
        key: one.segment,
        label: words.scatter.segmentLine({ segment, customers, share, value }, f),
        ...middle,
        box: { x: middle.x - 10, y: middle.y - 10, width: 20, height: 20 },
        tip: {
          title: segment,
          tone: segmentTone(one.segment, names),
          lines: [
            [words.scatter.customersHead, `${f.count(customers)} (${f.share(share)})`],
            [words.scatter.amount, `${f.sum(one.amount)}${value === null ? '' : ` (${f.share(value)})`}`],
            [words.scatter.medianRecency, f.decimal(one.medianRecencyDays, 1)],
            [words.scatter.medianFrequency, f.decimal(one.medianFrequency, 1)],
            [words.scatter.medianMonetary, f.money(one.medianMonetary)],
          ] as const,
        },
      },
    ];
  });
}

export type Middle = { x: number; y: number } | null;

/** The middle of the marks of each tone. */
export function middlesOf({ x, y, tone, tones }: Places): Middle[] {
  const sums = tones.map(() => ({ x: 0, y: 0, marks: 0 }));
  for (let mark = 0; mark < tone.length; mark++) {
    const sum = sums[tone[mark] ?? 0];
    if (!sum) continue;
    sum.x += x[mark] ?? 0;
    sum.y += y[mark] ?? 0;
    sum.marks++;
  }
  return sums.map((sum) => (sum.marks > 0 ? { x: sum.x / sum.marks, y: sum.y / sum.marks } : null));
}
