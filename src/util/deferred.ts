/** A promise with its two ends, and whether it has been settled. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly settled: boolean;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

/** A deferred whose rejection nobody has to handle: those who await it see it, the console does not. */
export function deferred<T>(): Deferred<T> {
  let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void } | null = null;
  let settled = false;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  promise.catch(() => {});
  return {
    promise,
    get settled() {
      return settled;
    },
    resolve(value) {
      settled = true;
      settle?.resolve(value);
    },
    reject(reason) {
      settled = true;
      settle?.reject(reason);
    },
  };
}

/** A fresh deferred that takes `old` along: whoever still waits for `old` gets the newer outcome. */
export function renewed<T>(old: Deferred<T>): Deferred<T> {
  const next = deferred<T>();
  if (!old.settled) next.promise.then(old.resolve, old.reject);
  return next;
}
