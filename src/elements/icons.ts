import { type SVGTemplateResult, svg } from 'lit';

const icon = (d: string): SVGTemplateResult => svg`<path d=${d} />`;

/** Rows and columns: the table view. */
export const tableIcon: SVGTemplateResult = icon('M2 3.5h12v9H2zM2 6.5h12M2 9.5h12M6.5 3.5v9');
/** Dots on axes: the chart view. */
export const chartIcon: SVGTemplateResult = icon(
  'M2.5 2v11.5H14M6 9.5h.01M9 6.5h.01M12 4h.01M9.5 10.5h.01M12 8h.01',
);
/** Two arrows around a corner: rows for columns. */
export const transposeIcon: SVGTemplateResult = icon(
  'M3 6.5V3h9M12 3l-2-1.6M12 3l-2 1.6M13 6v7H5.5M5.5 13l2-1.6M5.5 13l2 1.6',
);
/** An arrow into a tray: take it elsewhere. */
export const exportIcon: SVGTemplateResult = icon('M8 2v8M5 7l3 3 3-3M2.5 11v2.5h11V11');
/** An i in a circle: how it is computed. */
export const definitionIcon: SVGTemplateResult = icon('M8 1.8a6.2 6.2 0 1 0 .01 0M8 7.2v4M8 4.8h.01');
/** A dotted rectangle: choose by one. */
export const boxIcon: SVGTemplateResult = icon(
  'M3 5V3h2M7 3h2M11 3h2v2M13 7v2M13 11v2h-2M9 13H7M5 13H3v-2M3 9V7',
);
/** A loop with a tail: choose by a line drawn around. */
export const lassoIcon: SVGTemplateResult = icon(
  'M5.2 10.4C3 9.8 2 8.5 2 7c0-2.5 2.7-4.2 6-4.2s6 1.7 6 4.2-2.7 4.2-6 4.2c-.7 0-1.4-.1-2-.2M5.8 9.6a1.3 1.3 0 1 0 .01 0M5.6 12c-.2 1-.9 1.5-1.9 1.5',
);
/** Arrows to all sides: move the view. */
export const panIcon: SVGTemplateResult = icon(
  'M8 2v12M2 8h12M6.2 3.8L8 2l1.8 1.8M6.2 12.2L8 14l1.8-1.8M3.8 6.2L2 8l1.8 1.8M12.2 6.2L14 8l-1.8 1.8',
);
export const plusIcon: SVGTemplateResult = icon('M8 3v10M3 8h10');
export const minusIcon: SVGTemplateResult = icon('M3 8h10');
/** Corners: see all. */
export const wholeIcon: SVGTemplateResult = icon('M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10');
/** An arrow back. */
export const undoIcon: SVGTemplateResult = icon('M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6.5');
