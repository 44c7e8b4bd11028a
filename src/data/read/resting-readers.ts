import { startWorker } from '../engine/start-worker';

/** How long a reader that need remember nothing waits for the next file before it ends. */
const REST_MS = 30_000;

/** Readers between two files, one of a script at most: its script is loaded and its code is hot. */
const resting = new Map<string, RestingReader>();

/** A reader that has done its work. It waits for the next file, and remembers the last until it reads another. */
export class RestingReader {
  readonly script: string;
  private readonly worker: Worker;
  private readonly awake = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(script: string, worker: Worker) {
    this.script = script;
    this.worker = worker;
    worker.addEventListener('error', () => this.end(), { signal: this.awake.signal });
  }

  /** The worker; null where it has been woken for another file or has ended. */
  wake(): Worker | null {
    if (resting.get(this.script) !== this) return null;
    resting.delete(this.script);
    clearTimeout(this.timer);
    this.awake.abort();
    return this.worker;
  }

  /** Nobody will go on from what it remembers: it ends soon. */
  forget(): void {
    if (resting.get(this.script) === this) this.timer ??= setTimeout(() => this.end(), REST_MS);
  }

  end(): void {
    this.wake()?.terminate();
  }
}

/** The resting reader of a script, or a new one. */
export function takeReader(script: string): Worker {
  return resting.get(script)?.wake() ?? startWorker(script);
}

/** Lets a reader that has done its work wait for the next; null where one waits already, and this one ends. */
export function restReader(script: string, worker: Worker): RestingReader | null {
  if (resting.has(script)) {
    worker.terminate();
    return null;
  }
  const reader = new RestingReader(script, worker);
  resting.set(script, reader);
  return reader;
}

/** Ends the readers that rest. */
export function endReaders(): void {
  for (const reader of [...resting.values()]) reader.end();
}
