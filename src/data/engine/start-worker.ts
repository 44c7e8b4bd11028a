/** A message or an error from a worker, as far as the kit looks at it. */
export interface WorkerEvent {
  type?: string;
  data?: unknown;
  message?: string;
  preventDefault?(): void;
}

/** What the engine and the reader need of a worker, in a page and in Node alike. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  removeEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  terminate(): void;
  /** Node: keeps the process alive while the worker owes an answer, and only then. */
  hold?(busy: boolean): void;
}

interface TrustedScriptUrls {
  createScriptURL(url: string): string;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: TrustedScriptUrls): TrustedScriptUrls;
}

let policy: TrustedScriptUrls | undefined;

/** One policy for the page, `rfm-kit`: it lets through nothing but the worker addresses made below. */
function trusted(url: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??= factory?.createPolicy('rfm-kit', { createScriptURL: (value) => value }) ?? {
    createScriptURL: (value) => value,
  };
  return policy.createScriptURL(url);
}

/**
 * Starts a classic worker from `url`. A worker's script must come from the page's own origin; where the kit lies
 * on another, a one-line script from here imports it, after running `first`. Decided up front: some browsers fail only later.
 */
export function startWorker(url: string, first = ''): Worker {
  if (new URL(url, location.href).origin === location.origin) return new Worker(trusted(url));
  // It lives under the page's policy, Trusted Types included, in a world of its own.
  const code = `${first}
const url = ${JSON.stringify(url)};
const policy = self.trustedTypes?.createPolicy('rfm-kit', { createScriptURL: (value) => value });
importScripts(policy ? policy.createScriptURL(url) : url);`;
  const shim = new Blob([code], { type: 'text/javascript' });
  const blobUrl = URL.createObjectURL(shim);
  try {
    return new Worker(trusted(blobUrl));
  } finally {
    setTimeout(() => URL.revokeObjectURL(blobUrl), 60_000);
  }
}
