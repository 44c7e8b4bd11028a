import { whenLasting } from '../../util/lasting';
import { aborted, RfmError, toRfmError } from '../../util/rfm-error';
import { assetUrls } from '../engine/settings';
import type { RandomAccess } from './random-access';
import type { ByteInput } from './read-bytes';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { type FromReader, isFromReader, type ToReader } from './reader-protocol';
import { restReader, takeReader } from './resting-readers';

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

/** Reads files in a worker, which may rest until the next. The page only passes batches on. */
export async function readInWorker(
  inputs: readonly WorkerInput[],
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const { reader, tables } = assetUrls();
  const outcome = await readBy(reader, inputs, request, sink, signal);
  if (outcome) return outcome;
  // A Parquet, Arrow or Excel file: few have one, so their readers are a script of its own.
  await sink.restart();
  const read = await readBy(tables, inputs, request, sink, signal);
  if (!read) throw readerFailure('another script lies in its place');
  return read;
}

/** Null where the script lacks the reader for a format. */
function readBy(
  script: string,
  inputs: readonly WorkerInput[],
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome | null> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = takeReader(script);
    } catch (cause) {
      reject(readerFailure(toRfmError(cause).message));
      return;
    }
    // While the page has a chunk or a batch in hand, the reader has nothing to say.
    let inHand = 0;
    const silence = whenLasting(
      SILENCE_MS,
      () => inHand === 0,
      () => fail(readerFailure('it does not answer')),
    );
    const listening = new AbortController();
    const finish = (settle: () => void, mayRest = false): void => {
      listening.abort();
      if (mayRest && totalOf(inputs) <= RESTS_AFTER) restReader(script, worker);
      else worker.terminate();
      silence.stop();
      signal?.removeEventListener('abort', abort);
      void chunks?.return?.().catch(() => undefined);
      settle();
    };
    const fail = (error: unknown): void => finish(() => reject(toRfmError(error)));
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
      done: ({ outcome }) => finish(() => resolve(outcome), true),
      'reader-missing': () => finish(() => resolve(null), true),
      failed: ({ error }) => fail(new RfmError(error.code, error.message, { details: error.details })),
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
  );
}
