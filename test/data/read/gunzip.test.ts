import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../src/data/read/gunzip';

async function unpacked(bytes: Uint8Array, size: number): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let text = '';
  for await (const part of gunzip(chunks())) text += new TextDecoder().decode(part);
  return text;
}

describe('packed files that follow each other as one', () => {
  const parts = ['first\n', 'second\n', '', 'x'.repeat(100_000)];
  const packed = Buffer.concat(parts.map((part) => gzipSync(part)));

  it.each([1, 3, 7, 64, 1 << 20])('are all unpacked, in chunks of %i bytes', async (size) => {
    expect(await unpacked(packed, size)).toBe(parts.join(''));
  });

  it('are refused where the last is cut off', async () => {
    await expect(unpacked(packed.subarray(0, packed.length - 1), 64)).rejects.toThrow();
  });

  it('may hold packed files themselves', async () => {
    const inner = gzipSync('inner', { level: 0 });
    const text = await unpacked(Buffer.concat([gzipSync(inner, { level: 0 }), gzipSync('end')]), 16);
    expect(text.endsWith('end')).toBe(true);
  });
});
