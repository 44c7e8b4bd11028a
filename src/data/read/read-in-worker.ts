import { whenLasting } from '../../util/lasting';
import { aborted, RfmError, toRfmError } from '../../util/rfm-error';
import { assetUrls } from '../engine/settings';
import { startWorker } from '../engine/start-worker';
import type { ByteInput } from './read-bytes';
import type { ReadOutcome, ReadRequest, ReadSink } from './read-request';
import type { FromReader, ToReader } from './reader-protocol';

/** Bytes to read; `blob` where there is one, which a worker reads by itself. */
export interface WorkerInput extends ByteInput {
  blob: Blob | null;
  /** Nobody will read on: what has not come yet is given up. */
  discard(): void;
}

/** A reader that owes an answer and gives none for this long is taken for dead. */
const SILENCE_MS = 60_000;

/** Reads a file in a worker of its own, which ends with the reading. The page only passes batches on. */
export function readInWorker(
  input: WorkerInput,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = startWorker(assetUrls().reader);
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
    const finish = (settle: () => void): void => {
      worker.terminate();
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
    const handlers: { [T in FromReader['type']]: (message: Extract<FromReader, { type: T }>) => void } = {
      open: () => {
        void chunks?.return?.();
        chunks = input.open()[Symbol.asyncIterator]();
      },
      pull: () => void pull(),
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
      progress: ({ loaded }) => sink.progress(loaded, input.total),
      done: ({ outcome }) => finish(() => resolve(outcome)),
      failed: ({ error }) => fail(new RfmError(error.code, error.message, { details: error.details })),
    };
    const pull = async (): Promise<void> => {
      inHand += 1;
      try {
        const { done, value } = await chunks!.next();
        inHand -= 1;
        silence.reset();
        if (done) post({ type: 'chunk', bytes: null });
        else post({ type: 'chunk', bytes: value }, [value.buffer as ArrayBuffer]);
      } catch (error) {
        fail(error);
      }
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      silence.reset();
      const handle = handlers[data?.type];
      if (handle) handle(data as never);
      else fail(readerFailure('another script lies in its place'));
    });
    worker.addEventListener('messageerror', () => fail(readerFailure('its message could not be read')));
    worker.addEventListener('error', (event) => fail(readerFailure(event.message)));
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    else post({ type: 'start', request, blob: input.blob, total: input.total });
  });
}

function readerFailure(message: string): RfmError {
  return new RfmError(
    'engine-failed',
    `The kit's reader could not run (${message || 'its script could not be loaded'}). Check that reader.worker.js lies beside the kit, ` +
      'or say where with configure({ assets }).',
  );
}
