import { expect } from 'chai';
import { openSource } from '../../src/core';
import { GOLDEN_SETS, type GoldenFile, goldenDifferences, goldenInput } from '../support/golden';

const fetched = (path: string): Promise<Response> => fetch(`/${path}`);

describe('the figures computed with pandas are met in Chromium', () => {
  for (const { name, mapping, path } of GOLDEN_SETS)
    it(`on ${name}`, async () => {
      const golden = (await (await fetched('test/fixtures/golden.json')).json()) as GoldenFile;
      const bytes = new Uint8Array(await (await fetched(path)).arrayBuffer());
      const source = await openSource(goldenInput(name, bytes), mapping);
      expect(await goldenDifferences(source, golden[name]!)).to.deep.equal([]);
      await source.close();
    });
});
