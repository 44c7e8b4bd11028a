import './source';
import { RfmPareto } from '../elements/pareto/pareto.element';
import { define } from '../util/define';

define('rfm-pareto', RfmPareto);

export type { RfmPareto } from '../elements/pareto/pareto.element';
