import { ByteView } from './byte-view';

const LOW = 0x85ebca6b;
const HIGH = 0xc2b2ae35;

/** A hash of 64 bits over bytes, four at a time: it is taken of every row of a file. */
export class WordHash {
  low = 0;
  high = 0;
  private readonly view = new ByteView();

  /** Reads `bytes[start..end)` into `low` and `high`. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const { view } = this;
    view.turnTo(bytes);
    let low = 0x2c1b3c6d ^ (end - start);
    let high = 0x297a2d39 + (end - start);
    for (let at = start; at < end; at += 4) {
      const word = view.word(at, end);
      low = Math.imul(((low << 13) | (low >>> 19)) ^ word, LOW);
      high = Math.imul(((high << 17) | (high >>> 15)) + word, HIGH);
    }
    this.low = mixed(low ^ (high >>> 7));
    this.high = mixed(high ^ (low >>> 11));
  }
}

/** Every bit of the hash comes to depend on every other. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), LOW);
  const whole = Math.imul(half ^ (half >>> 13), HIGH);
  return whole ^ (whole >>> 16);
}
