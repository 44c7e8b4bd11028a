import type { ReactiveControllerHost } from 'lit';
import type { Progress } from '../data/source-options';
import { type RfmError, toRfmError } from '../util/rfm-error';

/** Where the work of an element stands. `last` is the value before, as long as it may still be shown. */
export type WorkState<T> =
  | { kind: 'idle' }
  | { kind: 'running'; progress: Progress | null; last: T | null }
  | { kind: 'done'; value: T }
  | { kind: 'failed'; error: RfmError };

/** Runs the newest piece of work only: an older one is aborted, and its outcome ignored. */
export class LatestController<T> {
  readonly #host: ReactiveControllerHost;
  #state: WorkState<T> = { kind: 'idle' };
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get state(): WorkState<T> {
    return this.#state;
  }

  /** The value to show now: the newest, or the one before while the next is on its way. */
  get value(): T | null {
    if (this.#state.kind === 'done') return this.#state.value;
    return this.#state.kind === 'running' ? this.#state.last : null;
  }

  /** Starts `work`; with `keep`, the value before stays on show meanwhile. */
  start(work: (signal: AbortSignal) => Promise<T>, keep: boolean): void {
    const last = keep ? this.value : null;
    this.#running?.abort();
    const own = new AbortController();
    this.#running = own;
    this.#set({ kind: 'running', progress: null, last });
    // A microtask later, so that a work that throws at once is a failure like any other.
    Promise.resolve()
      .then(() => work(own.signal))
      .then(
        (value) => this.#finish(own, { kind: 'done', value }),
        (reason: unknown) => this.#finish(own, { kind: 'failed', error: toRfmError(reason) }),
      );
  }

  /** Gives up what is running, and forgets what there was. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#set({ kind: 'idle' });
  }

  /** A value that turned out to be of no use. */
  fail(reason: unknown): void {
    this.#set({ kind: 'failed', error: toRfmError(reason) });
  }

  /** How far the running work has come. */
  progress(progress: Progress): void {
    if (this.#state.kind === 'running') this.#set({ ...this.#state, progress });
  }

  #finish(own: AbortController, state: WorkState<T>): void {
    if (own !== this.#running) return;
    this.#running = null;
    this.#set(state);
  }

  #set(state: WorkState<T>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
