import type { Formats } from '../util/format';

type Weighed = 'recency' | 'frequency' | 'monetary';

/** Of the weights of recency, frequency and monetary value. */
export interface WeightsWords {
  name: string;
  measures: Record<Weighed, string>;
  /** The measures from the heaviest, with their weights as written. */
  finding(p: readonly { measure: string; weight: string }[]): string;
  findingEqual: string;
  /** Where the comparisons contradict each other. */
  refused: string;
  description(p: { cr: string; consistent: boolean; agree: boolean }): string;
  /** A comparison: how many times as much `more` counts; 1 for as much. */
  comparison(p: { more: string; less: string; times: number }, f: Formats): string;
  /** Of a cell of the matrix. */
  cell(p: { row: string; column: string }): string;
  /** What the first two comparisons ask of the third, and what it says. */
  contradiction(p: { recency: string; monetary: string; implied: string; said: string }): string;
  moved(p: { moved: number; size: number }, f: Formats): string;
  ratio(p: { randomIndex: number; table: string }, f: Formats): string;
  sliders: string;
  matrix: string;
  presets: string;
  preset: Record<'equal' | 'pharmaceutical', string>;
  own: string;
  apply: string;
  applied: string;
  appliedNow: string;
  reset: string;
  /** What can be ticked off once weights are applied, for a screen reader. */
  announced(weights: string): string;
  weight: string;
  measure: string;
  times(value: number, f: Formats): string;
}
