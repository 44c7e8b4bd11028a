import type { CellTarget, CellWriter } from './arrow-cells';
import type { MoneyReader } from './money-reader';
import type { WordHash } from './word-hash';

/** The cells of a column, as text and, where it holds numbers or dates, as what they are. */
export interface CellColumn {
  /** Gives the cell as the text that a CSV file would hold for it. */
  write(row: number, to: CellTarget): void;
  /** Reads the cell as an amount; false where it is none, undefined where only the text tells. */
  money(row: number, to: MoneyReader): boolean | undefined;
  /** The day the cell names, NaN where it is empty, undefined where only the text tells. */
  day(row: number): number | undefined;
  /** The cell where it is a whole number of 31 bits, undefined where only the text tells. */
  whole(row: number): number | undefined;
  /** Adds the cell to the hash of its row; false where only the text tells it from others. */
  hash(row: number, to: WordHash): boolean;
}

/** A column of which only the text is known. */
export function textColumn(write: CellWriter): CellColumn {
  return { write, money: () => undefined, day: () => undefined, whole: () => undefined, hash: () => false };
}

/** A column that is not there. */
export const EMPTY_COLUMN: CellColumn = textColumn((_row, to) => {
  to.start = 0;
  to.end = 0;
});
