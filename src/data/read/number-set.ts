/**
 * A set of whole numbers of 32 bits, -2^31 excepted, that is quick for such as follow each other: sixteen neighbours
 * share a stretch of the table, which is one fetch from memory.
 */
export class NumberSet {
  size = 0;
  /** The number with its first bit turned over; 0 is free. */
  private places = new Int32Array(1 << 12);

  /** Adds a number; false where it is in the set already. */
  add(number: number): boolean {
    const entry = number ^ (1 << 31);
    const at = this.find(entry);
    if (this.places[at] !== 0) return false;
    this.places[at] = entry;
    this.size += 1;
    if (this.size * 2 > this.places.length) this.grow();
    return true;
  }

  private find(entry: number): number {
    const { places } = this;
    const mask = places.length - 1;
    const block = Math.imul(entry >>> 4, 0x9e3779b1);
    let at = (((block ^ (block >>> 15)) << 4) | (entry & 15)) & mask;
    while (places[at] !== 0 && places[at] !== entry) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const old = this.places;
    this.places = new Int32Array(old.length * 2);
    for (const entry of old) if (entry !== 0) this.places[this.find(entry)] = entry;
  }
}
