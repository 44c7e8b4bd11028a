import { allSteps, type Steps } from '../util/steps';
import { type Clustering, lloydSteps, seedCenters, squaredDistance } from './lloyd';
import { checkOption, checkWhole } from './option-checks';
import { seededRandom } from './random';
import { silhouette } from './silhouette';
import { pointCount, thinned, type WeightedPoints, weightedPointsSteps } from './weighted-points';

export interface KMeansOptions {
  /** How many clusters, or `auto`: of 2 to 10 those with the best silhouette. 5 by default. */
  k?: number | 'auto';
  /** Where the random choice of starting centres begins; 1 by default. */
  seed?: number;
  /** How many starts the best is taken from; 10 by default. */
  restarts?: number;
  maxIterations?: number;
}

/** Clusters ordered by their centres, first coordinate first. */
export interface KMeans {
  /** As asked, or fewer where there are fewer distinct points. */
  k: number;
  /** The cluster, from 0, of each point, in the order of the points. */
  labels: number[];
  centers: number[][];
  sizes: number[];
  /** Sum of squared distances from the centres. */
  inertia: number;
  /** Mean silhouette on a sample, -1..1; null for fewer than two clusters. */
  silhouette: number | null;
}

const MOST_CLUSTERS = 100;
const AUTO_MOST = 10;
/** Starts are compared on so many distinct points; only the best goes on over all. */
const START_SAMPLE = 4000;
const SILHOUETTE_SAMPLE = 1000;

/**
 * k-means with k-means++ starts (Arthur and Vassilvitskii 2007), the best of several, by Euclidean distance.
 *
 * Takes points of one dimension count; the same points give the same clusters in whatever order they come. Scale
 * the coordinates first (`robustScale`). No points give no clusters. Throws `invalid-option` for points of unequal
 * length or with a coordinate that is not finite.
 */
export function kmeans(points: readonly ArrayLike<number>[], options: KMeansOptions = {}): KMeans {
  const dimensions = points[0]?.length ?? 1;
  checkOption(dimensions > 0, 'points[0].length', dimensions, 'at least 1');
  const flat = new Float64Array(points.length * dimensions);
  points.forEach((point, i) => {
    if (point.length !== dimensions)
      checkOption(false, `points[${i}].length`, point.length, `${dimensions}, as the first`);
    flat.set(point, i * dimensions);
  });
  return kmeansFlat(flat, dimensions, options);
}

/** `kmeans` of points laid end to end, `dimensions` numbers each. */
function kmeansFlat(flat: Float64Array, dimensions: number, options: KMeansOptions = {}): KMeans {
  return allSteps(kmeansSteps(flat, dimensions, options));
}

/** `kmeansFlat` in steps. */
export function* kmeansSteps(
  flat: Float64Array,
  dimensions: number,
  options: KMeansOptions = {},
): Steps<KMeans> {
  const { k = 5, seed = 1, restarts = 10, maxIterations = 100 } = options;
  if (k !== 'auto') checkWhole('k', k, 1, MOST_CLUSTERS);
  checkWhole('seed', seed, 0, 2 ** 32 - 1);
  checkWhole('restarts', restarts, 1, 1000);
  checkWhole('maxIterations', maxIterations, 1, 10_000);
  const bad = flat.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) checkOption(false, `points[${Math.floor(bad / dimensions)}]`, flat[bad], 'finite numbers');
  const { points, of } = yield* weightedPointsSteps(flat, dimensions);
  if (of.length === 0) return { k: 0, labels: [], centers: [], sizes: [], inertia: 0, silhouette: null };
  const run = (count: number) =>
    bestStart(thinned(points, START_SAMPLE), count, seed, restarts, maxIterations);
  const start = yield* k === 'auto' ? chosen(points, run) : run(Math.min(k, pointCount(points)));
  yield;
  return ordered(points, yield* lloydSteps(points, start.centers, maxIterations), of);
}

function* bestStart(
  points: WeightedPoints,
  k: number,
  seed: number,
  restarts: number,
  maxIterations: number,
): Steps<Clustering> {
  const random = seededRandom(seed);
  let best: Clustering | null = null;
  for (let restart = 0; restart < restarts; restart++) {
    yield;
    const clustering = yield* lloydSteps(points, seedCenters(points, k, random), maxIterations);
    if (best === null || clustering.inertia < best.inertia) best = clustering;
  }
  return best!;
}

/** The clustering of 2 to 10 clusters with the highest silhouette, the fewest where several have it. */
function* chosen(points: WeightedPoints, run: (k: number) => Steps<Clustering>): Steps<Clustering> {
  const most = Math.min(AUTO_MOST, pointCount(points));
  if (most < 2) return yield* run(1);
  let best = yield* run(2);
  let highest = sampleSilhouette(points, best.centers) ?? -1;
  for (let k = 3; k <= most; k++) {
    const clustering = yield* run(k);
    const width = sampleSilhouette(points, clustering.centers) ?? -1;
    if (width > highest + 1e-12) [best, highest] = [clustering, width];
  }
  return best;
}

function sampleSilhouette(points: WeightedPoints, centers: Float64Array): number | null {
  const sample = thinned(points, SILHOUETTE_SAMPLE);
  const labels = Uint16Array.from({ length: pointCount(sample) }, (_, i) => nearest(sample, i, centers));
  return silhouette(sample, labels);
}

function nearest(points: WeightedPoints, i: number, centers: Float64Array): number {
  let best = 0;
  for (let cluster = 1; cluster < centers.length / points.dimensions; cluster++) {
    if (squaredDistance(points, i, centers, cluster) < squaredDistance(points, i, centers, best))
      best = cluster;
  }
  return best;
}

function ordered(points: WeightedPoints, { centers, labels, inertia }: Clustering, of: Uint32Array): KMeans {
  const { dimensions, weights } = points;
  const k = centers.length / dimensions;
  const rows = Array.from({ length: k }, (_, i) =>
    Array.from(centers.subarray(i * dimensions, (i + 1) * dimensions)),
  );
  const order = rows.map((_, i) => i).sort((i, j) => byCoordinates(rows[i]!, rows[j]!));
  const place = order.map((_, i) => order.indexOf(i));
  const sizes = new Array<number>(k).fill(0);
  labels.forEach((label, i) => {
    sizes[place[label]!]! += weights[i]!;
  });
  return {
    k,
    labels: Array.from(of, (point) => place[labels[point]!]!),
    centers: order.map((i) => rows[i]!),
    sizes,
    inertia,
    silhouette: sampleSilhouette(points, centers),
  };
}

function byCoordinates(one: readonly number[], other: readonly number[]): number {
  const d = one.findIndex((value, i) => value !== other[i]);
  return d < 0 ? 0 : one[d]! - other[d]!;
}
