import { type Table, tableFromIPC } from 'apache-arrow';
import { RfmError } from '../../util/rfm-error';
import { arrowTable } from './cell-tables';
import { readColumnsOnce } from './read-columns';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';

/** Reads Arrow IPC, file or stream. */
export function readArrow(
  bytes: Uint8Array,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  return readColumnsOnce(arrowTable(parseArrow(bytes)), request, sink, signal);
}

export function parseArrow(bytes: Uint8Array): Table {
  try {
    return tableFromIPC(bytes);
  } catch (cause) {
    if (cause instanceof Error && /compression/i.test(cause.message))
      throw new RfmError(
        'format-unknown',
        'This Arrow file is compressed within (LZ4 or Zstandard, as Feather files are by default), which cannot be read. Save it as Parquet, or without compression: write_feather(table, path, compression="uncompressed").',
        { cause, details: { format: 'compressed Arrow' } },
      );
    throw new RfmError(
      'file-unreadable',
      'The Arrow file is damaged or cut off. Write it again, as an IPC file or stream.',
      { cause },
    );
  }
}
