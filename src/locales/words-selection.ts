import type { Formats } from '../util/format';

/** Of what is selected in all elements of a source. */
export interface SelectionWords {
  /** `value` is a share of the amount, null where amounts sum to nothing. */
  finding(p: { customers: number; share: number; value: number | null }, f: Formats): string;
  /** Takes the selection away. */
  clear: string;
  /** Before the selected of those that a mark counts, or their share. */
  among: string;
  ofAll(selected: number, all: number, f: Formats): string;
  /** `counts` of the selected by class. */
  byClass(counts: string): string;
  /** A measure between two values, a value in words each; one of them may be open. */
  range(p: { measure: string; from: string | null; to: string | null }): string;
  days(days: number, f: Formats): string;
  /** What a press on an entry of the legend does. */
  chooseSegment: string;
}
