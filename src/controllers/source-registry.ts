import type { Source } from '../data/source';
import type { PartialMapping, Progress, SourceInput, SourceOptions } from '../data/source-options';
import { toRfmError } from '../util/rfm-error';
import { scriptFailure } from '../util/script-failure';

/** Everything an element says about the data it wants opened. */
export interface OpenRequest {
  input: SourceInput | readonly SourceInput[];
  mapping: PartialMapping;
  options: SourceOptions;
}

/** One user's hold on a shared source. */
export interface Lease {
  readonly key: string;
  readonly promise: Promise<Source>;
  /** Closes the source, or aborts its load, when the last holder has released it. */
  release(): void;
}

interface Entry {
  promise: Promise<Source>;
  abort: AbortController;
  listeners: Set<(progress: Progress) => void>;
  last: Progress | null;
}

const entries = new Map<string, Entry>();
const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** Text that is equal for requests that open the same thing: objects by identity, everything else by value. */
export function requestKey({ input, mapping, options }: OpenRequest): string {
  const { fetchOptions, signal: _, onProgress: __, ...rest } = options;
  return JSON.stringify([identityOf(input), identityOf(fetchOptions), sorted(mapping), sorted(rest)]);
}

/** A hold on the source of `request`, opened now unless somebody on the page already has it. */
export function lease(request: OpenRequest, onProgress: (progress: Progress) => void): Lease {
  const key = requestKey(request);
  const entry = entries.get(key) ?? open(key, request);
  entry.listeners.add(onProgress);
  if (entry.last) onProgress(entry.last);
  return {
    key,
    promise: entry.promise,
    release: () => {
      if (!entry.listeners.delete(onProgress) || entry.listeners.size > 0) return;
      if (entries.get(key) === entry) entries.delete(key);
      entry.abort.abort();
      entry.promise.then(
        (source) => source.close(),
        () => {},
      );
    },
  };
}

function open(key: string, request: OpenRequest): Entry {
  const abort = new AbortController();
  const entry: Entry = {
    abort,
    listeners: new Set(),
    last: null,
    promise: load(request, abort.signal, (progress) => {
      entry.last = progress;
      for (const listener of entry.listeners) listener(progress);
    }),
  };
  entries.set(key, entry);
  // A failed load is forgotten, so that a retry reads again.
  entry.promise.catch(() => {
    if (entries.get(key) === entry) entries.delete(key);
  });
  return entry;
}

async function load(
  { input, mapping, options }: OpenRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Source> {
  try {
    // Imported when first needed: a chart that is handed a ready Source never loads the engine's code.
    const { openSource } = await import('../data/open-source').catch((error: unknown) =>
      Promise.reject(scriptFailure(error)),
    );
    return await openSource(input, mapping, { ...options, signal, onProgress });
  } catch (error) {
    throw toRfmError(error);
  }
}

function identityOf(value: unknown): unknown {
  if (value instanceof URL) return value.href;
  if (typeof value !== 'object' || value === null) return value ?? null;
  const known = identities.get(value);
  if (known !== undefined) return [known];
  identities.set(value, nextIdentity);
  return [nextIdentity++];
}

function sorted(record: object): [string, unknown][] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
