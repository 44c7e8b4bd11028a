import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Source } from '../../data/source';
import { dayOfIso, isoOf } from '../../util/calendar';

export const SPEEDS = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof SPEEDS)[number];

/** Between two steps, in ms, if the charts are as quick. */
const PAUSE: Record<Speed, number> = { slow: 2000, normal: 1000, fast: 400 };

interface Options {
  source(): Source | null;
  /** The days that the replay stands at, rising. */
  days(): readonly number[];
  speed(): Speed;
  failed(reason: unknown): void;
}

/** Takes a source through time, one step after the other; the next waits until every chart has drawn the last. */
export class Replay implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #run: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get playing(): boolean {
    return this.#run !== null;
  }

  hostDisconnected(): void {
    this.pause();
  }

  /** From the date looked back to, or from the first where that is the last. */
  play(): void {
    if (this.#run) return;
    const own = new AbortController();
    this.#run = own;
    this.#host.requestUpdate();
    this.#goOn(own.signal)
      .catch((reason: unknown) => this.#options.failed(reason))
      .finally(() => {
        if (own === this.#run) this.pause();
      });
  }

  pause(): void {
    this.#run?.abort();
    this.#run = null;
    this.#host.requestUpdate();
  }

  /** The next step forth (1) or back (-1); whether there was one. */
  step(way: 1 | -1): boolean {
    const source = this.#options.source();
    const days = this.#options.days();
    const now = source && dayOfIso(source.asOf);
    if (!source || now === null) return false;
    const next = way > 0 ? days.find((day) => day > now) : days.findLast((day) => day < now);
    if (next === undefined) return false;
    this.go(next);
    return true;
  }

  /** Looks back to a day; to the last is to look at all. */
  go(day: number): void {
    const last = this.#options.days().at(-1);
    this.#options.source()?.rewind(last !== undefined && day >= last ? null : isoOf(day));
  }

  async #goOn(signal: AbortSignal): Promise<void> {
    const [first] = this.#options.days();
    const source = this.#options.source();
    if (!source || first === undefined) return;
    const last = this.#options.days().at(-1);
    if (isoOf(last ?? first) === source.asOf) this.go(first);
    while (!signal.aborted) {
      await Promise.all([source.idle(), pause(PAUSE[this.#options.speed()], signal)]);
      if (signal.aborted || !this.step(1)) return;
    }
  }
}

/** Resolves after `ms`, or at once when the signal fires. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
