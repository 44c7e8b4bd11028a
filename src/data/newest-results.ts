import { SharedWork } from '../util/shared-work';

interface Kept {
  key: string;
  work: SharedWork<unknown>;
}

/** Keeps the newest result of each analysis for all who ask for the same: ten charts of one source reckon it once. */
export class NewestResults {
  private readonly kept = new Map<string, Kept>();

  /** The result of `analysis` under `key`, or what `start` makes of it; a failure is forgotten, to be tried anew. */
  get<T>(
    analysis: string,
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const known = this.kept.get(analysis);
    if (known?.key === key && !known.work.stopped) return (known.work as SharedWork<T>).join(signal);
    const work = new SharedWork(start);
    const made: Kept = { key, work };
    this.kept.set(analysis, made);
    work.promise.catch(() => {
      if (this.kept.get(analysis) === made) this.kept.delete(analysis);
    });
    return work.join(signal);
  }

  clear(): void {
    this.kept.clear();
  }
}

/** A text that tells what is asked for from anything else that could be, numbers that JSON does not know too. */
export function keyOf(asked: unknown): string {
  return JSON.stringify(asked, (_, value: unknown) =>
    typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))
      ? `${typeof value} ${value}`
      : value,
  );
}
