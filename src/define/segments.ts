import './source';
import { RfmSegments } from '../elements/segments/segments.element';
import { define } from '../util/define';

define('rfm-segments', RfmSegments);

export type { RfmSegments } from '../elements/segments/segments.element';
