import '../../src/define/quadrant';
import '../../src/define/scatter';
import { expect } from 'chai';
import { only, stage, textOf, until } from './support/stage';

/** Enough customers for a plane to be binned in the engine. */
const ROWS = Array.from({ length: 24_000 }, (_, i) => ({
  customer: `c${i % 12_000}`,
  date: `2024-0${1 + (i % 9)}-1${i % 10}`,
  amount: 1 + (i % 977),
}));

describe('a plane whose customers cannot be counted', () => {
  for (const tag of ['rfm-scatter', 'rfm-quadrant'] as const)
    it(`${tag} says so in place, and the page lives`, async () => {
      const place = stage(`<rfm-source>${`<${tag} potential="momentum" locale="en"></${tag}>`}</rfm-source>`);
      const holder = only(place, 'rfm-source');
      // A copy, so that each has a source of its own.
      holder.data = [...ROWS];
      const element = only(place, tag);
      await element.ready;
      const source = await holder.ready;
      source.density = () => Promise.reject(new Error('counted in vain'));
      place.style.width = '500px';
      await until(() => textOf(element).includes('counted in vain'));
      // An update that asks for another one without end would let no task through.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(element.isUpdatePending).to.equal(false);
    });
});
