import { configure } from '../../../src/core';
import { shippedAssets } from '../../../src/data/engine/assets';
import { sharedEngine } from '../../../src/data/engine/engine';
import { endReaders } from '../../../src/data/read/resting-readers';

export const mapping = { customer: 'id', date: 'date', amount: 'amount' };

export const rows: readonly string[] = Array.from(
  { length: 300 },
  (_, i) => `c${i % 37},2018-0${1 + (i % 9)}-1${i % 10},${((i * 7919) % 10_000) / 100}`,
);
export const csv: string = `id,date,amount\n${rows.join('\n')}\n`;

/** The tables the engine holds. */
export async function tables(): Promise<string[]> {
  const result = await sharedEngine().query(
    'SELECT table_name::VARCHAR AS name FROM duckdb_tables() ORDER BY 1',
  );
  return [...result.getChild('name')!] as string[];
}

/** Every worker made while `work` runs, so that it can be killed as a browser would: without a word. */
export class Workers {
  readonly made: { url: string; worker: Worker }[] = [];
  private readonly original = globalThis.Worker;
  private killed = '';
  private killedIn = -1;

  constructor() {
    const { made, original } = this;
    endReaders();
    globalThis.Worker = class extends original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        made.push({ url: String(url), worker: this });
      }
    };
  }

  /** Kills the last worker of a script. */
  kill(script: string): void {
    this.made.findLast(({ url }) => url.includes(script))!.worker.terminate();
    this.killedIn = sharedEngine().generation;
    this.killed = script;
  }

  /** Whether one was killed and nobody has noticed yet, as far as can be told from outside: of the reader, until `mourned`. */
  get unnoticed(): boolean {
    return this.killed === 'duckdb' ? this.killedIn === sharedEngine().generation : this.killed !== '';
  }

  mourned(): void {
    this.killed = '';
  }

  restore(): void {
    globalThis.Worker = this.original;
  }
}

/**
 * Lets the time that the supervisors count go faster, but only while `waiting` says that what they watch is gone: what is
 * alive and merely slow on a busy machine is given all its time.
 */
export function hurry(times: number, waiting: () => boolean): () => void {
  const original = globalThis.setInterval;
  const faster = (handler: () => void, ms?: number): number => {
    let looks = 0;
    const look = (): void => {
      looks += 1;
      if (waiting() || looks % times === 0) handler();
    };
    return original(look, (ms ?? 0) / times) as unknown as number;
  };
  globalThis.setInterval = faster as unknown as typeof setInterval;
  return () => {
    globalThis.setInterval = original;
  };
}

/** Answers every fetch by `answer` and counts them. */
export function serve(answer: (init: RequestInit | undefined) => Response | Promise<Response>): {
  count: number;
  restore: () => void;
} {
  const original = globalThis.fetch;
  const served = {
    count: 0,
    restore: (): void => {
      globalThis.fetch = original;
    },
  };
  globalThis.fetch = async (_input, init) => {
    served.count += 1;
    init?.signal?.throwIfAborted();
    return answer(init);
  };
  return served;
}

/** A body in chunks; an error instead of its end where one is given. */
export function body(chunks: readonly (string | Uint8Array)[], error?: unknown): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks[at];
      at += 1;
      if (chunk !== undefined)
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      else if (error === undefined) controller.close();
      else controller.error(error);
    },
  });
}

/** The kit as it is shipped, with a fresh engine. */
export async function healthy(): Promise<void> {
  configure({ assets: shippedAssets() });
  await sharedEngine().restart();
}
