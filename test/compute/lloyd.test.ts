import { describe, expect, it } from 'vitest';
import { lloyd } from '../../src/compute/lloyd';
import type { WeightedPoints } from '../../src/compute/weighted-points';

const line = (coordinates: number[]): WeightedPoints => ({
  dimensions: 1,
  coordinates: Float64Array.from(coordinates),
  weights: Float64Array.from(coordinates, () => 1),
});

describe("Lloyd's algorithm", () => {
  const points = line([0, 1, 2, 9, 10, 11]);

  it('moves centres to means until no point changes', () => {
    const { centers, labels, inertia, iterations } = lloyd(points, Float64Array.of(0, 1), 100);
    expect([...centers]).toEqual([1, 10]);
    expect([...labels]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([inertia, iterations]).toEqual([4, 2]);
  });

  it('goes no further than it may', () => {
    // 1, 2, 9, 10, 11 have a mean of 6.6; then 0 + 1 + 4 + 2.4^2 + 3.4^2 + 4.4^2.
    const { centers, inertia, iterations } = lloyd(points, Float64Array.of(0, 1), 1);
    expect(centers[0]).toBe(0);
    expect(centers[1]).toBeCloseTo(6.6, 12);
    expect(inertia).toBeCloseTo(41.68, 10);
    expect(iterations).toBe(1);
  });

  it('gives an empty cluster the point that lies farthest from its centre', () => {
    const { centers, labels, inertia } = lloyd(line([0, 2, 10]), Float64Array.of(1, 1000, 10), 100);
    expect([...centers]).toEqual([2, 0, 10]);
    expect([...labels]).toEqual([1, 0, 2]);
    expect(inertia).toBe(0);
  });
});
