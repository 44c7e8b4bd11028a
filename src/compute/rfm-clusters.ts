import { allSteps, type Steps } from '../util/steps';
import { columnSteps } from './column-of';
import { type KMeansOptions, kmeansSteps } from './kmeans';
import { checkOption } from './option-checks';
import type { Direction, RfmCenter } from './results';
import { robustScale, type ScaledColumn, type Scaling } from './robust-scale';

/** Customers by columns; `score` is their weighted score, 0..1, by which clusters are ordered. */
export interface RfmColumns {
  recency: ArrayLike<number>;
  frequency: ArrayLike<number>;
  monetary: ArrayLike<number>;
  score: ArrayLike<number>;
}

/** Clusters from the best to the worst mean score. */
export interface RfmClusters {
  k: number;
  /** The place in `centers` of each customer. */
  labels: number[];
  centers: RfmCenter[];
  silhouette: number | null;
  scaling: { recency: Scaling; frequency: Scaling; monetary: Scaling };
}

export interface RfmClusterOptions extends KMeansOptions {
  /** Of recency, frequency, monetary; at least 0, normalised. 1, 1, 1 by default. */
  weights?: readonly [number, number, number];
}

/** The names of five clusters, best first. */
export const CLUSTER_NAMES: readonly string[] = [
  'high-value',
  'important-develop',
  'important-general',
  'general',
  'no-value',
];

/**
 * Customers clustered by recency, frequency and monetary: scaled robustly, weighted by the roots of the weights.
 *
 * Clusters are ordered by mean score and named where there are five, else `cluster-1` and on. Throws
 * `invalid-option` for columns of unequal length, values that are not finite, and weights that are below 0 or all 0.
 */
export function rfmClusters(columns: RfmColumns, options: RfmClusterOptions = {}): RfmClusters {
  return allSteps(rfmClusterSteps(columns, options));
}

/** `rfmClusters` in steps. */
export function* rfmClusterSteps(columns: RfmColumns, options: RfmClusterOptions = {}): Steps<RfmClusters> {
  const { weights = [1, 1, 1], ...rest } = options;
  const n = columns.recency.length;
  for (const name of ['frequency', 'monetary', 'score'] as const) {
    checkOption(columns[name].length === n, `${name}.length`, columns[name].length, `that of recency (${n})`);
  }
  const roots = rootWeights(weights);
  const scaled: ScaledColumn[] = [];
  for (const column of [columns.recency, columns.frequency, columns.monetary]) {
    scaled.push(robustScale(column));
    yield;
  }
  const flat = yield* columnSteps(n * 3, (i) => roots[i % 3]! * scaled[i % 3]!.values[Math.floor(i / 3)]!);
  const { k, labels, silhouette } = yield* kmeansSteps(flat, 3, rest);
  const centers: Means[] = [];
  for (let cluster = 0; cluster < k; cluster++) {
    yield;
    centers.push(centerOf(columns, (i) => labels[i] === cluster));
  }
  yield;
  const order = centers.map((_, i) => i).sort((i, j) => centers[j]!.score - centers[i]!.score || i - j);
  const place = order.map((_, i) => order.indexOf(i));
  const all = centerOf(columns, () => true);
  const [recency, frequency, monetary] = scaled.map(({ scaling }) => scaling) as [Scaling, Scaling, Scaling];
  return {
    k,
    labels: labels.map((label) => place[label]!),
    centers: order.map((i, rank) => named(centers[i]!, all, rank, k)),
    silhouette,
    scaling: { recency, frequency, monetary },
  };
}

type Means = Omit<RfmCenter, 'segment' | 'against'>;

function rootWeights(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const holds = weights.length === 3 && weights.every((weight) => weight >= 0) && sum > 0 && sum < Infinity;
  checkOption(holds, 'weights', weights, 'three numbers of at least 0, not all 0');
  return weights.map((weight) => Math.sqrt(weight / sum));
}

function centerOf({ recency, frequency, monetary, score }: RfmColumns, holds: (i: number) => boolean): Means {
  const sums = { customers: 0, recency: 0, frequency: 0, monetary: 0, score: 0 };
  for (let i = 0; i < recency.length; i++) {
    if (!holds(i)) continue;
    const customers = ++sums.customers;
    sums.recency += (recency[i]! - sums.recency) / customers;
    sums.frequency += (frequency[i]! - sums.frequency) / customers;
    sums.monetary += (monetary[i]! - sums.monetary) / customers;
    sums.score += (score[i]! - sums.score) / customers;
  }
  return sums;
}

function named(center: Means, all: Means, rank: number, k: number): RfmCenter {
  const against = (name: 'recency' | 'frequency' | 'monetary') => direction(center[name] - all[name]);
  return {
    segment: k === CLUSTER_NAMES.length ? CLUSTER_NAMES[rank]! : `cluster-${rank + 1}`,
    ...center,
    against: { recency: against('recency'), frequency: against('frequency'), monetary: against('monetary') },
  };
}

function direction(difference: number): Direction {
  if (difference === 0) return 'level';
  return difference > 0 ? 'up' : 'down';
}
