import './source';
import './filter';
import './kpis';
import './scatter';
import './segments';
import './quadrant';
import './migration';
import './pareto';
import './flow';
import './cohorts';
import './customers';
import './whatif';
import './weights';
import { RfmDashboard } from '../elements/dashboard/dashboard.element';
import { define } from '../util/define';

define('rfm-dashboard', RfmDashboard);

export type { RfmDashboard } from '../elements/dashboard/dashboard.element';
