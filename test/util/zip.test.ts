import { describe, expect, it } from 'vitest';
import { ZipArchive } from '../../src/data/read/zip';
import { crc32, zipOf } from '../../src/util/zip';

describe('an archive of texts', () => {
  it('has the check sum that everybody has', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it('is read back by its names', async () => {
    const blob = zipOf([
      { name: 'pareto.csv', text: 'rank,item_share\r\n1,0.5\r\n' },
      { name: '客户.csv', text: '\ufeff金额' },
    ]);
    const file = {
      size: blob.size,
      slice: async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
    };
    const archive = await ZipArchive.open(file);
    expect(archive.names).toEqual(['pareto.csv', '客户.csv']);
  });
});
