/** Weights of recency, frequency and monetary that others have published, each summing to 1. */
export const AHP_PRESETS: Readonly<Record<'equal' | 'pharmaceutical', readonly [number, number, number]>> = {
  /** Equal weights, the default. */
  equal: [1 / 3, 1 / 3, 1 / 3],
  /** A pharmaceutical distributor's, by pairwise comparison. */
  pharmaceutical: [0.199, 0.414, 0.387],
};
