import type { Formats } from '../util/format';

/** Of what is selected in all elements of a source. */
export interface SelectionWords {
  /** `value` is a share of the amount, null where amounts sum to nothing. */
  finding(p: { customers: number; share: number; value: number | null }, f: Formats): string;
  /** Takes the selection away. */
  clear: string;
  /** How many of those a mark counts are selected. */
  among: string;
  ofAll(selected: number, all: number, f: Formats): string;
  /** How many are selected; at the end of their curve. */
  selected: string;
  /** A measure between two values, a value in words each; one of them may be open. */
  range(p: { measure: string; from: string | null; to: string | null }): string;
  days(days: number, f: Formats): string;
  /** How a chart is used by pointer, beside its legend. */
  chooseSegment: string;
}
