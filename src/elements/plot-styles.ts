import { type CSSResult, css } from 'lit';

/** The plot with its picture, and what lies over it. */
export const plotStyles: CSSResult = css`
  .stage {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 160px;
    max-block-size: var(--_most-height);
    direction: ltr;
  }
  .plot {
    position: relative;
    block-size: 100%;
    border-radius: var(--_radius);
    touch-action: pan-y;
    /* Pictures run from left to right on every page; words take their own direction. */
    direction: ltr;
    forced-color-adjust: none;
    -webkit-tap-highlight-color: transparent;
  }
  .plot.rolls {
    overflow: auto;
    scrollbar-width: thin;
    touch-action: pan-x pan-y;
  }
  .plot.cursors {
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .plot.brushes {
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .brush {
    position: absolute;
    pointer-events: none;
    border: 1px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .drawing {
    position: relative;
    inline-size: 100%;
    block-size: 100%;
  }
  .stub {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
    inline-size: 0;
    block-size: 0;
  }
  .stub > svg {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    overflow: visible;
    background: var(--_surface);
  }
  .drawing > svg,
  .drawing > canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    display: block;
    overflow: visible;
  }
  .plot text {
    font-family: inherit;
    font-variant-numeric: tabular-nums;
  }
  .above {
    pointer-events: none;
  }
  /* Not at once: what is reckoned in a moment shall not flicker. */
  .busy .drawing > :is(svg, canvas) {
    opacity: 0.45;
    transition: opacity 0.1s 0.15s;
  }
  .ring {
    position: absolute;
    pointer-events: none;
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .probe.paper {
    color-scheme: light;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    /* What it reads are the tones, which have their forced values where they need them. */
    forced-color-adjust: none;
    color: var(--_text);
    transition: color 1ms step-start;
  }
`;
