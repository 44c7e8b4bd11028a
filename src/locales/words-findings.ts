import type { Finding } from '../compute/findings';
import type { Formats } from '../util/format';

type Figures<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

/** What stands out, in words. */
export type FindingWords = {
  title: string;
  looking: string;
  none: string;
  /** Before the name of the picture that shows it. */
  show(name: string): string;
  mark(count: number, f: Formats): string;
  /** What those are called who were marked: without figures, for it stands in saved views. */
  marked: Record<'half' | 'leaving' | 'once' | 'fading' | 'growing', string>;
} & { [K in Finding['kind']]: (finding: Figures<K>, f: Formats) => string };
