import { RfmSource } from '../elements/source/source.element';
import { define } from '../util/define';

define('rfm-source', RfmSource);

export type { RfmSource } from '../elements/source/source.element';
