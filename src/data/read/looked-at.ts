import { RfmError } from '../../util/rfm-error';

/** The beginning of a table: its columns, the cells of its first rows, and its text where it has one. */
export interface TableBeginning {
  columns: readonly string[];
  cells: readonly (readonly string[])[];
  sampleText: string;
  /** Where the table does not name its columns by itself: whether a line that does was found. */
  header?: boolean;
  /** The sheets there are to choose from, and the one that was read. */
  sheets?: readonly string[];
  sheet?: string;
}

/** Thrown by a reader that was only to look; an RfmError, since it may have to come out of a worker. */
export class LookedAt extends RfmError {
  constructor(beginning: TableBeginning) {
    super('mapping-needed', 'The table was only looked at.', { details: { beginning } });
  }
}

/** What a reader saw that was only to look; null where `error` says something else. */
export function beginningOf(error: unknown): TableBeginning | null {
  const beginning = error instanceof RfmError ? error.details.beginning : undefined;
  return (beginning as TableBeginning | undefined) ?? null;
}
