import type { SharedWork } from '../util/shared-work';

/** What a piece of work gave, and the statements it ran for it. */
export interface Made<T> {
  result: T;
  statements: readonly string[];
}

/** Work on the rows of a view that is kept for whoever asks for the same. */
export class KeptWork {
  /** Tables that its result lies in. */
  readonly tables: string[] = [];
  /** Other work whose tables its result lies in. */
  readonly grounds: KeptWork[] = [];
  readonly work: SharedWork<Made<unknown>>;
  private users = 0;
  private forgotten = false;

  constructor(start: (kept: KeptWork) => SharedWork<Made<unknown>>) {
    this.work = start(this);
  }

  use(): void {
    this.users += 1;
  }

  /** One user less; the tables to take away where it was the last of what is forgotten. */
  release(): string[] {
    this.users -= 1;
    return this.unneeded();
  }

  /** Nobody will find it any more; the tables to take away where nobody uses it either. */
  forget(): string[] {
    this.forgotten = true;
    return this.unneeded();
  }

  private unneeded(): string[] {
    if (!this.forgotten || this.users > 0) return [];
    return [...this.tables.splice(0), ...this.grounds.splice(0).flatMap((ground) => ground.release())];
  }
}
