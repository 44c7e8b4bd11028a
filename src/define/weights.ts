import './source';
import { RfmWeights } from '../elements/weights/weights.element';
import { define } from '../util/define';

define('rfm-weights', RfmWeights);

export type { RfmWeights } from '../elements/weights/weights.element';
