import './source';
import { RfmFilter } from '../elements/filter/filter.element';
import { define } from '../util/define';

define('rfm-filter', RfmFilter);

export type { RfmFilter } from '../elements/filter/filter.element';
