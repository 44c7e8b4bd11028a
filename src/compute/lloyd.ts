import { allSteps, type Steps } from '../util/steps';
import { pointCount, type WeightedPoints } from './weighted-points';

/** Clusters of weighted points: flat centres, the cluster of each point, and the weighted sum of squared distances. */
export interface Clustering {
  centers: Float64Array;
  labels: Uint16Array;
  inertia: number;
  iterations: number;
}

/** Lloyd's algorithm (1957): assign to the nearest centre, move centres to means, until no point changes cluster. */
export function lloyd(points: WeightedPoints, start: Float64Array, maxIterations: number): Clustering {
  return allSteps(lloydSteps(points, start, maxIterations));
}

/** `lloyd`, a step for each look at all points. */
export function* lloydSteps(
  points: WeightedPoints,
  start: Float64Array,
  maxIterations: number,
): Steps<Clustering> {
  const clustering = {
    centers: start.slice(),
    labels: new Uint16Array(pointCount(points)),
    inertia: 0,
    iterations: 0,
  };
  assign(points, clustering);
  for (let moved = true; moved && clustering.iterations < maxIterations; clustering.iterations++) {
    yield;
    recentre(points, clustering);
    yield;
    moved = assign(points, clustering);
  }
  return clustering;
}

/** k starting centres, each drawn with a chance in proportion to its squared distance from those before (k-means++). */
export function seedCenters(points: WeightedPoints, k: number, random: () => number): Float64Array {
  const { dimensions, weights } = points;
  const centers = new Float64Array(k * dimensions);
  const nearest = new Float64Array(pointCount(points)).fill(Infinity);
  for (let cluster = 0; cluster < k; cluster++) {
    const chances = cluster === 0 ? weights : weights.map((weight, i) => weight * nearest[i]!);
    copyPoint(points, draw(chances, random()), centers, cluster);
    for (let i = 0; i < nearest.length; i++) {
      nearest[i] = Math.min(nearest[i]!, squaredDistance(points, i, centers, cluster));
    }
  }
  return centers;
}

/** Squared distance of point `i` from centre `cluster`. */
export function squaredDistance(
  { dimensions, coordinates }: WeightedPoints,
  i: number,
  centers: Float64Array,
  cluster: number,
): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const gap = coordinates[i * dimensions + d]! - centers[cluster * dimensions + d]!;
    sum += gap * gap;
  }
  return sum;
}

function assign(points: WeightedPoints, clustering: Clustering): boolean {
  const { centers, labels } = clustering;
  const k = centers.length / points.dimensions;
  let moved = false;
  clustering.inertia = 0;
  for (let i = 0; i < labels.length; i++) {
    let best = 0;
    let least = Infinity;
    for (let cluster = 0; cluster < k; cluster++) {
      const distance = squaredDistance(points, i, centers, cluster);
      if (distance < least) [best, least] = [cluster, distance];
    }
    if (labels[i] !== best) moved = true;
    labels[i] = best;
    clustering.inertia += points.weights[i]! * least;
  }
  return moved;
}

function recentre(points: WeightedPoints, { centers, labels }: Clustering): void {
  const { dimensions, coordinates, weights } = points;
  const sums = new Float64Array(centers.length);
  const sizes = new Float64Array(centers.length / dimensions);
  for (let i = 0; i < labels.length; i++) {
    const cluster = labels[i]!;
    sizes[cluster]! += weights[i]!;
    for (let d = 0; d < dimensions; d++) {
      sums[cluster * dimensions + d]! += weights[i]! * coordinates[i * dimensions + d]!;
    }
  }
  const empty = sizes.indexOf(0);
  for (let j = 0; j < centers.length; j++) {
    const size = sizes[Math.floor(j / dimensions)]!;
    if (size > 0) centers[j] = sums[j]! / size;
  }
  if (empty >= 0) copyPoint(points, farthest(points, centers, labels), centers, empty);
}

function farthest(points: WeightedPoints, centers: Float64Array, labels: Uint16Array): number {
  let best = 0;
  let most = -1;
  for (let i = 0; i < labels.length; i++) {
    const distance = squaredDistance(points, i, centers, labels[i]!);
    if (distance > most) [best, most] = [i, distance];
  }
  return best;
}

function copyPoint(
  { dimensions, coordinates }: WeightedPoints,
  i: number,
  centers: Float64Array,
  cluster: number,
): void {
  centers.set(coordinates.subarray(i * dimensions, (i + 1) * dimensions), cluster * dimensions);
}

/** The place in `chances` where their running sum passes `share` of their total. */
function draw(chances: Float64Array, share: number): number {
  const goal = share * chances.reduce((sum, chance) => sum + chance, 0);
  let sum = 0;
  let last = 0;
  for (let i = 0; i < chances.length; i++) {
    if (chances[i] === 0) continue;
    sum += chances[i]!;
    last = i;
    if (sum > goal) break;
  }
  return last;
}
