import { aborted } from './rfm-error';

/**
 * Work that several callers wait for. It goes on while one of them wants it: a caller that gives up leaves alone, and
 * the work is stopped when the last has left.
 */
export class SharedWork<T> {
  readonly promise: Promise<T>;
  private readonly stop = new AbortController();
  private waiting = 0;
  private settled = false;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.promise = start(this.stop.signal);
    this.promise.then(
      () => this.settle(),
      () => this.settle(),
    );
  }

  /** Whether the work has been stopped, so that whoever comes now must start anew. */
  get stopped(): boolean {
    return this.stop.signal.aborted;
  }

  /** Waits for the result until `signal` fires. */
  join(signal?: AbortSignal): Promise<T> {
    if (this.settled || !signal) {
      this.waiting += 1;
      return this.promise;
    }
    this.waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        this.waiting -= 1;
        if (this.waiting === 0 && !this.settled) this.stop.abort(signal.reason);
        reject(aborted(signal.reason));
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      this.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  private settle(): void {
    this.settled = true;
  }
}
