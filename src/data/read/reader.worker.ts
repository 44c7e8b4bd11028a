import { toRfmError } from '../../util/rfm-error';
import { streamChunks } from './chunks';
import { type ByteInput, readBytes } from './read-bytes';
import type { ReadSink } from './read-request';
import type { FromReader, ToReader } from './reader-protocol';
import type { Batch } from './transaction-encoder';

/** Batches on their way that the page has not taken in yet; more would only pile up. */
const IN_FLIGHT = 3;

interface Scope {
  postMessage(message: FromReader, transfer?: Transferable[]): void;
  onmessage: ((event: { data: ToReader }) => void) | null;
}

const scope = globalThis as unknown as Scope;

let inFlight = 0;
let onAck: (() => void) | undefined;
let onChunk: ((bytes: Uint8Array | null) => void) | undefined;

scope.onmessage = ({ data }) => {
  if (data.type === 'start') void run(data);
  else if (data.type === 'ack') {
    inFlight -= 1;
    onAck?.();
  } else onChunk?.(data.bytes);
};

async function run({ request, blob, total }: Extract<ToReader, { type: 'start' }>): Promise<void> {
  const input: ByteInput = { total, open: () => (blob ? streamChunks(blob.stream()) : pulled()) };
  try {
    const outcome = await readBytes(input, request, sink);
    await drained(0);
    scope.postMessage({ type: 'done', outcome });
  } catch (error) {
    const { code, message, details } = toRfmError(error, 'file-unreadable');
    scope.postMessage({ type: 'failed', error: { code, message, details: { ...details } } });
  }
}

/** The bytes as the page hands them over, one chunk for each asking. */
async function* pulled(): AsyncGenerator<Uint8Array> {
  scope.postMessage({ type: 'open' });
  for (;;) {
    const bytes = await new Promise<Uint8Array | null>((resolve) => {
      onChunk = resolve;
      scope.postMessage({ type: 'pull' });
    });
    if (bytes === null) return;
    yield bytes;
  }
}

const sink: ReadSink = {
  async batch(batch) {
    await drained(IN_FLIGHT - 1);
    inFlight += 1;
    scope.postMessage({ type: 'batch', batch }, transferables(batch));
  },
  async restart() {
    await drained(0);
    scope.postMessage({ type: 'restart' });
  },
  progress(loaded, total) {
    scope.postMessage({ type: 'progress', loaded, total });
  },
};

/** Waits until at most `most` batches are on their way. */
async function drained(most: number): Promise<void> {
  while (inFlight > most)
    await new Promise<void>((resolve) => {
      onAck = resolve;
    });
}

function transferables(batch: Batch): Transferable[] {
  const names = [batch.names.customer, batch.names.order, ...batch.names.dimensions];
  const columns = [batch.customer, batch.day, batch.amount, batch.order, batch.profit, ...batch.dimensions];
  const arrays = [...columns, ...names.flatMap((entry) => (entry ? [entry.offsets, entry.bytes] : []))];
  return arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}
