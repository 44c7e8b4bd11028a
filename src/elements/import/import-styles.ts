import type { CSSResult } from 'lit';
import { baseStyles } from '../base-styles';
import { progressStyles } from '../progress-styles';
import { tableStyles } from '../table-styles';
import { dropStyles } from './drop-styles';
import { formStyles } from './form-styles';
import { importFrameStyles } from './import-frame-styles';
import { reportStyles } from './report-styles';

/** Drop zone, form, preview and report; a later one may go beyond an earlier. */
export const importStyles: CSSResult[] = [
  baseStyles,
  tableStyles,
  progressStyles,
  importFrameStyles,
  dropStyles,
  formStyles,
  reportStyles,
];
