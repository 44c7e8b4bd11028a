import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedEngine } from '../../src/data/engine/engine';
import { SUITE } from './suite';
import { Differences, type Surroundings } from './support/check';

const surroundings: Surroundings = { file: (path) => readFile(path) };

afterAll(() => sharedEngine().restart());

for (const [name, checks] of Object.entries(SUITE))
  describe(name, () => {
    for (const { says, holds } of checks)
      it(says, async () => {
        const differences = new Differences();
        await holds(differences, surroundings);
        expect(differences.found).toEqual([]);
      });
  });
