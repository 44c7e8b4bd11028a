import { type SVGTemplateResult, svg } from 'lit';

const icon = (d: string): SVGTemplateResult => svg`<path d=${d} />`;

/** Rows and columns: the table view. */
export const tableIcon: SVGTemplateResult = icon('M2 3.5h12v9H2zM2 6.5h12M2 9.5h12M6.5 3.5v9');
/** Dots on axes: the chart view. */
export const chartIcon: SVGTemplateResult = icon(
  'M2.5 2v11.5H14M6 9.5h.01M9 6.5h.01M12 4h.01M9.5 10.5h.01M12 8h.01',
);
/** An arrow into a tray: take it elsewhere. */
export const exportIcon: SVGTemplateResult = icon('M8 2v8M5 7l3 3 3-3M2.5 11v2.5h11V11');
/** An i in a circle: how it is computed. */
export const definitionIcon: SVGTemplateResult = icon('M8 1.8a6.2 6.2 0 1 0 .01 0M8 7.2v4M8 4.8h.01');
