import { type CSSResult, css } from 'lit';

/**
 * As much larger as the page's text is than the 16 pixels that browsers begin with, twice as large at most: words,
 * pictures and buttons alike. People who need larger text set it once, for all pages.
 */
export const asPageText: CSSResult = css`zoom: clamp(1, 1rem / 16px, 2);`;

/** The same as a number. */
export function pageTextScale(): number {
  const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return CSS.supports('zoom: calc(1rem / 16px)') ? Math.min(2, Math.max(1, pixels / 16)) : 1;
}
