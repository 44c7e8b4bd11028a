import { type CSSResult, css } from 'lit';

/** The tools of a plane, its lines that can be moved, and what is drawn over it. */
export const planeStyles: CSSResult = css`
  .plot.plane.tool-lasso,
  .plot.plane.tool-pan {
    touch-action: none;
  }
  .plot.plane.tool-pan {
    cursor: grab;
  }
  .plot.plane.grips-x {
    cursor: ew-resize;
  }
  .plot.plane.grips-y {
    cursor: ns-resize;
  }
  .lasso {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    pointer-events: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
    fill: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .grip {
    position: absolute;
    inline-size: 7px;
    block-size: 13px;
    margin: -6.5px 0 0 -3.5px;
    border-radius: 4px;
    background: var(--_surface);
    border: 1.5px solid var(--_muted);
    pointer-events: none;
    transition: transform 0.12s;
  }
  .grip.y {
    inline-size: 13px;
    block-size: 7px;
    margin: -3.5px 0 0 -6.5px;
  }
  .grip.near {
    border-color: var(--_accent);
    background: var(--_accent);
    transform: scale(1.2);
  }
  .grip-line {
    position: absolute;
    background: var(--_accent);
    pointer-events: none;
  }
  .grip-text {
    position: absolute;
    z-index: 1;
    padding: 1px 6px;
    border-radius: var(--_radius);
    forced-color-adjust: none;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 12px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    pointer-events: none;
    transform: translate(-50%, 10px);
  }
  .grip-text.y {
    transform: translate(calc(-100% - 10px), -50%);
  }
  .plane-tools {
    position: absolute;
    z-index: 1;
    inset-block-start: -9px;
    right: 0;
    display: flex;
  }
  .plane-tools .tool {
    inline-size: 26px;
    block-size: 26px;
  }
  .spark {
    display: block;
    margin-block-start: 6px;
    overflow: visible;
  }
  .spark-note {
    color: var(--_muted);
    font-size: 11px;
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  @media (forced-colors: active) {
    .grip {
      forced-color-adjust: none;
      background: Canvas;
      border-color: CanvasText;
    }
    .grip.near {
      background: Highlight;
      border-color: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .grip {
      transition: none;
    }
  }
  @media print {
    .grip,
    .plane-tools {
      display: none;
    }
  }
`;
