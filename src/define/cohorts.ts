import './source';
import { RfmCohorts } from '../elements/cohorts/cohorts.element';
import { define } from '../util/define';

define('rfm-cohorts', RfmCohorts);

export type { RfmCohorts } from '../elements/cohorts/cohorts.element';
