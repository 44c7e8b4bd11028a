import { expect } from 'chai';
import { SUITE } from '../analytics/suite';
import { Differences, type Surroundings } from '../analytics/support/check';

const surroundings: Surroundings = {
  file: async (path) => new Uint8Array(await (await fetch(`/${path}`)).arrayBuffer()),
};

for (const [name, checks] of Object.entries(SUITE))
  describe(name, () => {
    for (const { says, holds } of checks)
      it(says, async () => {
        const differences = new Differences();
        await holds(differences, surroundings);
        expect(differences.found).to.deep.equal([]);
      });
  });
