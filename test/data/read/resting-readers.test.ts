import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  endReaders,
  type RestingReader,
  restReader,
  takeReader,
} from '../../../src/data/read/resting-readers';

/** A worker as far as its rest goes. */
class FakeWorker extends EventTarget {
  ended = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  terminate(): void {
    this.ended = true;
  }
}

const took = (script: string): FakeWorker => takeReader(script) as unknown as FakeWorker;
const rests = (script: string, worker: FakeWorker): RestingReader | null =>
  restReader(script, worker as unknown as Worker);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', new URL('https://page.example/'));
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  endReaders();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a reader that has read its file', () => {
  it('is taken again for the next file of its script, and by one alone', () => {
    const first = took('/reader.js');
    const rest = rests('/reader.js', first);
    expect(took('/tables.js')).not.toBe(first);
    expect(took('/reader.js')).toBe(first);
    expect(took('/reader.js')).not.toBe(first);
    expect(rest?.wake()).toBe(null);
  });

  it('remembers it as long as somebody may go on from there, and ends half a minute after that', () => {
    const reader = took('/reader.js');
    const rest = rests('/reader.js', reader);
    vi.advanceTimersByTime(3_600_000);
    expect(reader.ended).toBe(false);
    rest?.forget();
    vi.advanceTimersByTime(20_000);
    rest?.forget();
    vi.advanceTimersByTime(9_999);
    expect(reader.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(reader.ended).toBe(true);
    expect(took('/reader.js')).not.toBe(reader);
  });

  it('does not end while it reads the next', () => {
    const reader = took('/reader.js');
    const rest = rests('/reader.js', reader);
    rest?.forget();
    expect(took('/reader.js')).toBe(reader);
    rest?.forget();
    vi.advanceTimersByTime(60_000);
    expect(reader.ended).toBe(false);
  });

  it('ends at once where another of its script rests, where it breaks, and where all are to end', () => {
    const [one, other, third] = [took('/reader.js'), took('/reader.js'), took('/tables.js')];
    rests('/reader.js', one);
    expect(rests('/reader.js', other)).toBe(null);
    expect([one.ended, other.ended]).toEqual([false, true]);
    one.dispatchEvent(new Event('error'));
    expect(one.ended).toBe(true);
    expect(took('/reader.js')).not.toBe(one);
    rests('/tables.js', third);
    endReaders();
    expect(third.ended).toBe(true);
  });
});
