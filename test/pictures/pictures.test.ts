import { pictures } from './support/pictures';

// One line for each element that is seen; what has more faces than the usual names them.
pictures('rfm-scatter');
pictures('rfm-quadrant');
pictures('rfm-pareto');
pictures('rfm-cohorts', { curves: { attributes: 'layout="curves"' } });
