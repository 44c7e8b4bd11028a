/**
 * How many periods until a retention curve, from period 0 on, has fallen to half of its start; linear in between.
 *
 * Null where it never does within the curve, and for an empty one.
 */
export function halfLife(retention: readonly number[]): number | null {
  const half = (retention[0] ?? 0) / 2;
  const reached = retention.findIndex((share) => share <= half);
  if (reached <= 0) return null;
  const before = retention[reached - 1]!;
  return reached - 1 + (before - half) / (before - retention[reached]!);
}
