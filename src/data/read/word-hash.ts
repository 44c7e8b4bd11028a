import { ByteView } from './byte-view';

const LOW = 0x85ebca6b;
const HIGH = 0xc2b2ae35;

/** A hash of 64 bits over bytes, four at a time: it is taken of every row of a file. */
export class WordHash {
  low = 0;
  high = 0;
  private readonly view = new ByteView();

  begin(): void {
    this.low = 0x2c1b3c6d;
    this.high = 0x297a2d39;
  }

  addWord(word: number): void {
    this.low = lowWith(this.low, word);
    this.high = highWith(this.high, word);
  }

  addBytes(bytes: Uint8Array, start: number, end: number): void {
    const { view } = this;
    view.turnTo(bytes);
    let low = lowWith(this.low, end - start);
    let high = highWith(this.high, end - start);
    for (let at = start; at < end; at += 4) {
      const word = view.word(at, end);
      low = lowWith(low, word);
      high = highWith(high, word);
    }
    this.low = low;
    this.high = high;
  }

  end(): void {
    const { low, high } = this;
    this.low = mixed(low ^ (high >>> 7));
    this.high = mixed(high ^ (low >>> 11));
  }

  /** The hash of `bytes[start..end)` alone. */
  read(bytes: Uint8Array, start: number, end: number): void {
    this.begin();
    this.addBytes(bytes, start, end);
    this.end();
  }
}

function lowWith(low: number, word: number): number {
  return Math.imul(((low << 13) | (low >>> 19)) ^ word, LOW);
}

function highWith(high: number, word: number): number {
  return Math.imul(((high << 17) | (high >>> 15)) + word, HIGH);
}

/** Every bit of the hash comes to depend on every other. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), LOW);
  const whole = Math.imul(half ^ (half >>> 13), HIGH);
  return whole ^ (whole >>> 16);
}
