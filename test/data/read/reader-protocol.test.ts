import { describe, expect, it } from 'vitest';
import { isFromReader } from '../../../src/data/read/reader-protocol';

const BATCH = {
  rows: 2,
  scale: 2,
  customer: new Int32Array(2),
  day: new Int32Array(2),
  amount: new BigInt64Array(2),
  dimensions: [],
  names: { customer: {}, order: null, dimensions: [] },
};

describe('what a worker says', () => {
  it.each([
    { type: 'open', input: 1 },
    { type: 'pull', id: 3 },
    { type: 'slice', id: 3, input: 0, start: 0, end: 10 },
    { type: 'restart' },
    { type: 'done', outcome: {}, remembers: false },
    { type: 'failed', error: { code: 'network', message: 'No line.', details: {} } },
    { type: 'batch', batch: BATCH },
  ])('is a message of the reader: %o', (message) => {
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
    { type: 'batch', batch: {} },
    { type: 'batch', batch: { ...BATCH, rows: 3 } },
    { type: 'batch', batch: { ...BATCH, scale: '2; DROP TABLE x' } },
    { type: 'batch', batch: { ...BATCH, amount: [1, 2] } },
    { type: 'batch', batch: { ...BATCH, names: undefined } },
    { type: 'failed', error: {} },
    { type: 'failed', error: { code: 'network', message: { html: '<b>' } } },
    { type: 'done', outcome: 'all' },
  ])('is none: %o', (message) => {
    expect(isFromReader(message, 2)).toBe(false);
  });
});
