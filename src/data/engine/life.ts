import type { RfmError } from '../../util/rfm-error';

/** Whether something lives, and who is to be told when it does not. */
export class Life {
  private reason: RfmError | undefined;
  private readonly mourners = new Set<(reason: RfmError) => void>();

  get ended(): boolean {
    return this.reason !== undefined;
  }

  /** Ends it for `reason`; what ended before stays ended for its first reason. */
  end(reason: RfmError): void {
    if (this.reason) return;
    this.reason = reason;
    for (const tell of this.mourners) tell(reason);
    this.mourners.clear();
  }

  /** Calls `tell` at the end, at once where it has come. Returns how to be told no more. */
  onEnd(tell: (reason: RfmError) => void): () => void {
    if (this.reason) tell(this.reason);
    else this.mourners.add(tell);
    return () => this.mourners.delete(tell);
  }

  /** The work's own outcome, or its rejection where the end comes first. Nothing of it is held on to afterwards. */
  orEnd<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = this.onEnd(reject);
      work.then(resolve, reject).finally(leave);
    });
  }
}
