import { RfmError } from '../../util/rfm-error';

/** Rows by which formats are judged before the first is read. */
export const SAMPLE_ROWS = 400;

/** What a file is, as far as its beginning tells. */
export interface Look {
  /** `csv`, `json`, `ndjson`, `arrow` …; `table` for what lies in memory. */
  format: string;
  encoding: string | null;
  delimiter: string | null;
  /** The sheets of a workbook, and the one that was read; none for other formats. */
  sheets: readonly string[];
  sheet: string | null;
  /** Whether a line that names the columns was found. */
  header: boolean;
  /** Whether the beginning that was looked at is all there is. */
  whole: boolean;
}

/** The beginning of a table: its columns, the cells of its first rows, and its text where it has one. */
export interface TableBeginning {
  columns: readonly string[];
  cells: readonly (readonly string[])[];
  sampleText: string;
}

interface Seen {
  look: Look;
  table: TableBeginning;
}

/** Thrown by a reader that was only to look; an RfmError, since it may have to come out of a worker. */
export class LookedAt extends RfmError {
  constructor(seen: Seen) {
    super('mapping-needed', 'The table was only looked at.', { details: { seen } });
  }
}

/** What a reader saw that was only to look; null where `error` says something else. */
export function seenBy(error: unknown): Seen | null {
  const seen = error instanceof RfmError ? error.details.seen : undefined;
  return (seen as Seen | undefined) ?? null;
}
