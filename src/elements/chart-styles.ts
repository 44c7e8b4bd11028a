import type { CSSResult } from 'lit';
import { baseStyles } from './base-styles';
import { chipStyles } from './chip-styles';
import { frameStyles } from './frame-styles';
import { legendStyles } from './legend-styles';
import { menuStyles } from './menu-styles';
import { panelStyles } from './panel-styles';
import { plotStyles } from './plot-styles';
import { printStyles } from './print-styles';
import { progressStyles } from './progress-styles';
import { sheetStyles } from './sheet-styles';
import { stateStyles } from './state-styles';
import { tableStyles } from './table-styles';
import { toolStyles } from './tool-styles';
import { tooltipStyles } from './tooltip-styles';

/** The styles that all charts share; a later one may go beyond an earlier. */
export const chartStyles: CSSResult[] = [
  baseStyles,
  tableStyles,
  progressStyles,
  frameStyles,
  toolStyles,
  legendStyles,
  plotStyles,
  tooltipStyles,
  stateStyles,
  chipStyles,
  menuStyles,
  panelStyles,
  sheetStyles,
  printStyles,
];
