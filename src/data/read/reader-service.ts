import { RfmError, toRfmError } from '../../util/rfm-error';
import { isOutOfMemory } from '../out-of-memory';
import { streamChunks } from './chunks';
import { BlobAccess, type RandomAccess } from './random-access';
import { type BinaryReaders, type ByteInput, ReaderMissing, readBytes } from './read-bytes';
import type { Memory, ReadSink } from './read-request';
import type { FromReader, InputAtReader, StartReader, ToReader } from './reader-protocol';
import type { Batch } from './transaction-encoder';

/** Batches on their way that the page has not taken in yet; more would only pile up. */
const IN_FLIGHT = 3;

interface Scope {
  postMessage(message: FromReader, transfer?: Transferable[]): void;
  onmessage: ((event: { data: ToReader }) => void) | null;
}

const scope = globalThis as unknown as Scope;

/** Of what was read last. */
let memory: Memory | null = null;
let inFlight = 0;
let onAck: (() => void) | undefined;
let asked = 0;
const answers = new Map<number, (answer: never) => void>();

/** Makes a worker of this script: it reads what the page tells it to, one reading after the other. */
export function serveReading(readers: (start: StartReader) => BinaryReaders | undefined): void {
  scope.onmessage = ({ data }) => {
    if (data.type === 'start') void run(data, readers(data));
    else if (data.type === 'ack') {
      inFlight -= 1;
      onAck?.();
    } else {
      answers.get(data.id)?.(data.answer as never);
      answers.delete(data.id);
    }
  };
}

async function run({ request, inputs }: StartReader, binary: BinaryReaders | undefined): Promise<void> {
  const begin = request ?? memory;
  memory = null;
  try {
    if (!begin) throw new RfmError('engine-failed', 'Nothing has been read to go on from.');
    const read = await readBytes(inputs.map(inputOf), begin, sink, undefined, binary);
    await drained(0);
    memory = read.memory;
    scope.postMessage({ type: 'done', outcome: read.outcome, remembers: memory !== null });
  } catch (error) {
    if (error instanceof ReaderMissing) {
      scope.postMessage({ type: 'reader-missing' });
      return;
    }
    const fallback = isOutOfMemory(error) ? 'out-of-memory' : 'file-unreadable';
    const { code, message, details } = toRfmError(error, fallback);
    scope.postMessage({ type: 'failed', error: { code, message, details: { ...details } } });
  }
}

function inputOf({ name, total, blob }: InputAtReader, input: number): ByteInput {
  return {
    ...(name !== undefined && { name }),
    total,
    open: () => (blob ? streamChunks(blob.stream()) : pulled(input)),
    whole: async () => (blob ? new BlobAccess(blob) : whole(input)),
  };
}

function ask<T>(question: (id: number) => FromReader): Promise<T> {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    answers.set(id, resolve as (answer: never) => void);
    scope.postMessage(question(id));
  });
}

/** The bytes as the page hands them over, one chunk for each asking. */
async function* pulled(input: number): AsyncGenerator<Uint8Array> {
  scope.postMessage({ type: 'open', input });
  for (;;) {
    const bytes = await ask<Uint8Array | null>((id) => ({ type: 'pull', id }));
    if (bytes === null) return;
    yield bytes;
  }
}

/** A file that the page has gathered, or one at an address of which the page fetches stretches. */
async function whole(input: number): Promise<RandomAccess> {
  const answer = await ask<Blob | number>((id) => ({ type: 'whole', id, input }));
  if (typeof answer !== 'number') return new BlobAccess(answer);
  return { size: answer, slice: (start, end) => ask((id) => ({ type: 'slice', id, input, start, end })) };
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
  const { customer, day, amount, order, begins, profit, dimensions, rollup } = batch;
  const columns = [customer, day, amount, order, begins, profit, ...dimensions];
  const sums = rollup ? [...rollup.counts, ...rollup.sums] : [];
  const arrays = [
    ...columns,
    ...sums,
    ...names.flatMap((entry) => (entry ? [entry.offsets, entry.bytes] : [])),
  ];
  return arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}
