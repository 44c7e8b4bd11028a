import { type Table, tableFromIPC } from 'apache-arrow';
import { KIND_COLUMN } from '../../sql/rollup-schema';
import { RfmError } from '../../util/rfm-error';
import { checkArrow } from './arrow-messages';
import { arrowTable } from './cell-tables';
import { readColumnsOnce } from './read-columns';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';

/** Reads Arrow IPC, file or stream. */
export async function readArrow(
  bytes: Uint8Array,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const table = parseArrow(bytes);
  // Each row takes a bit at least: more rows than that are a damaged number, which nothing would count to.
  if (table.numRows > 8 * bytes.length) throw damaged();
  if (table.schema.fields.some(({ name }) => name === KIND_COLUMN)) checkEnd(bytes);
  try {
    return await readColumnsOnce(arrowTable(table), request, sink, signal);
  } catch (cause) {
    // What its buffers do not hold is met in the middle of reading.
    throw cause instanceof TypeError || cause instanceof RangeError ? damaged(cause) : cause;
  }
}

/** What ends a stream whose writer came to its end. */
const END = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

/** A stream that breaks off between two batches reads like a whole one: of a rollup it has to say that it is. */
function checkEnd(bytes: Uint8Array): void {
  const isStream = bytes[0] === 0xff;
  const tail = bytes.subarray(-END.length);
  if (!isStream || END.every((byte, i) => tail[i] === byte)) return;
  throw new RfmError(
    'file-unreadable',
    'The Arrow stream of the rollup has no end: it broke off on its way. Load it again.',
    { details: { problem: 'rollup-end' } },
  );
}

/** An Arrow file begins with these. */
const MAGIC = new TextEncoder().encode('ARROW1');

function parseArrow(bytes: Uint8Array): Table {
  try {
    checkArrow(
      bytes,
      MAGIC.every((byte, i) => bytes[i] === byte),
    );
    return tableFromIPC(bytes);
  } catch (cause) {
    if (cause instanceof Error && /compression/i.test(cause.message))
      throw new RfmError(
        'format-unknown',
        'This Arrow file is compressed within (LZ4 or Zstandard, as Feather files are by default), which cannot be read. Save it as Parquet, or without compression: write_feather(table, path, compression="uncompressed").',
        { cause, details: { format: 'compressed Arrow' } },
      );
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): RfmError {
  return new RfmError(
    'file-unreadable',
    'The Arrow file is damaged or cut off. Write it again, as an IPC file or stream.',
    { cause },
  );
}
