/** Kinds of messages in an Arrow stream. */
const SCHEMA = 1;
const DICTIONARY = 2;
const ROWS = 3;

/** Bytes of what a list holds: places of tables, pairs of long numbers, places of messages. */
const PLACE = 4;
const PAIR = 16;
const BLOCK = 24;

/** Before the messages of a file, and behind its list of them: the length of that and the sign of an Arrow file. */
const HEAD = 8;
const TAIL = 10;

/** More columns, those within others included, no file has. */
const MOST_FIELDS = 100_000;

/**
 * Checks the messages of an Arrow file or stream before Arrow reads them. It believes what lengths and places they name,
 * and where those are damaged it counts for hours, or goes round and round. Throws where they cannot be.
 */
export function checkArrow(bytes: Uint8Array, isFile: boolean): void {
  if (!isFile) {
    checkMessages(bytes);
    return;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getInt32(bytes.length - TAIL, true);
  const end = bytes.length - TAIL - length;
  if (length <= 0 || end < HEAD) throw new Error('the file has no end');
  const kinds = checkMessages(bytes.subarray(HEAD, end));
  const listed = new Tables(bytes.subarray(end, end + length)).blocks();
  for (const [place, kind] of listed)
    if (kinds.get(place - HEAD) !== kind) throw new Error(`the message at ${place} is no such message`);
}

/**
 * Follows the messages of a stream from the first to the last; the kind of each by its place. Throws where a list is
 * longer than its message, where a message breaks off, and where the stream ends before its bytes do.
 */
function checkMessages(stream: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const kinds = new Map<number, number>();
  for (let at = 0; at + 4 <= stream.length; ) {
    // Before Arrow 0.15 a message began with its length.
    const marked = view.getInt32(at, true) === -1;
    const from = at + (marked ? 8 : 4);
    const length = from > stream.length ? -1 : view.getInt32(from - 4, true);
    if (length === 0 && from === stream.length) break;
    if (length <= 0 || from + length > stream.length) throw new Error(`the message at ${at} breaks off`);
    const { kind, body } = new Tables(stream.subarray(from, from + length)).message();
    if (!(body >= 0 && from + length + body <= stream.length))
      throw new Error(`the message at ${at} lacks its end`);
    kinds.set(at, kind);
    at = from + length + body;
  }
  return kinds;
}

/** The tables of one message, as FlatBuffers lay them out. */
class Tables {
  private readonly view: DataView;
  private fields = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The kind of the message, whose lists are checked, and how many bytes follow it. */
  message(): { kind: number; body: number } {
    const root = this.table(0);
    const [type, header, body] = [1, 2, 3].map((slot) => this.slot(root, slot)) as [number, number, number];
    const kind = type && this.view.getUint8(type);
    if (header && kind === SCHEMA) this.checkFields(this.table(header), 1, 2);
    if (header && kind === ROWS) this.checkRows(this.table(header));
    if (header && kind === DICTIONARY) {
      const rows = this.slot(this.table(header), 1);
      if (rows) this.checkRows(this.table(rows));
    }
    return { kind, body: body ? Number(this.view.getBigInt64(body, true)) : 0 };
  }

  /** Of the list of contents of a file: the places of messages, and which kind is said to stand there. */
  blocks(): [place: number, kind: number][] {
    const root = this.table(0);
    const schema = this.slot(root, 1);
    if (schema) this.checkFields(this.table(schema), 1, 2);
    return [
      [2, DICTIONARY],
      [3, ROWS],
    ].flatMap(([slot, kind]) => {
      const [start, count] = this.list(root, slot!, BLOCK);
      const place = (i: number): number => Number(this.view.getBigInt64(start + BLOCK * i, true));
      return Array.from({ length: count }, (_, i): [number, number] => [place(i), kind!]);
    });
  }

  private checkRows(table: number): void {
    this.list(table, 1, PAIR);
    this.list(table, 2, PAIR);
  }

  /** Columns lie in slot `own` of their table, notes on them in slot `notes`. */
  private checkFields(table: number, own: number, notes: number): void {
    this.list(table, notes, PLACE);
    const [start, count] = this.list(table, own, PLACE);
    this.fields += count;
    if (this.fields > MOST_FIELDS) throw new Error('there are too many columns');
    for (let i = 0; i < count; i += 1) this.checkFields(this.table(start + PLACE * i), 5, 6);
  }

  /** Where a list begins and how much it holds. */
  private list(table: number, slot: number, width: number): [start: number, count: number] {
    const at = this.slot(table, slot);
    if (!at) return [0, 0];
    const start = this.table(at);
    const count = this.view.getUint32(start, true);
    if (start + 4 + count * width > this.view.byteLength)
      throw new Error('a list is longer than its message');
    return [start + 4, count];
  }

  /** The place that is named at a place. */
  private table(at: number): number {
    return at + this.view.getUint32(at, true);
  }

  /** Where a part of a table lies; 0 where it is left out. */
  private slot(table: number, slot: number): number {
    const parts = table - this.view.getInt32(table, true);
    const at = 4 + 2 * slot;
    const offset = at < this.view.getUint16(parts, true) ? this.view.getUint16(parts + at, true) : 0;
    return offset && table + offset;
  }
}
