import type { RandomAccess } from './random-access';

/** Which part of a Parquet file is wanted. */
export interface ParquetPart {
  columns: readonly string[];
  rowGroup: number;
  /** Rows at most, from the first of the row group; all where it is left out. */
  limit?: number;
}

/** An open Parquet file. Tables come as Arrow IPC streams. */
export interface ParquetFile {
  /** A table of all columns and no rows. */
  readonly schema: Uint8Array;
  /** Rows of each row group. */
  readonly rowGroups: readonly number[];
  read(part: ParquetPart): Promise<Uint8Array>;
  close(): void;
}

/** Opens Parquet files: in a worker of the page, or in a thread of Node. Rejects where the file is damaged. */
export type ParquetDecoder = (file: RandomAccess) => Promise<ParquetFile>;

/** Rows that are decoded into one stretch of memory. */
export const PARQUET_BATCH_ROWS: number = 1 << 16;
