/** Numbers from 0 to 2^31 - 1, each with another such number: a hash table in one array, whose pairs lie side by side. */
export class NumberMap {
  private size = 0;
  /** The key with all its bits turned over, which leaves 0 for what is free, and the value. */
  private places = new Int32Array(1 << 10);

  /** The value of a key; -1 where it has none. */
  get(key: number): number {
    const at = this.find(~key);
    return this.places[at] === 0 ? -1 : this.places[at + 1]!;
  }

  /** Gives a value to a key that has none. */
  set(key: number, value: number): void {
    const at = this.find(~key);
    this.places[at] = ~key;
    this.places[at + 1] = value;
    this.size += 1;
    if (this.size * 4 > this.places.length) this.grow();
  }

  /** Where an entry stands, or the free place it belongs to. Ids that follow each other lie near each other. */
  private find(entry: number): number {
    const { places } = this;
    const mask = places.length - 2;
    const block = Math.imul(entry >>> 4, 0x9e3779b1);
    let at = (((block ^ (block >>> 15)) << 5) | ((entry & 15) << 1)) & mask;
    while (places[at] !== 0 && places[at] !== entry) at = (at + 2) & mask;
    return at;
  }

  private grow(): void {
    const old = this.places;
    this.places = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      const at = this.find(old[from]!);
      this.places[at] = old[from]!;
      this.places[at + 1] = old[from + 1]!;
    }
  }
}
