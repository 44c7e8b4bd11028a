/** A line from point to point as the `d` of a path, to a hundredth of a pixel; empty without points. */
export function linePath<P>(points: readonly P[], x: (point: P) => number, y: (point: P) => number): string {
  const text = points.map((point) => `${fine(x(point))},${fine(y(point))}`).join('L');
  // One alone is a dot.
  return text && `M${text}${points.length === 1 ? 'Z' : ''}`;
}

/** What lies between two lines over the same places, as the `d` of a path. */
export function areaPath<P>(
  points: readonly P[],
  x: (point: P) => number,
  low: (point: P) => number,
  high: (point: P) => number,
): string {
  const edge = [
    ...points.map((point) => ({ point, at: high })),
    ...[...points].reverse().map((point) => ({ point, at: low })),
  ];
  const text = linePath(
    edge,
    ({ point }) => x(point),
    ({ point, at }) => at(point),
  );
  return text && `${text}Z`;
}

const fine = (value: number): number => Math.round(value * 100) / 100;
