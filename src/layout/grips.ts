/** A line across a plane that can be moved along one axis, and where it is taken hold of. */
export interface Grip {
  key: string;
  /** Along which axis it moves: `x` is an upright line. */
  way: 'x' | 'y';
  /** Its place on that axis, in pixels. */
  at: number;
  /** Where it begins and ends on the other. */
  from: number;
  to: number;
  knob: { x: number; y: number };
  /** What it parts, in words. */
  label: string;
  /** Where it stands, in words. */
  text: string;
}

/** How near a pointer must come to a line, and to its knob, to take hold of it. */
const REACH = { line: 3, knob: 11, touch: 22 } as const;

/** The grip that a pointer means at a place; fingers mean knobs alone. */
export function gripAt(grips: readonly Grip[], x: number, y: number, finger: boolean): Grip | null {
  const byKnob = nearest(grips, ({ knob }) => Math.hypot(knob.x - x, knob.y - y));
  if (byKnob && byKnob.away <= (finger ? REACH.touch : REACH.knob)) return byKnob.grip;
  if (finger) return null;
  const byLine = nearest(grips, ({ way, at, from, to }) => {
    const [across, along] = way === 'x' ? [x, y] : [y, x];
    return along < from || along > to ? Number.POSITIVE_INFINITY : Math.abs(across - at);
  });
  return byLine && byLine.away <= REACH.line ? byLine.grip : null;
}

function nearest(
  grips: readonly Grip[],
  distance: (grip: Grip) => number,
): { grip: Grip; away: number } | null {
  let best: { grip: Grip; away: number } | null = null;
  for (const grip of grips) {
    const away = distance(grip);
    if (!best || away < best.away) best = { grip, away };
  }
  return best;
}
