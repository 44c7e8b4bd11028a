/** Fractional parts of the multiples of the golden ratio, and of the plastic number: the two fill any line evenly. */
const STEP = { along: 0.618033988749895, across: 0.7548776662466927 } as const;

/** Where in its lane, 0..1, the mark `index` stands: the same at every drawing, and never two close ones together. */
export function spread(index: number, way: keyof typeof STEP = 'along'): number {
  return ((index + 1) * STEP[way]) % 1;
}
