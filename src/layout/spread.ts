/**
 * Fractional parts of multiples of irrational numbers fill a line evenly: the golden ratio up the page, the inverse of
 * the plastic number across it, the root of two within a day. Different ones, or marks of two lanes would line up. Over,
 * its square, goes with across: both fill a plane without lines of their own (Roberts 2018).
 */
const STEP = {
  up: 0.618033988749895,
  across: 0.7548776662466927,
  over: 0.5698402909980532,
  day: 0.414213562373095,
} as const;

/** Where in its lane, 0..1, the mark `index` stands: the same at every drawing, and never two close ones together. */
export function spread(index: number, way: keyof typeof STEP = 'up'): number {
  const turns = (index + 1) * STEP[way];
  // What `% 1` gives, at a tenth of its time.
  return turns - Math.floor(turns);
}
