import { whenLasting } from '../../util/lasting';
import { aborted, RfmError, toRfmError } from '../../util/rfm-error';
import { assetUrls } from '../engine/settings';
import { seenBy } from './looked-at';
import type { RandomAccess } from './random-access';
import type { ByteInput } from './read-bytes';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { type FromReader, isFromReader, type ToReader } from './reader-protocol';
import { type RestingReader, restReader, takeReader } from './resting-readers';

/** Bytes to read; `blob` where there is one, which a worker reads by itself. */
export interface WorkerInput extends ByteInput {
  blob: Blob | null;
  /** All of it gathered, or stretches from where it lies. */
  gather(): Promise<Blob | RandomAccess>;
  /** Nobody will read on: what has not come yet is given up. */
  discard(): void;
}

/** A reader that owes an answer and gives none for this long is taken for dead. */
const SILENCE_MS = 60_000;

/** A reader of more bytes than this has taken memory that only its end gives back. */
const RESTS_AFTER = 64 << 20;
/** What it remembers of more bytes than this takes more memory than another reading takes time. */
const REMEMBERS_UP_TO = 512 << 20;

/** What came of a reading, and who can go on from it: null where nobody can. */
export interface WorkerReading {
  outcome: ReadOutcome;
  reader: RestingReader | null;
}

/** Reads files in a worker, which may rest until the next. The page only passes batches on. */
export async function readInWorker(
  inputs: readonly WorkerInput[],
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<WorkerReading> {
  const { reader, tables } = assetUrls();
  const read = await readBy(reader, start(reader), inputs, request, sink, signal);
  if (read) return read;
  // A Parquet, Arrow or Excel file: few have one, so their readers are a script of its own.
  await sink.restart();
  const readTables = await readBy(tables, start(tables), inputs, request, sink, signal);
  if (!readTables) throw readerFailure('another script lies in its place');
  return readTables;
}

/** Reads further files where a reader has left off; null where it remembers nothing any more or lacks the format. */
export async function readOnInWorker(
  reader: RestingReader,
  inputs: readonly WorkerInput[],
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<WorkerReading | null> {
  const worker = reader.wake();
  return worker && readBy(reader.script, worker, inputs, null, sink, signal);
}

function start(script: string): Worker {
  try {
    return takeReader(script);
  } catch (cause) {
    throw readerFailure(toRfmError(cause).message);
  }
}

/** Null where the script lacks the reader for a format. */
function readBy(
  script: string,
  worker: Worker,
  inputs: readonly WorkerInput[],
  request: ReadRequest | null,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<WorkerReading | null> {
  return new Promise((resolve, reject) => {
    // While the page has a chunk or a batch in hand, the reader has nothing to say.
    let inHand = 0;
    const silence = whenLasting(
      SILENCE_MS,
      () => inHand === 0,
      () => fail(readerFailure('it does not answer')),
    );
    const listening = new AbortController();
    const stop = (): void => {
      listening.abort();
      silence.stop();
      signal?.removeEventListener('abort', abort);
      void chunks?.return?.().catch(() => undefined);
    };
    /** Lets the worker rest; who can go on from what it remembers. */
    const rest = (remembers: boolean): RestingReader | null => {
      stop();
      if (totalOf(inputs) <= (remembers ? REMEMBERS_UP_TO : RESTS_AFTER)) {
        const reader = restReader(script, worker);
        if (remembers) return reader;
        reader?.forget();
      } else worker.terminate();
      return null;
    };
    const fail = (error: unknown): void => {
      stop();
      worker.terminate();
      reject(toRfmError(error));
    };
    const abort = (): void => fail(aborted(signal?.reason));
    let chunks: AsyncIterator<Uint8Array> | undefined;
    let work: Promise<void> = Promise.resolve();
    const post = (message: ToReader, transfer: Transferable[] = []): void =>
      worker.postMessage(message, transfer);
    const gathered = new Map<number, RandomAccess>();
    const handlers: { [T in FromReader['type']]: (message: Extract<FromReader, { type: T }>) => void } = {
      open: ({ input }) => {
        void chunks?.return?.().catch(() => undefined);
        chunks = inputs[input]!.open()[Symbol.asyncIterator]();
      },
      pull: ({ id }) =>
        void answer(id, async () => {
          const { done, value } = await chunks!.next();
          return done ? null : value;
        }),
      whole: ({ id, input }) =>
        void answer(id, async () => {
          const all = await inputs[input]!.gather();
          if (all instanceof Blob) return all;
          gathered.set(input, all);
          return all.size;
        }),
      slice: ({ id, input, start, end }) => void answer(id, () => gathered.get(input)!.slice(start, end)),
      batch: ({ batch }) => {
        inHand += 1;
        work = work
          .then(() => sink.batch(batch))
          .then(() => {
            inHand -= 1;
            post({ type: 'ack' });
          });
        work.catch(fail);
      },
      restart: () => {
        work = work.then(() => sink.restart());
        work.catch(fail);
      },
      progress: ({ loaded, total }) => sink.progress(loaded, totalOf(inputs) || total),
      done: ({ outcome, remembers }) => resolve({ outcome, reader: rest(remembers) }),
      'reader-missing': () => {
        rest(false);
        resolve(null);
      },
      failed: ({ error }) => {
        const failure = new RfmError(error.code, error.message, { details: error.details });
        if (!seenBy(failure)) return fail(failure);
        rest(false);
        reject(failure);
      },
    };
    const answer = async (
      id: number,
      find: () => Promise<Uint8Array | Blob | number | null>,
    ): Promise<void> => {
      inHand += 1;
      try {
        const found = await find();
        silence.reset();
        post(
          { type: 'answer', id, answer: found },
          found instanceof Uint8Array ? [found.buffer as ArrayBuffer] : [],
        );
      } catch (error) {
        fail(error);
      } finally {
        inHand -= 1;
      }
    };
    const { signal: until } = listening;
    const hear = ({ data }: MessageEvent<unknown>): void => {
      silence.reset();
      if (isFromReader(data, inputs.length)) handlers[data.type](data as never);
      else fail(readerFailure('another script lies in its place'));
    };
    const misheard = (): void => fail(readerFailure('its message could not be read'));
    const broken = (event: ErrorEvent): void => {
      event.preventDefault();
      fail(readerFailure(event.message));
    };
    worker.addEventListener('message', hear, { signal: until });
    worker.addEventListener('messageerror', misheard, { signal: until });
    worker.addEventListener('error', broken, { signal: until });
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    else
      post({
        type: 'start',
        request,
        inputs: inputs.map(({ name, blob, total }) => ({ name, blob, total })),
        parquet: assetUrls().parquet,
      });
  });
}

/** All bytes there are to read, once every input has said how many it has. */
function totalOf(inputs: readonly WorkerInput[]): number {
  const sizes = inputs.map(({ total }) => total);
  return sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0);
}

function readerFailure(message: string): RfmError {
  return new RfmError(
    'engine-failed',
    `The kit's reader could not run (${message || 'its script could not be loaded'}). Check that reader.worker.js and tables.worker.js lie ` +
      'beside the kit, or say where with configure({ assets }).',
    { details: { reason: 'reader' } },
  );
}
