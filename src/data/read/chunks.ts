/** The beginning of a stream, and all of it, the beginning included. */
export interface Peeked {
  head: Uint8Array;
  /** Whether `head` is everything. */
  whole: boolean;
  all: AsyncIterable<Uint8Array>;
}

/** Reads at least `length` bytes ahead, where there are so many. */
export async function peek(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  while (size < length && !whole) {
    const { done, value } = await iterator.next();
    if (done) whole = true;
    else {
      parts.push(value);
      size += value.length;
    }
  }
  const head = concat(parts, size);
  return { head, whole, all: resume(head, iterator) };
}

async function* resume(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Leaves the rest of a stream unread, and closes what it comes from. */
export async function close(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  // One that was never begun would not hear of its end.
  for await (const _ of chunks) break;
}

/** All bytes of a stream in one piece. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
  }
  return concat(parts, size);
}

function concat(parts: readonly Uint8Array[], size: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The chunks of a web stream; leaving the loop early cancels it. */
export async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        finished = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!finished) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}
