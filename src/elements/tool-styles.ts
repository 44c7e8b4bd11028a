import { type CSSResult, css } from 'lit';

/** Buttons that are signs, beside the titles. */
export const toolStyles: CSSResult = css`
  .tools {
    display: flex;
    gap: 2px;
    flex: none;
  }
  .tool {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    color: var(--_muted);
  }
  .tool:hover,
  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'] {
    color: var(--_text);
    background: var(--_grid);
  }
  .tool svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  @media (forced-colors: active) {
    .tool[aria-pressed='true'],
    .tool[aria-expanded='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
