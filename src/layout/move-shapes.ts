import type { Move, MoveKind, Moves } from './moves';
import type { KeyedBox } from './selected-share';
import type { Measure, Scene, Shape, Tone } from './shapes';

/** What a picture of moves needs beside them. */
export interface MovesInput extends Moves {
  width: number;
  height: number;
  labels: {
    /** Over the classes before and over those now. */
    from: string;
    to: string;
    entered: string;
    left: string;
  };
  name: (name: string) => string;
  tone: (name: string) => Tone;
  count: (customers: number) => string;
  short: (customers: number) => string;
  share: (share: number) => string;
  /** Selected customers by the key of their move; null without a selection. */
  selected: ReadonlyMap<string, number> | null;
  measure: Measure;
}

export interface MovesLayout {
  scene: Scene;
  places: KeyedBox[];
  /** Columns that stay while the rest scrolls. */
  stub: Scene | null;
}

/** Up and down, in and out. */
export const MOVE_TONES: Readonly<Record<MoveKind, Tone>> = {
  up: 'rise',
  down: 'fall',
  stable: 'neutral',
  entered: 'fresh',
  left: 'fall',
};

/** The share of a move's customers who are selected; null without a selection. */
export function selectedShare({ key, customers }: Move, selected: MovesInput['selected']): number | null {
  return selected === null ? null : (selected.get(key) ?? 0) / Math.max(1, customers);
}

/** Both sides of a picture: classes in order, then those in none where there are any. */
export function sideOf(
  classes: readonly string[],
  count: (name: string | null) => number,
): (string | null)[] {
  return count(null) > 0 ? [...classes, null] : [...classes];
}

/** A text of an axis. */
export function small(
  x: number,
  y: number,
  text: string,
  over: Partial<Shape & { kind: 'text' }> = {},
): Shape {
  return { kind: 'text', x, y, text, fill: 'muted', size: 11, ...over };
}
