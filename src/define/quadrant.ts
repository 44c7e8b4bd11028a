import './source';
import { RfmQuadrant } from '../elements/quadrant/quadrant.element';
import { define } from '../util/define';

define('rfm-quadrant', RfmQuadrant);

export type { RfmQuadrant } from '../elements/quadrant/quadrant.element';
