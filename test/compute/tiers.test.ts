import { describe, expect, it } from 'vitest';
import { countTiers, tierCodes } from '../../src/compute/tiers';

// One of each tier, and one who stands on both splits: high is strictly above.
const current = [100, 90, 10, 5, 50];
const potential = [30, 1, 40, 2, 20];
const codes = tierCodes(current, potential, { current: 50, potential: 20 });

describe('tiers by two splits', () => {
  it('are platinum, gold, iron and lead; on a split is low', () => {
    expect([...codes]).toEqual([0, 1, 2, 3, 3]);
  });

  it('are counted with their shares of customers and of value', () => {
    const [platinum, gold, iron, lead] = countTiers(codes, current, potential);
    expect(platinum).toEqual({
      tier: 'platinum',
      customers: 1,
      customerShare: 0.2,
      currentValue: 100,
      valueShare: 100 / 255,
      potentialValue: 30,
    });
    expect([gold?.customers, iron?.customers, lead?.customers]).toEqual([1, 1, 2]);
    expect(lead?.currentValue).toBe(55);
  });

  it('have no share of a value that is nothing', () => {
    expect(countTiers(tierCodes([0], [0], { current: 0, potential: 0 }), [0], [0])[3]?.valueShare).toBe(null);
    expect(countTiers(new Uint8Array(0), [], []).map(({ customers }) => customers)).toEqual([0, 0, 0, 0]);
  });
});
