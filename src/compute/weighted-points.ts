import type { Steps } from '../util/steps';
import { sortSteps } from './sort-steps';

/** Rows from one step to the next. */
const STRIDE = 1 << 16;

/** Distinct points in lexicographic order, flat (`dimensions` numbers each), each with its weight. */
export interface WeightedPoints {
  dimensions: number;
  coordinates: Float64Array;
  weights: Float64Array;
}

/** How many distinct points there are. */
export function pointCount(points: WeightedPoints): number {
  return points.weights.length;
}

/**
 * Flat points made distinct, with the number of each as its weight, in an order that owes nothing to theirs;
 * `of[i]` is the place of point i among the distinct.
 */
export function* weightedPointsSteps(
  flat: Float64Array,
  dimensions: number,
): Steps<{ points: WeightedPoints; of: Uint32Array }> {
  const rows = flat.length / dimensions;
  const order = yield* sortSteps(rows, (i, j) => compare(flat, dimensions, i, j));
  const of = new Uint32Array(rows);
  const coordinates = new Float64Array(flat.length);
  const weights = new Float64Array(rows);
  let distinct = 0;
  for (let place = 0; place < rows; place++) {
    const row = order[place]!;
    if (place === 0 || compare(flat, dimensions, order[place - 1]!, row) !== 0) {
      coordinates.set(flat.subarray(row * dimensions, (row + 1) * dimensions), distinct++ * dimensions);
    }
    of[row] = distinct - 1;
    weights[distinct - 1]! += 1;
    if (place % STRIDE === STRIDE - 1) yield;
  }
  const points = {
    dimensions,
    coordinates: coordinates.slice(0, distinct * dimensions),
    weights: weights.slice(0, distinct),
  };
  return { points, of };
}

/** At most `size` of the points, evenly spaced over their order. */
export function thinned(points: WeightedPoints, size: number): WeightedPoints {
  const count = pointCount(points);
  if (count <= size) return points;
  const { dimensions, coordinates, weights } = points;
  const picked = Uint32Array.from({ length: size }, (_, i) => Math.floor(((i + 0.5) * count) / size));
  const thin = new Float64Array(size * dimensions);
  picked.forEach((row, i) => {
    thin.set(coordinates.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
  });
  return { dimensions, coordinates: thin, weights: Float64Array.from(picked, (row) => weights[row]!) };
}

function compare(flat: Float64Array, dimensions: number, i: number, j: number): number {
  for (let d = 0; d < dimensions; d++) {
    const difference = flat[i * dimensions + d]! - flat[j * dimensions + d]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
