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
  .legend .item {
    unicode-bidi: plaintext;
  }
  .legend :is(select, input) {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    min-block-size: 24px;
    max-inline-size: 24ch;
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
  .legend .more {
    color: var(--_accent);
  }
  @media screen {
    .legend .rest {
      display: none;
    }
  }
  .narrow .legend {
    gap: 0 2px;
  }
  /* A choice that says itself what it is of. */
  .narrow .legend .name {
    display: none;
  }
  .narrow .legend button,
  .narrow .legend .item {
    padding: 0 4px;
    gap: 5px;
  }
`;
