import { pictures } from './support/pictures';
import { ALIKE, ONE_CUSTOMER, STRANGE, WHALE } from './support/tables';

// One line for each element that is seen; what has more faces than the usual names them.
pictures('rfm-scatter', { strange: { rows: STRANGE } });
pictures('rfm-quadrant', { strange: { rows: STRANGE } });
pictures('rfm-pareto', {
  compared: { attributes: 'compare="2004-01-01..2004-12-31"' },
  whale: { rows: WHALE },
  one: { rows: ONE_CUSTOMER },
  alike: { rows: ALIKE },
  strange: {
    rows: STRANGE,
    attributes: `of="${Object.keys(STRANGE[0] ?? {}).at(-1)}" dimensions="${Object.keys(STRANGE[0] ?? {}).at(-1)}"`,
  },
});
pictures('rfm-cohorts', {
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
pictures('rfm-filter', { 'narrow-dark': NARROW_DARK }, ['light', 'right-to-left']);
