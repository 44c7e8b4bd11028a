import type { KpiName } from '../compute/kpi-changes';
import type { Formats } from '../util/format';

/** The figures at a glance. */
export interface KpiWords {
  name: string;
  labels: Record<KpiName, string>;
  /** Of the sparklines, in the table. */
  history: Record<'month' | 'new', string>;
  /** Growth of revenue and of active customers over some months, as shares; either may be unknown. */
  finding(p: { amount: number | null; active: number | null; months: number }, f: Formats): string;
  /** Where nothing earlier can be compared with. */
  findingPlain(p: { customers: number; amount: string; repeat: number | null }, f: Formats): string;
  /** `half`: how few customers bring half; null where they are many. */
  findingFew(p: { top1: number; top5: number; half: number | null }, f: Formats): string;
  description(p: { asOf: string; before: string | null; months: number }): string;
  /** What the figures changed by. */
  changed: string;
  /** Of a total: what the last months added, with its sign; the same short. */
  added(text: string, months: number): string;
  addedShort(text: string, months: number): string;
  /** How that compares with what the months before added; the same short. */
  onBefore(change: string, months: number): string;
  onBeforeShort(change: string, months: number): string;
  addedIn(months: number): string;
  /** What a figure was at the date it is compared with. */
  was(text: string): string;
  before: string;
  now: string;
  points(points: number, f: Formats): string;
  days(days: number, f: Formats): string;
  concentration: string;
  largest(count: number, f: Formats): string;
  warning(p: { top1: number; top5: number }, f: Formats): string;
  /** Customers with refunds only: what they bring of what the rows used sum up to. */
  refundsOnly(p: { customers: number; brought: string; used: string }, f: Formats): string;
  hhi: string;
  half: string;
  figure: string;
  noComparison(months: number): string;
  repeaters: string;
  topFifth: string;
  tenLargest: string;
  stayed(month: string): string;
}
