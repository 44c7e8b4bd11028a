import './source';
import { RfmKpis } from '../elements/kpis/kpis.element';
import { define } from '../util/define';

define('rfm-kpis', RfmKpis);

export type { RfmKpis } from '../elements/kpis/kpis.element';
