import { type Data, Int32, makeData, makeVector, Table, tableToIPC, Utf8, Vector } from 'apache-arrow';
import { encodedCounts, encodedSums } from '../sql/rollup-schema';
import type { NewNames } from './read/dictionary';
import type { Batch } from './read/transaction-encoder';

/** Encoded rows as an Arrow IPC stream, columns in the order of the table they go to. */
export function transactionsIpc(batch: Batch): Uint8Array {
  const columns: Record<string, Vector> = {
    customer: makeVector(batch.customer),
    day: makeVector(batch.day),
    amount: makeVector(batch.amount),
  };
  if (batch.order) columns.order_no = makeVector(batch.order);
  if (batch.begins) columns.begins = makeVector(batch.begins);
  if (batch.profit) columns.profit = makeVector(batch.profit);
  batch.dimensions.forEach((codes, i) => {
    columns[`dimension_${i}`] = makeVector(codes);
  });
  if (batch.rollup) {
    const { kind, counts, sums } = batch.rollup;
    encodedCounts(kind.period).forEach((name, i) => {
      columns[name] = makeVector(counts[i]!);
    });
    encodedSums(kind.period).forEach((name, i) => {
      columns[name] = makeVector(sums[i]!);
    });
  }
  return tableToIPC(new Table(columns), 'stream');
}

/** New dictionary entries as an Arrow IPC stream of code and name. */
export function namesIpc({ first, step, offsets, bytes }: NewNames): Uint8Array {
  const length = offsets.length - 1;
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i += 1) codes[i] = first + i * step;
  const names: Data<Utf8> = makeData({
    type: new Utf8(),
    length,
    nullCount: 0,
    valueOffsets: offsets,
    data: bytes,
  });
  const code: Data<Int32> = makeData({ type: new Int32(), length, nullCount: 0, data: codes });
  return tableToIPC(new Table({ code: new Vector([code]), name: new Vector([names]) }), 'stream');
}
