import { type RfmResult, SEGMENTS, type SegmentSummary } from '../../compute/results';
import { codeCounts, type ScoreCell, scoreCells } from '../../compute/score-cells';
import type { SegmentBlock } from '../../layout/segment-blocks';
import type { Tone } from '../../layout/shapes';
import { codedColumn, numberColumn } from '../columns';
import type { Surroundings } from '../picture';
import { segmentName, segmentTone } from '../segment-names';

/** Segments now, and as they stood at an earlier date; null where that is not compared, or nobody had bought by then. */
export interface SegmentsResult extends RfmResult {
  before: readonly SegmentSummary[] | null;
  /** The date asked for; null where nothing is compared. */
  beforeOn: string | null;
}

/** What the host wants said in the place of our own advice, by segment. */
export type SegmentActions = Readonly<Record<string, string>>;

/** Segments of which it is good that there are more. */
const GOOD: readonly string[] = SEGMENTS.slice(0, 5);

export function binsOf({ definition }: RfmResult): number {
  return Number(definition.options.bins ?? 5);
}

/** What to do with a segment: the host's word before ours. */
export function actionFor(segment: string, own: SegmentActions | null, { words }: Surroundings): string {
  return own?.[segment] ?? words.segmenting.actions[segment] ?? '';
}

/** How the shares of a segment changed, in shares of one; null where that is not known. */
export function changesOf(
  { segment, customerShare, amountShare }: SegmentSummary,
  before: SegmentsResult['before'],
): Record<'customers' | 'revenue', number | null> {
  if (!before) return { customers: null, revenue: null };
  const then = before.find((one) => one.segment === segment);
  // A segment that nobody was in then had no share; where amounts sum to nothing there are none.
  const amountThen = then ? then.amountShare : before.some((one) => one.amountShare !== null) ? 0 : null;
  return {
    customers: customerShare - (then?.customerShare ?? 0),
    revenue: amountShare === null || amountThen === null ? null : amountShare - amountThen,
  };
}

/** A change with its sign as an arrow. */
export function changeText(change: number | null, { words, f }: Surroundings): string {
  if (change === null) return '';
  const long = Math.round(Math.abs(change) * 1000) / 1000;
  return `${long === 0 ? '=' : change > 0 ? '▲' : '▼'} ${words.segmenting.points(long, f)}`;
}

function changeTone(segment: string, change: number | null): Tone {
  if (change === null || Math.abs(change) < 0.0005 || !SEGMENTS.some((one) => one === segment))
    return 'muted';
  return change > 0 === GOOD.includes(segment) ? 'rise' : 'fall';
}

/** The segments in words; `marks` says who is selected. */
export function segmentBlocks(
  result: SegmentsResult,
  size: 'customers' | 'revenue',
  own: SegmentActions | null,
  marks: Uint8Array | null,
  around: Surroundings,
): SegmentBlock[] {
  const { words, f } = around;
  const { segmenting } = words;
  const all = result.summary.segments.map(({ segment }) => segment);
  const marked = marks && markedBySegment(result, marks);
  return result.summary.segments.map((one): SegmentBlock => {
    const { customers: more, revenue } = changesOf(one, result.before);
    const { customers, customerShare: share, amount, amountShare } = one;
    return {
      key: one.segment,
      tone: segmentTone(one.segment, all),
      name: segmentName(one.segment, words),
      size: size === 'revenue' ? amount : customers,
      customerShare: share,
      amountShare,
      customers: segmenting.ofCustomers({ customers, share }, f),
      amount: segmenting.ofRevenue(amountShare, f),
      changes: {
        customers: { text: changeText(more, around), tone: changeTone(one.segment, more) },
        revenue: { text: changeText(revenue, around), tone: changeTone(one.segment, revenue) },
      },
      action: actionFor(one.segment, own, around),
      selected: marked ? (marked.get(one.segment) ?? 0) / Math.max(1, customers) : null,
    };
  });
}

function markedBySegment(result: RfmResult, marks: Uint8Array): ReadonlyMap<string, number> {
  const { codes, names } = codedColumn(result.table, 'segment', SEGMENTS);
  const counts = new Int32Array(256);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += marks[i]!;
  return new Map(names.map((name, code) => [name, counts[code]!]));
}

/** The cells of a result, the names their segments go by, and whether anybody is selected. */
export interface SegmentGrid {
  cells: ScoreCell[];
  names: readonly string[];
  selecting: boolean;
}

/** The grid of a result, with the names its segments go by; a pass over all customers. */
export function gridOf(result: RfmResult, marks: Uint8Array | null): SegmentGrid {
  const { codes, names } = codedColumn(result.table, 'segment', SEGMENTS);
  const amounts = numberColumn(result.table, 'monetary');
  return { cells: scoreCells(scoresOf(result), amounts, codes, marks), names, selecting: marks !== null };
}

/** Customers by code. */
export function countsOf(result: RfmResult): Record<string, number> {
  return codeCounts(scoresOf(result));
}

function scoresOf(result: RfmResult): Parameters<typeof codeCounts>[0] {
  const column = (name: string): Float64Array => numberColumn(result.table, name);
  return { r: column('r'), f: column('f'), m: column('m'), bins: binsOf(result) };
}
