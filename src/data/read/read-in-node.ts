import { threadDecoder } from './parquet-thread';
import { readArrow } from './read-arrow';
import { type ByteInput, readBytes } from './read-bytes';
import { readParquet } from './read-parquet';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { readWorkbook } from './read-workbook';

/** Reads files of any format on the thread that asks: Node has no page to keep free. */
export function readInNode(
  inputs: readonly ByteInput[],
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  return readBytes(inputs, request, sink, signal, {
    parquet: (input, ...rest) => readParquet(input, threadDecoder, ...rest),
    arrow: readArrow,
    workbook: readWorkbook,
  });
}
