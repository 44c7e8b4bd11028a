/** A new member begins with these; the length of the one before, modulo 2^32, stands in the four bytes before them. */
const MAGIC = [0x1f, 0x8b, 0x08] as const;
/** Flags that no member has. */
const RESERVED = 0xe0;
/** Packed bytes written at a time: what they give, up to a thousand times as many, is held until it is taken. */
const PIECE = 1 << 16;
/** Bytes kept back from each chunk, in which a member may begin that only the next chunk shows. */
const HELD = 8;

/**
 * Unpacks gzip, also where several packed files follow each other as one: the browsers' own stream takes only the
 * first of them and calls the rest junk. Where a next one may begin, the last has ended if it is as long as it says.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let member = new Member();
  let held: Uint8Array = new Uint8Array(0);
  try {
    for await (const chunk of chunks) {
      const bytes = new Uint8Array(held.length + chunk.length);
      bytes.set(held);
      bytes.set(chunk, held.length);
      let from = 0;
      for (let at = nextMember(bytes, HELD / 2); at >= 0; at = nextMember(bytes, at + 1)) {
        yield* member.unpacked(bytes.subarray(from, at));
        from = at;
        if (!(await member.isLong(lengthBefore(bytes, at)))) continue;
        await member.end();
        yield* member.take();
        member = new Member();
      }
      const until = Math.max(from, bytes.length - HELD);
      yield* member.unpacked(bytes.subarray(from, until));
      held = bytes.subarray(until);
    }
    await member.write(held);
    await member.end();
    yield* member.take();
  } finally {
    member.drop();
  }
}

/** One packed file. What it gives is gathered until it is taken. */
class Member {
  private length = 0;
  private parts: Uint8Array[] = [];
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  private readonly reading: Promise<void>;

  constructor() {
    const { readable, writable } = new DecompressionStream('gzip');
    this.writer = writable.getWriter();
    this.reading = this.read(readable.getReader());
    this.reading.catch(() => undefined);
    this.writer.closed.catch(() => undefined);
  }

  /** Writes more of it and gives what has come of it. */
  async *unpacked(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += PIECE) {
      await this.write(bytes.subarray(at, at + PIECE));
      yield* this.take();
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0)
      await Promise.race([this.writer.write(bytes as Uint8Array<ArrayBuffer>), this.reading]);
  }

  /** Whether what was written so far gives `length` bytes, modulo 2^32. */
  async isLong(length: number): Promise<boolean> {
    if (this.length % 2 ** 32 === length) return true;
    await new Promise((resolve) => setTimeout(resolve));
    return this.length % 2 ** 32 === length;
  }

  take(): Uint8Array[] {
    const { parts } = this;
    this.parts = [];
    return parts;
  }

  async end(): Promise<void> {
    await Promise.all([this.writer.close(), this.reading]);
  }

  drop(): void {
    void this.writer.abort().catch(() => undefined);
  }

  private async read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.length += value.length;
      this.parts.push(value);
    }
  }
}

function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MAGIC[0], from); at >= 0; at = bytes.indexOf(MAGIC[0], at + 1)) {
    if (at + MAGIC.length >= bytes.length) return -1;
    const begins = bytes[at + 1] === MAGIC[1] && bytes[at + 2] === MAGIC[2];
    if (begins && (bytes[at + 3]! & RESERVED) === 0) return at;
  }
  return -1;
}

function lengthBefore(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at - 4, true);
}
