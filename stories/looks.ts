/** What a design system says of itself, on a light and on a dark page. */
interface Look {
  font: string;
  radius: string;
  text: Pair;
  muted: Pair;
  surface: Pair;
  accent: Pair;
  gold: Pair;
  iron: Pair;
  lead: Pair;
}

export type LookName = 'bootstrap' | 'material' | 'github';

type Pair = readonly [light: string, dark: string];

const LOOKS: Record<LookName, Look> = {
  bootstrap: {
    font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    radius: '6px',
    text: ['#212529', '#dee2e6'],
    muted: ['#5c636a', '#adb5bd'],
    surface: ['#ffffff', '#212529'],
    accent: ['#0d6efd', '#6ea8fe'],
    gold: ['#997404', '#ffda6a'],
    iron: ['#b02a37', '#ea868f'],
    lead: ['#6c757d', '#868e96'],
  },
  material: {
    font: 'Roboto, system-ui, sans-serif',
    radius: '12px',
    text: ['#1d1b20', '#e6e0e9'],
    muted: ['#49454f', '#cac4d0'],
    surface: ['#fef7ff', '#141218'],
    accent: ['#6750a4', '#d0bcff'],
    gold: ['#8b6914', '#e9c46a'],
    iron: ['#b3261e', '#f2b8b5'],
    lead: ['#79747e', '#938f99'],
  },
  github: {
    font: '-apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif',
    radius: '6px',
    text: ['#1f2328', '#f0f6fc'],
    muted: ['#59636e', '#9198a1'],
    surface: ['#ffffff', '#0d1117'],
    accent: ['#0969da', '#4493f8'],
    gold: ['#9a6700', '#d29922'],
    iron: ['#cf222e', '#f85149'],
    lead: ['#6e7781', '#8b949e'],
  },
};

const both = ([light, dark]: Pair): string => `light-dark(${light}, ${dark})`;

/** How much of the accent is in each step of the sequential ramp, and what is read on it. */
const STEPS = [8, 20, 34, 48, 72, 86, 100];

/** The custom properties of the kit that make a page of it look like one of these. Nothing else is needed. */
export function customProperties(name: LookName): Record<string, string> {
  const look = LOOKS[name];
  const steps = STEPS.flatMap((share, index) => [
    [`--rfm-seq-${index + 1}`, `color-mix(in oklab, ${both(look.accent)} ${share}%, ${both(look.surface)})`],
    [`--rfm-on-seq-${index + 1}`, share < 60 ? both(look.text) : both(look.surface)],
  ]);
  return {
    '--rfm-font': look.font,
    '--rfm-radius': look.radius,
    '--rfm-text': both(look.text),
    '--rfm-muted': both(look.muted),
    '--rfm-surface': both(look.surface),
    '--rfm-accent': both(look.accent),
    '--rfm-tier-platinum': both(look.accent),
    '--rfm-tier-gold': both(look.gold),
    '--rfm-tier-iron': both(look.iron),
    '--rfm-tier-lead': both(look.lead),
    '--rfm-class-a': both(look.accent),
    '--rfm-class-c': both(look.lead),
    '--rfm-rise': both(look.accent),
    '--rfm-fall': both(look.iron),
    ...Object.fromEntries(steps),
  };
}
