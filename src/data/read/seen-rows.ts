/**
 * Counts rows that repeat an earlier one to the letter. It keeps 64 bits of each row, not the row: among ten million
 * rows two different ones are taken for equal with a chance of 3 in a million.
 */
export class SeenRows {
  repeats = 0;
  private size = 0;
  /** The two halves of each row's 64 bits, side by side. */
  private halves = new Int32Array(1 << 14);

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
    const place = this.find(low, high);
    if (this.halves[place] !== 0) {
      this.repeats += 1;
      return;
    }
    this.halves[place] = low;
    this.halves[place + 1] = high;
    this.size += 1;
    if (this.size * 4 > this.halves.length) this.grow();
  }

  private find(low: number, high: number): number {
    const { halves } = this;
    const mask = halves.length - 2;
    let place = ((low ^ (low >>> 15)) << 1) & mask;
    while (halves[place] !== 0 && (halves[place] !== low || halves[place + 1] !== high))
      place = (place + 2) & mask;
    return place;
  }

  private grow(): void {
    const old = this.halves;
    this.halves = new Int32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue;
      const place = this.find(old[i]!, old[i + 1]!);
      this.halves[place] = old[i]!;
      this.halves[place + 1] = old[i + 1]!;
    }
  }
}
