import './source';
import { RfmFlow } from '../elements/flow/flow.element';
import { define } from '../util/define';

define('rfm-flow', RfmFlow);

export type { RfmFlow } from '../elements/flow/flow.element';
