import type { SegmentRule } from './lint-rules';

/**
 * Rules to start own ones from, for scores from 1 to 5: the segments of the grid in boxes of r, f and m. They cover all
 * codes and each wins some; they come near the grid, whose borders are steps, without being it.
 */
export const STARTER_RULES: readonly SegmentRule[] = [
  { segment: 'champions', r: [4, 5], f: [4, 5], m: [4, 5] },
  { segment: 'cant-lose', r: [1, 2], f: [4, 5], m: [4, 5] },
  { segment: 'loyal', r: [3, 5], f: [3, 5], m: [3, 5] },
  { segment: 'potential-loyalist', r: [4, 5], f: [2, 5], m: [1, 5] },
  { segment: 'new', r: [5, 5], f: [1, 1], m: [1, 5] },
  { segment: 'promising', r: [4, 4], f: [1, 1], m: [1, 5] },
  { segment: 'need-attention', r: [3, 3], f: [2, 5], m: [2, 5] },
  { segment: 'about-to-sleep', r: [3, 3], f: [1, 5], m: [1, 5] },
  { segment: 'at-risk', r: [1, 2], f: [2, 5], m: [3, 5] },
  { segment: 'hibernating', r: [2, 2], f: [1, 5], m: [1, 5] },
  { segment: 'lost', r: [1, 1], f: [1, 5], m: [1, 5] },
];
