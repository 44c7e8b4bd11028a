import { describe, expect, it } from 'vitest';
import { thinned } from '../../src/compute/weighted-points';

describe('thinned points', () => {
  it('are evenly spaced, with all their coordinates and weights', () => {
    // floor(0.5 x 5 / 2) = 1 and floor(1.5 x 5 / 2) = 3.
    const thin = thinned(
      {
        dimensions: 2,
        coordinates: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        weights: Float64Array.of(1, 2, 3, 4, 5),
      },
      2,
    );
    expect([...thin.coordinates]).toEqual([2, 3, 6, 7]);
    expect([...thin.weights]).toEqual([2, 4]);
  });
});
