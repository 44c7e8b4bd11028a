import { describe, expect, it } from 'vitest';
import { isFromReader } from '../../../src/data/read/reader-protocol';

describe('what a worker says', () => {
  it.each([
    { type: 'open', input: 1 },
    { type: 'pull', id: 3 },
    { type: 'slice', id: 3, input: 0, start: 0, end: 10 },
    { type: 'restart' },
    { type: 'done', outcome: {}, remembers: false },
    { type: 'failed', error: { code: 'network' } },
  ])('is a message of the reader: %j', (message) => {
    expect(isFromReader(message, 2)).toBe(true);
  });

  it.each([
    null,
    undefined,
    'open',
    [],
    {},
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'hello', input: 0 },
    { type: 'open' },
    { type: 'open', input: '0' },
    { type: 'open', input: 2 },
    { type: 'open', input: -1 },
    { type: 'open', input: 0.5 },
    { type: 'slice', id: 3, input: 0, start: 0 },
    { type: 'batch', batch: null },
    { type: 'done', outcome: 'all' },
  ])('is none: %j', (message) => {
    expect(isFromReader(message, 2)).toBe(false);
  });
});
