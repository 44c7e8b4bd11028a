import { startWorker } from '../engine/start-worker';

/** How long a reader waits for the next file before it ends. */
const REST_MS = 30_000;

interface Resting {
  worker: Worker;
  timer: ReturnType<typeof setTimeout>;
  gone: AbortController;
}

/** Readers between two files, one of a script at most: its script is loaded and its code is hot. */
const resting = new Map<string, Resting>();

/** The resting reader of a script, or a new one. */
export function takeReader(script: string): Worker {
  const rested = resting.get(script);
  if (!rested) return startWorker(script);
  wake(script, rested);
  return rested.worker;
}

/** Lets a reader that has done its work wait for the next. */
export function restReader(script: string, worker: Worker): void {
  if (resting.has(script)) {
    worker.terminate();
    return;
  }
  const gone = new AbortController();
  const end = (): void => {
    const rested = resting.get(script);
    if (rested?.worker === worker) wake(script, rested);
    worker.terminate();
  };
  worker.addEventListener('error', end, { signal: gone.signal });
  resting.set(script, { worker, timer: setTimeout(end, REST_MS), gone });
}

/** Ends the readers that rest. */
export function endReaders(): void {
  for (const [script, rested] of resting) {
    wake(script, rested);
    rested.worker.terminate();
  }
}

function wake(script: string, { timer, gone }: Resting): void {
  resting.delete(script);
  clearTimeout(timer);
  gone.abort();
}
