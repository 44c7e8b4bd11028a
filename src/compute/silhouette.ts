import { pointCount, type WeightedPoints } from './weighted-points';

/**
 * The mean silhouette of clustered points, -1..1; null with fewer than two clusters (Rousseeuw 1987).
 *
 * A point of weight w stands for w equal ones; a cluster of one has 0. Quadratic in the points: pass a sample.
 */
export function silhouette(points: WeightedPoints, labels: ArrayLike<number>): number | null {
  const sizes = clusterWeights(points, labels);
  if (sizes.filter((size) => size > 0).length < 2) return null;
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < pointCount(points); i++) {
    sum += points.weights[i]! * widthOf(points, labels, sizes, i);
    weight += points.weights[i]!;
  }
  return sum / weight;
}

function clusterWeights({ weights }: WeightedPoints, labels: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  weights.forEach((weight, i) => {
    sizes[labels[i]!] = (sizes[labels[i]!] ?? 0) + weight;
  });
  return Array.from(sizes, (size) => size ?? 0);
}

function widthOf(
  points: WeightedPoints,
  labels: ArrayLike<number>,
  sizes: readonly number[],
  i: number,
): number {
  const own = labels[i]!;
  if (sizes[own]! <= 1) return 0;
  const sums = distanceSums(points, labels, sizes.length, i);
  const within = sums[own]! / (sizes[own]! - 1);
  let beyond = Infinity;
  sizes.forEach((size, cluster) => {
    if (cluster !== own && size > 0) beyond = Math.min(beyond, sums[cluster]! / size);
  });
  const larger = Math.max(within, beyond);
  return larger === 0 ? 0 : (beyond - within) / larger;
}

function distanceSums(points: WeightedPoints, labels: ArrayLike<number>, k: number, i: number): Float64Array {
  const { dimensions, coordinates, weights } = points;
  const sums = new Float64Array(k);
  for (let j = 0; j < weights.length; j++) {
    let squares = 0;
    for (let d = 0; d < dimensions; d++) {
      const gap = coordinates[i * dimensions + d]! - coordinates[j * dimensions + d]!;
      squares += gap * gap;
    }
    sums[labels[j]!]! += weights[j]! * Math.sqrt(squares);
  }
  return sums;
}
