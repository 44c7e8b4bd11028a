import type { Period } from '../compute/results';
import type { Formats } from '../util/format';

type Measure = 'customers' | 'revenue';
type Part = 'new' | 'reactivated' | 'expansion' | 'retained' | 'lost' | 'contraction';

/** The revolving door. */
export interface FlowWords {
  name: string;
  /** What came and left in a period, in words; `existing` is the share of sales of those who had bought before. */
  finding(
    p: {
      measure: Measure;
      came: string;
      left: string;
      /** Came by left; null where nobody left. */
      ratio: number | null;
      period: string;
      existing: number | null;
    },
    f: Formats,
  ): string;
  /** Where in a period nobody came and nobody left. */
  findingStill(p: { measure: Measure; period: string; existing: number | null }, f: Formats): string;
  /** Where no period is over that has another before it. */
  findingNone(p: { period: Period; customers: number }, f: Formats): string;
  description(p: { measure: Measure; period: Period; customers: number; asOf: string }, f: Formats): string;
  parts: Record<Part, string>;
  /** What the door counts, and by what length of time, as choices. */
  measure: string;
  measures: Record<Measure, string>;
  by: string;
  /** Of money, what those who stayed spent in both periods. */
  kept: string;
  net: string;
  stayed: string;
  axis(p: { measure: Measure; period: Period }): string;
  periods: Record<Period, string>;
  active: string;
  revenueOf(part: string): string;
  refundsOther: string;
  quickRatio: string;
  /** The rates of a period. */
  rates(
    p: {
      period: string;
      unit: Period;
      quickRatio: number | null;
      retention: number | null;
      gross: number | null;
      net: number | null;
    },
    f: Formats,
  ): string;
  halfLife(p: { unit: Period; retention: number; halfLife: number }, f: Formats): string;
  existing(p: { unit: Period }): string;
  open(p: { period: string; asOf: string }): string;
  notComplete: string;
  /** Of a selection: the part and when. */
  chosen(p: { part: string; period: string }): string;
}
