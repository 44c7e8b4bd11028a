import { type CSSResult, css } from 'lit';

/** The figures of a mark, beside it. */
export const tooltipStyles: CSSResult = css`
  .tip {
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-inline-size: min(280px, 90%);
    padding: 8px 10px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    border: 1px solid var(--_axis);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
    font-size: 12px;
    pointer-events: none;
    overflow-wrap: anywhere;
  }
  .tip strong {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    margin-block-end: 2px;
  }
  .tip dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    margin: 0;
  }
  .tip dt {
    color: var(--_muted);
  }
  .tip dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;
