import { type CSSResult, css } from 'lit';

/** Legend and controls, one line above the plot. */
export const legendStyles: CSSResult = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px calc(1 * var(--_space));
    font-size: 12px;
  }
  .legend:empty {
    display: none;
  }
  .legend button,
  .legend .item {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    padding: 0 6px;
  }
  .legend button:hover {
    background: var(--_grid);
  }
  .legend button[aria-pressed='false'] {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .legend .swatch {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    flex: none;
    forced-color-adjust: none;
  }
  .legend button[aria-pressed='false'] .swatch {
    background: none !important;
    box-shadow: inset 0 0 0 1.5px currentColor;
  }
  .legend .share {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .narrow .legend {
    flex-wrap: nowrap;
    overflow-x: auto;
    scrollbar-width: none;
    white-space: nowrap;
    /* Room for the ring of focus, and a hint that there is more to the right. */
    padding: 3px;
    margin: -3px;
    mask-image: linear-gradient(to right, #000 calc(100% - 32px), transparent);
    padding-inline-end: 32px;
  }
`;
