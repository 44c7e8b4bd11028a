/**
 * Counts rows that repeat an earlier one to the letter. It keeps 64 bits of each row, not the row: among ten million
 * rows two different ones are taken for equal with a chance of 3 in a million.
 */
export class SeenRows {
  repeats = 0;
  private size = 0;
  private low = new Int32Array(1 << 13);
  private high = new Int32Array(1 << 13);

  add(bytes: Uint8Array, start: number, end: number): void {
    // FNV-1a twice, from two seeds, in one pass over the bytes: this runs for every row.
    let low = 0x811c9dc5;
    let high = 0x2c1b3c6d;
    for (let i = start; i < end; i += 1) {
      low = Math.imul(low ^ bytes[i]!, 0x01000193);
      high = Math.imul(high ^ bytes[i]!, 0x01000193);
    }
    // Zero marks a free place.
    this.put(low | 0 || 1, high | 0);
  }

  private put(low: number, high: number): void {
    const slot = this.find(low, high);
    if (this.low[slot] !== 0) {
      this.repeats += 1;
      return;
    }
    this.low[slot] = low;
    this.high[slot] = high;
    this.size += 1;
    if (this.size * 2 > this.low.length) this.grow();
  }

  private find(low: number, high: number): number {
    const mask = this.low.length - 1;
    let slot = (low ^ (low >>> 15)) & mask;
    while (this.low[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { low, high } = this;
    this.low = new Int32Array(low.length * 2);
    this.high = new Int32Array(high.length * 2);
    for (let i = 0; i < low.length; i += 1) {
      if (low[i] === 0) continue;
      const slot = this.find(low[i]!, high[i]!);
      this.low[slot] = low[i]!;
      this.high[slot] = high[i]!;
    }
  }
}
