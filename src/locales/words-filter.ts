import type { Formats } from '../util/format';

type Left = { customers: number; all: number; rows: number; allRows: number };

/** Of the filter of a source. */
export interface FilterWords {
  name: string;
  /** What is left, and of how much. */
  finding(p: Left, f: Formats): string;
  findingAll(p: Left, f: Formats): string;
  findingNone: string;
  /** What narrows: dates and dimensions as written; empty where nothing does. */
  description(p: { parts: readonly string[]; asOf: string }): string;
  dates(from: string, to: string): string;
  /** A dimension and how many of its values were chosen. */
  values(p: { dimension: string; values: readonly string[] }, f: Formats): string;
  nothing: string;
  axis: Record<'day' | 'week' | 'month', string>;
  rows(count: number, f: Formats): string;
  amount: string;
  from: string;
  to: string;
  resetDates: string;
  asOf: string;
  latest: string;
  play: string;
  pause: string;
  /** What playing does. */
  replay: string;
  back: string;
  forward: string;
  /** How far the replay goes at a time. */
  step: string;
  steps: Record<'week' | 'month' | 'quarter' | 'year', string>;
  speed: string;
  speeds: Record<'slow' | 'normal' | 'fast', string>;
  /** Said when the replay stops. */
  stands(asOf: string): string;
  search(dimension: string): string;
  more(count: number, f: Formats): string;
  noValue(search: string): string;
  blank: string;
  chosen(count: number, f: Formats): string;
  any: string;
  period: string;
}
