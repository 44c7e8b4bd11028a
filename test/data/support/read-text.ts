import type { ByteInput } from '../../../src/data/read/read-bytes';
import { type CellTable, readTables } from '../../../src/data/read/read-columns';
import { readInNode } from '../../../src/data/read/read-in-node';
import type { ReadOptions, ReadOutcome, ReadSink } from '../../../src/data/read/read-request';
import type { Batch } from '../../../src/data/read/transaction-encoder';
import type { PartialMapping } from '../../../src/data/source-options';

/** One encoded row, decoded again. */
export interface DecodedRow {
  customer: string;
  day: number;
  /** The amount as a decimal text, exactly as encoded. */
  amount: string;
  order?: string;
  profit?: string;
  dimensions?: string[];
}

export interface ReadResult {
  outcome: ReadOutcome;
  rows: DecodedRow[];
  /** How often reading began again. */
  restarts: number;
}

/** Gathers batches as the engine would, without one. */
export class MemorySink implements ReadSink {
  batches: Batch[] = [];
  restarts = 0;
  progressed: number[] = [];

  async batch(batch: Batch): Promise<void> {
    this.batches.push(batch);
  }

  async restart(): Promise<void> {
    this.batches = [];
    this.restarts += 1;
  }

  progress(loaded: number): void {
    this.progressed.push(loaded);
  }

  rows(): DecodedRow[] {
    const customers: string[] = [];
    const orders: string[] = [];
    const dimensions: string[][] = [];
    const rows: DecodedRow[] = [];
    for (const batch of this.batches) {
      addNames(customers, batch.names.customer);
      if (batch.names.order) addNames(orders, batch.names.order);
      batch.names.dimensions.forEach((names, i) => {
        dimensions[i] ??= [];
        addNames(dimensions[i], names);
      });
      for (let i = 0; i < batch.rows; i += 1)
        rows.push({
          customer: customers[batch.customer[i]!]!,
          day: batch.day[i]!,
          amount: decimal(batch.amount[i]!, batch.scale),
          ...(batch.order && { order: orders[batch.order[i]!] ?? `#${batch.order[i]}` }),
          ...(batch.profit && { profit: decimal(batch.profit[i]!, batch.scale) }),
          ...(batch.dimensions.length > 0 && {
            dimensions: batch.dimensions.map((codes, d) => dimensions[d]![codes[i]!]!),
          }),
        });
    }
    return rows;
  }
}

function addNames(names: string[], added: { offsets: Int32Array; bytes: Uint8Array }): void {
  for (let i = 0; i + 1 < added.offsets.length; i += 1)
    names.push(new TextDecoder().decode(added.bytes.subarray(added.offsets[i], added.offsets[i + 1])));
}

/** A whole number of 10^-scale as a plain decimal: 1250n at 2 is "12.5". */
export function decimal(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${sign}${digits.slice(0, digits.length - scale)}${fraction && scale > 0 ? `.${fraction}` : ''}`;
}

/** Bytes cut into chunks of a size, which can be opened again. */
export function chunked(bytes: Uint8Array, size: number = 1 << 16): ByteInput {
  return {
    total: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
    },
  };
}

/** Reads a text (or bytes) as a file would be, without an engine. */
export async function readText(
  text: string | Uint8Array,
  mapping: PartialMapping = {},
  options: ReadOptions = {},
  chunkSize?: number,
): Promise<ReadResult> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const sink = new MemorySink();
  const { outcome } = await readInNode([chunked(bytes, chunkSize)], { mapping, options }, sink, undefined);
  return { outcome, rows: sink.rows(), restarts: sink.restarts };
}

/** Reads a table in memory, without an engine. */
export async function readTable(
  table: CellTable,
  mapping: PartialMapping = {},
  options: ReadOptions = {},
): Promise<ReadResult> {
  const sink = new MemorySink();
  const { outcome } = await readTables([table], { mapping, options }, sink, undefined);
  return { outcome, rows: sink.rows(), restarts: sink.restarts };
}
