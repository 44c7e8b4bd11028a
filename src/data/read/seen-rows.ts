import { WordHash } from './word-hash';

/** Rows are parted by the first bits of their hash, so that each part can be looked through in the processor's cache. */
const PARTS = 256;
const FIRST_ROOM = 32;

/**
 * Counts rows that repeat an earlier one to the letter. It keeps 64 bits of each row, not the row: among ten million
 * rows two different ones are taken for equal with a chance of 3 in a million. Rows are only noted as they come; they
 * are compared when the count is asked for.
 */
export class SeenRows {
  /** Whether rows were told apart by their cells, and not by their text as those of other inputs are. */
  byCells = false;
  /** The two halves of each row's 64 bits, side by side. */
  private readonly parts = Array.from({ length: PARTS }, () => new Int32Array(FIRST_ROOM));
  private readonly lengths = new Int32Array(PARTS);
  private readonly hash = new WordHash();

  add(bytes: Uint8Array, start: number, end: number): void {
    this.hash.read(bytes, start, end);
    this.note(this.hash);
  }

  /** Notes a row by its hash. */
  note(hash: WordHash): void {
    const { lengths } = this;
    const part = hash.high >>> 24;
    const length = lengths[part]!;
    let halves = this.parts[part]!;
    if (length === halves.length) {
      halves = new Int32Array(length * 2);
      halves.set(this.parts[part]!);
      this.parts[part] = halves;
    }
    // Zero marks a free place in the table they are compared in.
    halves[length] = hash.low || 1;
    halves[length + 1] = hash.high;
    lengths[part] = length + 2;
  }

  /** How many rows repeat an earlier one. */
  countRepeats(): number {
    const most = this.lengths.reduce((a, b) => Math.max(a, b), 0);
    const table = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2)));
    let repeats = 0;
    for (let part = 0; part < PARTS; part += 1) {
      table.fill(0);
      repeats += repeatsAmong(this.parts[part]!, this.lengths[part]!, table);
    }
    return repeats;
  }
}

/** Repeats among pairs of halves; `table` is free and has room for twice as many. */
function repeatsAmong(halves: Int32Array, length: number, table: Int32Array): number {
  const mask = table.length - 2;
  let repeats = 0;
  for (let i = 0; i < length; i += 2) {
    const low = halves[i]!;
    const high = halves[i + 1]!;
    let place = (low << 1) & mask;
    while (table[place] !== 0 && (table[place] !== low || table[place + 1] !== high))
      place = (place + 2) & mask;
    if (table[place] !== 0) repeats += 1;
    table[place] = low;
    table[place + 1] = high;
  }
  return repeats;
}
