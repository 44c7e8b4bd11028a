import { pictures } from './support/pictures';
import { ALIKE, CROWD, NOTHING_AND_LESS, ONE_CUSTOMER, STRANGE, WHALE } from './support/tables';

// One line for each element that is seen; what has more faces than the usual names them.
const WALL = { width: 1900 } as const;
const PLANES = {
  wall: WALL,
  strange: { rows: STRANGE },
  one: { rows: ONE_CUSTOMER },
  alike: { rows: ALIKE },
};
pictures('rfm-scatter', {
  ...PLANES,
  crowd: { rows: CROWD, attributes: 'y="monetary"' },
  'crowd-dark': { rows: CROWD, attributes: 'y="monetary"', dark: true },
  less: { rows: NOTHING_AND_LESS, attributes: 'y="monetary"' },
});
pictures('rfm-quadrant', {
  ...PLANES,
  crowd: { rows: CROWD, attributes: 'potential="momentum"' },
  less: { rows: NOTHING_AND_LESS, attributes: 'potential="momentum"' },
});
pictures('rfm-pareto', {
  wall: WALL,
  compared: { attributes: 'compare="2004-01-01..2004-12-31"' },
  'segment-beside': { attributes: 'compare="segment:champions 2006-01-01..2006-12-31"' },
  whale: { rows: WHALE },
  one: { rows: ONE_CUSTOMER },
  alike: { rows: ALIKE },
  strange: {
    rows: STRANGE,
    attributes: `of="${Object.keys(STRANGE[0] ?? {}).at(-1)}" dimensions="${Object.keys(STRANGE[0] ?? {}).at(-1)}"`,
  },
});
pictures('rfm-cohorts', {
  wall: WALL,
  curves: { attributes: 'layout="curves"' },
  rows: { attributes: 'scale="row" period="quarter"' },
  columns: { attributes: 'scale="column" period="quarter"' },
  mean: { attributes: 'scale="mean" period="quarter"' },
  'mean-dark': { attributes: 'scale="mean" period="quarter"', dark: true },
  transposed: { attributes: 'transpose period="quarter"' },
  revenue: { attributes: 'measure="revenue-per-customer" period="quarter"' },
  weeks: { attributes: 'period="week"' },
  one: { rows: ONE_CUSTOMER },
  alike: { rows: ALIKE },
});

// Of the others the pose that shows most, and the one in which there is least room.
const NARROW_DARK = { width: 320, dark: true } as const;
pictures('rfm-kpis', { 'narrow-dark': NARROW_DARK }, ['light', 'selected']);
pictures('rfm-flow', { 'narrow-dark': NARROW_DARK }, ['light', 'selected']);
pictures('rfm-segments', { 'narrow-dark': NARROW_DARK }, ['light', 'chinese']);
pictures('rfm-migration', { 'narrow-dark': NARROW_DARK }, ['light', 'chinese']);
pictures('rfm-customers', { 'narrow-dark': NARROW_DARK }, ['light']);
pictures('rfm-weights', { 'narrow-dark': NARROW_DARK }, ['light']);
pictures('rfm-whatif', { 'narrow-dark': NARROW_DARK }, ['light']);
pictures('rfm-filter', { 'narrow-dark': NARROW_DARK }, ['light', 'right-to-left', 'forced-colours']);
