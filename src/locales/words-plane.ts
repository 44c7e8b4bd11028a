import type { Formats } from '../util/format';

/** Of planes that can be zoomed, divided and brushed. */
export interface PlaneWords {
  /** Names the group of tools. */
  tools: string;
  box: string;
  lasso: string;
  pan: string;
  zoomIn: string;
  zoomOut: string;
  whole: string;
  undo: string;
  /** How the keyboard zooms and moves; read with the label of the plot. */
  keys: string;
  /** Said of a line that the keyboard stands on. */
  move: string;
  /** A line between two scores: `R3`, `R4`. */
  threshold(one: string, other: string): string;
  /** The line that parts high from low, of a measure. */
  split(measure: string): string;
  /** What a line drawn around customers has chosen. */
  lassoed: string;
  /** Customers too many to be told apart, where the pointer is. */
  crowd(count: number, f: Formats): string;
  /** Colour says what, where squares stand for customers. */
  density: string;
  /** How to see each of them, after that. */
  closer: string;
}
