import './source';
import { RfmScatter } from '../elements/scatter/scatter.element';
import { define } from '../util/define';

define('rfm-scatter', RfmScatter);

export type { RfmScatter } from '../elements/scatter/scatter.element';
