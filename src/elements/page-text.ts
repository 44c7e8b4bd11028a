import { type CSSResult, css } from 'lit';

/**
 * As much larger as the page's text is than the 16 pixels that browsers begin with, twice as large at most: words,
 * pictures and buttons alike. People who need larger text set it once, for all pages. (The tangent divides lengths
 * where `1rem / 16px` cannot yet. WebKit knows it and does nothing.)
 */
export const asPageText: CSSResult = css`zoom: clamp(1, tan(atan2(1rem, 16px)), 2);`;

/** The same as a number, before there is anything that could be asked for it. */
export function pageTextScale(): number {
  const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return 'currentCSSZoom' in Element.prototype ? Math.min(2, Math.max(1, pixels / 16)) : 1;
}
