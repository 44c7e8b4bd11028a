import type { Formats } from '../util/format';

type By = 'tier' | 'segment';
type Kind = 'up' | 'down' | 'stable' | 'entered' | 'left';

/** Who moved from one class to another. */
export interface MigrationWords {
  name: string;
  /** Shares are of those who were there before; `risen` of the iron, null where nobody was. */
  finding(
    p: { risen: number | null; before: number; up: number; down: number; left: number; from: string },
    f: Formats,
  ): string;
  /** Where nobody had bought in the earlier window. */
  findingNone(p: { entered: number; from: string }, f: Formats): string;
  description(p: { by: By; from: string; to: string; window: number }, f: Formats): string;
  layouts: Record<'matrix' | 'ribbons', string>;
  layout: string;
  /** What customers move between, as a choice. */
  between: string;
  by: Record<By, string>;
  /** Before the field of the earlier date. */
  since: string;
  kinds: Record<Kind, string>;
  /** Over the classes of a date. */
  fromAxis(date: string): string;
  toAxis(date: string): string;
  entered: string;
  left: string;
  /** A move: from one class to another. */
  move(p: { from: string; to: string }): string;
  ofThem(p: { share: number; from: string | null }, f: Formats): string;
  customers: string;
  share: string;
  amount: string;
  all: string;
  /** Heads of the first columns of the tables. */
  was: string;
  moveHead: string;
  basis: Record<By, string>;
  /** Where the data begin within the earlier window. */
  short(p: { begins: string; from: string; days: number; window: number }, f: Formats): string;
  /** Where momentum tells nobody's potential from what they spend. */
  flat(date: string): string;
  highlighted: string;
}
