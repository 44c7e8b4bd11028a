import { type CSSResult, css } from 'lit';

/** The chip that names what is selected. */
export const chipStyles: CSSResult = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    max-inline-size: 100%;
    min-block-size: 28px;
    margin-inline-start: auto;
    padding-inline-start: 12px;
    border: 1px solid var(--_accent);
    border-radius: 14px;
    color: var(--_text);
  }
  .chip .what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  .chip .many {
    flex: none;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .chip button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 26px;
    block-size: 26px;
    padding: 0;
    border-radius: 50%;
    color: var(--_muted);
  }
  .chip button:hover {
    color: var(--_text);
    background: var(--_grid);
  }
  .chip svg {
    inline-size: 14px;
    block-size: 14px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .narrow .chip .many {
    display: none;
  }
`;
