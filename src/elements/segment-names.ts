import { SEGMENTS, type Segment } from '../compute/results';
import type { Tone } from '../layout/shapes';
import type { Words } from '../locales/words';

/** Segments of other schemes, in the tones of the grid's that mean about the same. */
const LIKE: Record<string, Segment> = {
  'important-value': 'champions',
  'important-develop': 'new',
  'important-keep': 'cant-lose',
  'important-retain': 'at-risk',
  'general-value': 'potential-loyalist',
  'general-develop': 'promising',
  'general-keep': 'about-to-sleep',
  'general-retain': 'lost',
  'high-value': 'champions',
  'important-general': 'loyal',
  general: 'about-to-sleep',
  'no-value': 'lost',
};

/** For segments of the host's own, in an order that keeps neighbours apart. */
const OTHERS: readonly Segment[] = [
  'champions',
  'new',
  'about-to-sleep',
  'at-risk',
  'hibernating',
  'potential-loyalist',
  'need-attention',
  'cant-lose',
  'promising',
  'loyal',
  'lost',
];

/** What a segment is called; a cluster by its number, one of the host's own as it is. */
export function segmentName(segment: string, words: Words): string {
  const cluster = /^cluster-(\d+)$/.exec(segment)?.[1];
  return words.segments[segment] ?? (cluster ? words.scatter.cluster(Number(cluster)) : segment);
}

/** The colour of a segment; one of the host's own takes the next by its place among `all`. */
export function segmentTone(segment: string, all: readonly string[]): Tone {
  const known = SEGMENTS.find((name) => name === segment) ?? LIKE[segment];
  const others = all.filter((name) => !(name in LIKE) && !SEGMENTS.some((one) => one === name));
  const place = Math.max(0, others.indexOf(segment));
  return `segment-${known ?? OTHERS[place % OTHERS.length] ?? 'lost'}`;
}
