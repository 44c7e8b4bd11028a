import type { RfmResult, RfmSummary } from '../../compute/results';
import type { Points } from '../../layout/points';
import type { Mark, Surroundings } from '../picture';
import { segmentName, segmentTone } from '../segment-names';

/** A customer with all figures. */
export function customerMark(
  { table }: RfmResult,
  row: number,
  points: Points,
  names: readonly string[],
  { words, f }: Surroundings,
): Mark {
  const text = (name: string): string => String(table.getChild(name)?.get(row));
  const figure = (name: string): number => Number(table.getChild(name)?.get(row));
  const [x, y, radius] = [points.x[row] ?? 0, points.y[row] ?? 0, (points.radius[row] ?? 1) + 4];
  const segment = text('segment');
  return {
    key: `customer ${row}`,
    group: segment,
    label: text('customer'),
    x,
    y,
    box: { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    tip: {
      title: text('customer'),
      tone: segmentTone(segment, names),
      lines: [
        [words.scatter.segment, segmentName(segment, words)],
        [words.measures.recency, words.scatter.daysAgo(figure('recency_days'), f)],
        [words.measures.frequency, words.scatter.orders(figure('frequency'), f)],
        [words.measures.monetary, f.money(figure('monetary'))],
        ['R F M', `${figure('r')} ${figure('f')} ${figure('m')}`],
      ],
    },
  };
}

/** The segments as stops of the keyboard, each in the middle of its customers. */
export function segmentStops(
  summary: RfmSummary,
  points: Points,
  codes: Uint8Array,
  names: readonly string[],
  { words, f }: Surroundings,
): Mark[] {
  const middles = middlesOf(points, codes, names.length);
  return summary.segments.flatMap((one) => {
    const middle = middles[names.indexOf(one.segment)];
    if (!middle) return [];
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

function middlesOf(points: Points, codes: Uint8Array, count: number): ({ x: number; y: number } | null)[] {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, marks: 0 }));
  codes.forEach((code, row) => {
    const sum = sums[code];
    if (!sum || points.hidden[row]) return;
    sum.x += points.x[row] ?? 0;
    sum.y += points.y[row] ?? 0;
    sum.marks++;
  });
  return sums.map(({ x, y, marks }) => (marks > 0 ? { x: x / marks, y: y / marks } : null));
}
