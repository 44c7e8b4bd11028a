import './source';
import { RfmWhatIf } from '../elements/whatif/whatif.element';
import { define } from '../util/define';

define('rfm-whatif', RfmWhatIf);

export type { RfmWhatIf } from '../elements/whatif/whatif.element';
