/** Pearson's correlation of two columns, rows weighted by `n`; null for fewer than two rows or a column that does not vary. */
export function pearson(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  n: ArrayLike<number> | null = null,
): number | null {
  const weight = (i: number) => (n === null ? 1 : n[i]!);
  const meanX = weightedMean(x, weight);
  const meanY = weightedMean(y, weight);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += weight(i) * dx * dx;
    yy += weight(i) * dy * dy;
    xy += weight(i) * dx * dy;
  }
  const spread = Math.sqrt(xx) * Math.sqrt(yy);
  return spread > 0 ? Math.max(-1, Math.min(1, xy / spread)) : null;
}

function weightedMean(values: ArrayLike<number>, weight: (i: number) => number): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weight(i) * values[i]!;
    weights += weight(i);
  }
  return sum / weights;
}
