import { describe, expect, it } from 'vitest';
import { sortSteps } from '../../src/compute/sort-steps';
import { allSteps } from '../../src/util/steps';

describe('sorting in steps', () => {
  /** Three runs, which are merged. */
  const n = 40_000;
  const all = Array.from({ length: n }, (_, i) => i);

  it('merges runs in order', () => {
    const key = (i: number): number => (i * 7919) % n;
    const order = allSteps(sortSteps(n, (i, j) => key(i) - key(j)));
    expect(Array.from(order, key)).toEqual(all);
  });

  it('leaves equal ones as they stand', () => {
    const order = allSteps(sortSteps(n, (i, j) => (i % 3) - (j % 3)));
    expect([...order]).toEqual([0, 1, 2].flatMap((rest) => all.filter((i) => i % 3 === rest)));
  });
});
