/** The sum of numbers with the error of each addition carried along (Neumaier 1974), as if in twice the precision. */
export function exactSum(values: ArrayLike<number>): number {
  return exactRunningSums(values).at(-1) ?? 0;
}

/** Running sums of `values`, each as `exactSum` has it. */
export function exactRunningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    sums[i] = sum + lost;
  }
  return sums;
}
