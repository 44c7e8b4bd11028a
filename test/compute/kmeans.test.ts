import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kmeans } from '../../src/compute/kmeans';
import { seededRandom } from '../../src/compute/random';
import { CLUSTER_NAMES, rfmClusters } from '../../src/compute/rfm-clusters';
import { robustScale } from '../../src/compute/robust-scale';

/** Three clouds of 40 points each around (0, 0), (10, 0) and (0, 10). */
function clouds(): number[][] {
  const random = seededRandom(42);
  const around = [
    [0, 0],
    [10, 0],
    [0, 10],
  ] as const;
  return Array.from({ length: 120 }, (_, i) => around[i % 3]!.map((value) => value + random() - 0.5));
}

describe('kmeans', () => {
  it('finds three clouds, ordered by their centres', () => {
    const { k, labels, centers, sizes, silhouette } = kmeans(clouds(), { k: 3 });
    expect(k).toBe(3);
    expect(sizes).toEqual([40, 40, 40]);
    expect(labels.slice(0, 6)).toEqual([labels[0], 2, labels[2], labels[0], 2, labels[2]]);
    expect(centers.map((center) => center.map((value) => Math.abs(Math.round(value))))).toContainEqual([
      10, 0,
    ]);
    expect(silhouette).toBeGreaterThan(0.9);
  });

  it('chooses three of its own accord', () => {
    expect(kmeans(clouds(), { k: 'auto' }).k).toBe(3);
  });

  it('makes no more clusters than there are distinct points', () => {
    expect(kmeans([[1], [1], [2]], { k: 5 })).toMatchObject({
      k: 2,
      sizes: [2, 1],
      inertia: 0,
      labels: [0, 0, 1],
    });
    expect(kmeans([[7], [7]], { k: 'auto' })).toMatchObject({ k: 1, labels: [0, 0], silhouette: null });
  });

  it('of no points is empty', () => {
    expect(kmeans([])).toEqual({ k: 0, labels: [], centers: [], sizes: [], inertia: 0, silhouette: null });
  });

  it('names what is wrong', () => {
    expect(() => kmeans([[1, 2], [3]])).toThrow('points[1].length is 1; it must be 2, as the first.');
    expect(() => kmeans([[1], [Number.NaN]])).toThrow('points[1] is NaN; it must be finite numbers.');
    expect(() => kmeans([[1]], { k: 0 })).toThrow('k is 0; it must be a whole number from 1 to 100.');
  });

  it('gives each point its nearest centre and the same cluster in whatever order points come', () => {
    const point = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
    const shuffled = fc.array(point, { minLength: 1, maxLength: 60 }).chain((points) =>
      fc.tuple(
        fc.constant(points),
        fc.shuffledSubarray(
          points.map((_, i) => i),
          { minLength: points.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 6 }), ([points, order], k) => {
        const one = kmeans(points, { k });
        const other = kmeans(
          order.map((i) => points[i]!),
          { k },
        );
        expect(other.centers).toEqual(one.centers);
        expect(other.labels).toEqual(order.map((i) => one.labels[i]));
        expect(one.sizes.every((size) => size > 0)).toBe(true);
        points.forEach(([x, y], i) => {
          const distances = one.centers.map((center) => Math.hypot(x - center[0]!, y - center[1]!));
          expect(distances[one.labels[i]!]).toBeLessThanOrEqual(Math.min(...distances) + 1e-9);
        });
      }),
    );
  });

  it('takes the best of its starts', () => {
    // Left and right: four points, each 1 from its centre. Above and below would be 4 x 1.5^2 = 9, and stay so.
    const corners = [
      [0, 0],
      [3, 0],
      [0, 2],
      [3, 2],
    ];
    const centers = [
      [0, 1],
      [3, 1],
    ];
    for (let seed = 1; seed <= 20; seed++)
      expect(kmeans(corners, { k: 2, seed })).toMatchObject({ inertia: 4, centers });
  });

  it('orders clusters by the first coordinate, then by the next', () => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(kmeans([[30], [0], [20], [10]], { k: 4, seed })).toMatchObject({
        centers: [[0], [10], [20], [30]],
        labels: [3, 0, 2, 1],
      });
      const two = [
        [1, 5],
        [1, 2],
      ];
      expect(kmeans(two, { k: 2, seed }).centers).toEqual([...two].reverse());
    }
  });

  it('refuses a seed of more than 32 bits', () => {
    expect(kmeans([[1]], { seed: 2 ** 32 - 1 }).k).toBe(1);
    expect(() => kmeans([[1]], { seed: 2 ** 32 })).toThrow(
      'seed is 4294967296; it must be a whole number from 0 to 4294967295.',
    );
  });
});

describe('robustScale', () => {
  it('scales by mean and deviation where most are alike', () => {
    // Seven 0 and one 1 after log1p: mean 1/8, variance 7/64.
    const { values, scaling } = robustScale([0, 0, 0, 0, 0, 0, 0, Math.E - 1]);
    expect(scaling.centre).toBeCloseTo(1 / 8, 12);
    expect(scaling.spread).toBeCloseTo(Math.sqrt(7) / 8, 12);
    expect(values[0]).toBeCloseTo(-1 / Math.sqrt(7), 12);
    expect(values[7]).toBeCloseTo(Math.sqrt(7), 12);
  });

  it('takes log1p, median and interquartile range', () => {
    const { values, scaling } = robustScale([
      0,
      Math.E - 1,
      Math.E ** 2 - 1,
      Math.E ** 3 - 1,
      Math.E ** 4 - 1,
    ]);
    expect(scaling).toMatchObject({ transform: 'log1p', method: 'median-iqr' });
    [-1, -0.5, 0, 0.5, 1].forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 12);
    });
  });

  it('takes asinh for a whole column that has a negative', () => {
    const { values, scaling } = robustScale([-3, 0, 3]);
    expect(scaling.transform).toBe('asinh');
    expect(values[0]).toBeCloseTo(-values[2]!, 12);
  });

  it('falls back on mean and deviation where most are alike, and on zeros where all are', () => {
    expect(robustScale([0, 0, 0, 0, 0, 0, 0, 9]).scaling.method).toBe('mean-sd');
    expect([...robustScale([5, 5]).values]).toEqual([0, 0]);
    expect(robustScale([]).values.length).toBe(0);
  });

  it('bears 1e15 next to 0.01', () => {
    expect(robustScale([0.01, 1, 1e15]).values.every(Number.isFinite)).toBe(true);
  });
});

describe('rfmClusters', () => {
  const random = seededRandom(5);
  const n = 300;
  const frequency = Array.from({ length: n }, () => 1 + Math.floor(random() ** 3 * 20));
  const recency = frequency.map((f) => Math.floor((random() * 400) / f));
  const monetary = frequency.map((f) => f * (10 + random() * 50));
  const score = frequency.map((f, i) => (f / 21 + 1 - recency[i]! / 400 + monetary[i]! / 1300) / 3);
  const columns = { recency, frequency, monetary, score };

  it('names five clusters from the best mean score to the worst, with means in original units', () => {
    const { centers, labels, k } = rfmClusters(columns);
    expect(k).toBe(5);
    expect(centers.map(({ segment }) => segment)).toEqual(CLUSTER_NAMES);
    const scores = centers.map((center) => center.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const first = monetary.filter((_, i) => labels[i] === 0);
    expect(centers[0]?.customers).toBe(first.length);
    expect(centers[0]?.monetary).toBeCloseTo(first.reduce((sum, m) => sum + m, 0) / first.length, 8);
    expect(centers[0]?.against).toEqual({ recency: 'down', frequency: 'up', monetary: 'up' });
  });

  it('numbers any other count, and weighs the axes', () => {
    const { centers } = rfmClusters(columns, { k: 3, weights: [1, 0, 0] });
    expect(centers.map(({ segment }) => segment)).toEqual(['cluster-1', 'cluster-2', 'cluster-3']);
    const byRecency = [...centers].sort((a, b) => a.recency - b.recency);
    const widest = Math.max(
      ...recency.filter(
        (_, i) =>
          rfmClusters(columns, { k: 3, weights: [1, 0, 0] }).labels[i] === centers.indexOf(byRecency[0]!),
      ),
    );
    expect(widest).toBeLessThan(byRecency[1]!.recency);
  });

  it('refuses weights that say nothing', () => {
    expect(() => rfmClusters(columns, { weights: [0, 0, 0] })).toThrow('weights is [0,0,0]');
    expect(() => rfmClusters(columns, { weights: [2, -1, 1] })).toThrow('weights is [2,-1,1]');
    const four = [1, 1, 1, 1] as const;
    expect(() => Reflect.apply(rfmClusters, null, [columns, { weights: four }])).toThrow(
      'weights is [1,1,1,1]',
    );
    expect(() => rfmClusters({ ...columns, score: [] })).toThrow(
      'score.length is 0; it must be that of recency (300).',
    );
  });
});
