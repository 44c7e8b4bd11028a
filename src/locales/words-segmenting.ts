import type { Formats } from '../util/format';

type Score = 'r' | 'f' | 'm';

/** Segments, what to do with them, and their rules. */
export interface SegmentingWords {
  name: string;
  /** `segment` brings most; `risk` are those about to leave who are worth keeping, null where the scheme has none. */
  finding(
    p: {
      segment: string;
      share: number;
      value: number | null;
      risk: { customers: number; value: number | null } | null;
    },
    f: Formats,
  ): string;
  description(p: { customers: number; asOf: string; before: string | null }, f: Formats): string;
  layouts: Record<'treemap' | 'bars' | 'grid', string>;
  /** Which of the layouts is shown. */
  layout: string;
  areaBy: Record<'customers' | 'revenue', string>;
  ofCustomers(p: { customers: number; share: number }, f: Formats): string;
  ofRevenue(share: number | null, f: Formats): string;
  barsCustomers: string;
  barsRevenue: string;
  change: string;
  /** Of the share of customers, and of that of revenue. */
  changes: Record<'customers' | 'revenue', string>;
  points(points: number, f: Formats): string;
  /** Over a column of an earlier date. */
  earlier(date: string): string;
  action: string;
  /** What to do with whom. */
  actions: Record<string, string>;
  rAxis: string;
  fmAxis: string;
  /** Before the scores of a cell. */
  scores: string;
  cell(p: { r: number; fm: number }): string;
  /** Where a cell of the grid may hold several segments. */
  mixed: string;
  noBefore(date: string): string;
  /** What the changes shown are of, and since when. */
  changeNote(p: { date: string; of: 'customers' | 'revenue' | 'both' }): string;
  rules: {
    edit: string;
    title: string;
    hint: string;
    /** Where the rules shown are not those of the scheme in the picture. */
    starterNote: string;
    segment: string;
    scores: Record<Score, string>;
    from(score: string): string;
    to(score: string): string;
    codes: string;
    customers: string;
    add: string;
    remove(segment: string): string;
    up(segment: string): string;
    down(segment: string): string;
    apply: string;
    /** Rules to begin from. */
    starter: string;
    reset: string;
    covered(p: { covered: number; codes: number; customers: number }, f: Formats): string;
    left(p: { codes: number; customers: number; examples: string }, f: Formats): string;
    overlapping(p: { codes: number; customers: number }, f: Formats): string;
    never(by: string): string;
    nameless: string;
    newName: string;
  };
}
