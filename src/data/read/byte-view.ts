/** What a word keeps of the bytes that a text ends with, by their number. */
const TAILS = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** Reads bytes four at a time, wherever they begin. */
export class ByteView {
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);

  /** Turns to other bytes. Most texts lie in the buffer of the one before, whose view is kept. */
  turnTo(bytes: Uint8Array): void {
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The four bytes from `at` on as one word; those behind `end` are zero. */
  word(at: number, end: number): number {
    if (at + 4 <= end) return this.view.getInt32(at, true);
    if (at >= end) return 0;
    if (at + 4 <= this.bytes.length) return this.view.getInt32(at, true) & TAILS[end - at]!;
    let word = 0;
    for (let i = end - 1; i >= at; i -= 1) word = (word << 8) | this.bytes[i]!;
    return word;
  }
}
