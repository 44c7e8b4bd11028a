import { threadDecoder } from './parquet-thread';
import { readArrow } from './read-arrow';
import { type ByteInput, readBytes } from './read-bytes';
import { readParquet } from './read-parquet';
import type { Memory, ReadRequest, ReadSink } from './read-request';
import type { Remembered } from './read-together';
import { readWorkbook } from './read-workbook';

/** Reads files of any format on the thread that asks: Node has no page to keep free. */
export function readInNode(
  inputs: readonly ByteInput[],
  begin: ReadRequest | Memory,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Remembered> {
  return readBytes(inputs, begin, sink, signal, {
    parquet: (input, ...rest) => readParquet(input, threadDecoder, ...rest),
    arrow: readArrow,
    workbook: readWorkbook,
  });
}
