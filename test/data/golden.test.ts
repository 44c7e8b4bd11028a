import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { GOLDEN_SETS, type GoldenFile, goldenDifferences, goldenInput, PROFIT_SET } from '../support/golden';

const golden: GoldenFile = JSON.parse(readFileSync('test/fixtures/golden.json', 'utf8'));

afterAll(() => sharedEngine().restart());

describe('the figures computed with pandas are met in Node', () => {
  for (const { name, mapping, path } of [...GOLDEN_SETS, PROFIT_SET])
    it.skipIf(!existsSync(path))(`on ${name}`, async () => {
      const source = await openSource(goldenInput(name, readFileSync(path)), mapping);
      expect(await goldenDifferences(source, golden[name]!)).toEqual([]);
      await source.close();
    });
});
