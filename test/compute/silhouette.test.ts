import { describe, expect, it } from 'vitest';
import { silhouette } from '../../src/compute/silhouette';

/** Points on a line. */
const line = (coordinates: number[], weights = coordinates.map(() => 1)) => ({
  dimensions: 1,
  coordinates: Float64Array.from(coordinates),
  weights: Float64Array.from(weights),
});

describe('the silhouette', () => {
  it('weighs how near the own cluster is against the nearest other', () => {
    // (10 - 1) / 10, (9 - 1) / 9, and a cluster of one has 0.
    expect(silhouette(line([0, 1, 10]), [0, 0, 1])).toBeCloseTo((0.9 + 8 / 9) / 3, 12);
  });

  it('falls below 0 for a point that lies nearer to another cluster', () => {
    // 0: 4 within, 5.5 beyond; 4: 4 and 1.5; 5: 1 and 3; 6: 1 and 4.
    const mean = (1.5 / 5.5 - 2.5 / 4 + 2 / 3 + 3 / 4) / 4;
    expect(silhouette(line([0, 4, 5, 6]), [0, 0, 1, 1])).toBeCloseTo(mean, 12);
  });

  it('takes the nearest of several others, and no cluster that is empty', () => {
    const points = line([0, 1, 10, 11, 30, 31]);
    const mean =
      ((10.5 - 1) / 10.5 +
        (9.5 - 1) / 9.5 +
        (9.5 - 1) / 9.5 +
        (10.5 - 1) / 10.5 +
        (19.5 - 1) / 19.5 +
        (20.5 - 1) / 20.5) /
      6;
    expect(silhouette(points, [0, 0, 1, 1, 2, 2])).toBeCloseTo(mean, 12);
    expect(silhouette(points, [0, 0, 3, 3, 5, 5])).toBeCloseTo(mean, 12);
  });

  it('counts a point of weight two as two equal ones', () => {
    const one = silhouette(line([0, 0, 1, 10, 12]), [0, 0, 0, 1, 1])!;
    expect(silhouette(line([0, 1, 10, 12], [2, 1, 1, 1]), [0, 0, 1, 1])).toBeCloseTo(one, 12);
  });

  it('is 0 where all points are one, and none with one cluster', () => {
    expect(silhouette(line([3, 3, 3, 3]), [0, 0, 1, 1])).toBe(0);
    expect(silhouette(line([1, 2, 3]), [0, 0, 0])).toBeNull();
    expect(silhouette(line([1, 2, 3]), [2, 2, 2])).toBeNull();
    expect(silhouette(line([]), [])).toBeNull();
  });
});
